package io.schemachain.format;

import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.SourceText;
import java.util.Optional;

/** Reads revision files. */
public final class RevisionReader {
  private RevisionReader() {}

  /**
   * Reads one document: its syntax, its keys, its header.
   *
   * @return nothing if the header cannot be used; whatever is wrong is in {@code diagnostics}
   */
  public static Optional<RevisionDocument> read(SourceText source, Diagnostics diagnostics) {
    throw new UnsupportedOperationException();
  }
}
