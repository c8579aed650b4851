package io.schemachain.format;

import io.schemachain.model.Value;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** Reads the rows of a file, one after the other. */
interface RowParser extends Closeable {
  /** The columns of each row, known from the start. */
  List<String> columns();

  /** Goes to the next row; false behind the last. */
  boolean next() throws IOException, RowSyntaxException;

  Value value(int index);

  /** Where a value of the row begins. */
  int line(int index);

  int column(int index);
}
