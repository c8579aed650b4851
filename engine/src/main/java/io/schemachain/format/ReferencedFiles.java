package io.schemachain.format;

import java.io.IOException;

/** Gives the text of a file that a document refers to. */
@FunctionalInterface
public interface ReferencedFiles {
  /**
   * @param path as written in the document: relative to the schema folder, with forward slashes;
   *     the caller has refused absolute paths and {@code ..}
   * @throws IOException if there is no such file or it cannot be read as UTF-8
   */
  String read(String path) throws IOException;
}
