package io.schemachain.operation;

import io.schemachain.diagnostic.SourceLocation;
import io.schemachain.model.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows in a file of the schema folder. They are read anew each time, one after the other, and never
 * held: a file may be larger than the memory.
 */
public interface RowFile {

  /** What the document says of it. */
  Written written();

  /** The columns of each row, in the order of the values. */
  List<String> columns();

  /** How many rows there are. */
  long count();

  /** SHA-256 of the rows, as format-spec {@code docs/checksum.md} defines it. */
  String sha256();

  /**
   * Starts at the first row.
   *
   * @throws RowFileException if the file cannot be read any more
   */
  Cursor open();

  /** A place in the file, with the text around it for an excerpt. */
  SourceLocation location(int line, int column);

  /** The rows, one at a time. */
  interface Cursor extends AutoCloseable {
    /**
     * Goes to the next row.
     *
     * @return false behind the last one
     * @throws RowFileException if the file is not what it was when the document was read
     */
    boolean next();

    /** A value of the row: a text, JSON or NULL. */
    Value value(int index);

    /** The line on which a value of the row begins; 1 is the first. */
    int line(int index);

    /** The column at which it begins, in UTF-16 units; 1 is the first. */
    int column(int index);

    @Override
    void close();
  }

  /**
   * A file as a document names it.
   *
   * @param path relative to the schema folder, with forward slashes
   * @param columns the columns that the document lists; null when the file names them
   * @param csv how values are separated; null for JSON
   */
  record Written(String path, @Nullable List<String> columns, @Nullable Csv csv) {
    public Written {
      columns = columns == null ? null : List.copyOf(columns);
    }
  }

  /**
   * A dialect of CSV.
   *
   * @param header whether the first record names the columns
   * @param nullText what stands for NULL where it is not quoted
   */
  record Csv(char delimiter, char quote, boolean header, String nullText) {}
}
