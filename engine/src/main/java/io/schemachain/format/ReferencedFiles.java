package io.schemachain.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Gives the files that a document refers to. A path is as written in the document: relative to the
 * schema folder, with forward slashes; the caller has refused absolute paths and {@code ..}.
 */
@FunctionalInterface
public interface ReferencedFiles {
  /**
   * The text of a file.
   *
   * @throws IOException if there is no such file or it cannot be read as UTF-8
   */
  String read(String path) throws IOException;

  /**
   * A file that may be too large to be held.
   *
   * @throws IOException if there is no such file or it cannot be read
   */
  default InputStream open(String path) throws IOException {
    return new ByteArrayInputStream(read(path).getBytes(StandardCharsets.UTF_8));
  }

  /** The path under which the user knows a file. */
  default String shown(String path) {
    return path;
  }
}
