package io.schemachain.dialect;

import io.schemachain.operation.RowFile;

/** The database's own way to take many rows, in a stream of text. */
public interface CopyIn {
  /** The statement that begins it. */
  String statement();

  /** The interface of the driver's connection that knows it. */
  String connectionType();

  /** The method of the connection that gives the object, which has {@code copyIn}. */
  String accessor();

  /** Appends a row as the stream wants it. */
  void append(StringBuilder out, RowFile.Cursor row);
}
