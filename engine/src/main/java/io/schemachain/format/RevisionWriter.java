package io.schemachain.format;

import io.schemachain.operation.Operation;
import io.schemachain.revision.RevisionHeader;
import java.util.List;

/** Writes revision files, for goals that make them. What it writes reads back equal. */
public final class RevisionWriter {
  private RevisionWriter() {}

  /** A whole document with LF line ends, the editor's schema line first. */
  public static String write(
      RevisionHeader header, List<Operation> upgrade, List<Operation> downgrade) {
    throw new UnsupportedOperationException();
  }
}
