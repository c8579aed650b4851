package io.schemachain.format;

import io.schemachain.diagnostic.SourceLocation;
import io.schemachain.diagnostic.SourceText;
import io.schemachain.model.Value;
import io.schemachain.operation.RowFile;
import io.schemachain.operation.RowFileException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file of rows that was read once, from the first to the last. */
final class StoredRows implements RowFile {
  /** Of a line, in characters, under a diagnostic. */
  private static final int MAX_SHOWN = 2000;

  private final ReferencedFiles files;
  private final Written written;
  private final List<String> columns;
  private final long count;
  private final String sha256;

  private StoredRows(
      ReferencedFiles files, Written written, List<String> columns, long count, String sha256) {
    this.files = files;
    this.written = written;
    this.columns = columns;
    this.count = count;
    this.sha256 = sha256;
  }

  /**
   * Reads all rows, for their checksum and for mistakes that have nothing to do with their table.
   *
   * @throws IOException if the file cannot be read; a {@link CharacterCodingException} where it is
   *     not UTF-8
   */
  static StoredRows scan(ReferencedFiles files, Written written)
      throws IOException, RowSyntaxException {
    try (RowParser rows = parser(files, written)) {
      RowDigest digest = new RowDigest();
      int width = rows.columns().size();
      while (rows.next()) {
        for (int i = 0; i < width; i++) {
          digest.value(rows.value(i));
        }
        digest.endOfRow();
      }
      return new StoredRows(files, written, rows.columns(), digest.rows(), digest.sha256());
    }
  }

  private static RowParser parser(ReferencedFiles files, Written written)
      throws IOException, RowSyntaxException {
    Reader reader = reader(files, written.path());
    boolean opened = false;
    try {
      RowParser parser =
          written.csv() != null
              ? new CsvRows(reader, written.csv(), written.columns())
              : new JsonRows(reader, written.columns());
      opened = true;
      return parser;
    } finally {
      if (!opened) {
        reader.close();
      }
    }
  }

  /** Strictly: what is no UTF-8 is an error. */
  private static Reader reader(ReferencedFiles files, String path) throws IOException {
    InputStream in = files.open(path);
    return new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder());
  }

  @Override
  public Written written() {
    return written;
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public long count() {
    return count;
  }

  @Override
  public String sha256() {
    return sha256;
  }

  @Override
  public Cursor open() {
    try {
      return new Rows(parser(files, written));
    } catch (IOException | RowSyntaxException e) {
      throw changed(e);
    }
  }

  private RowFileException changed(Exception e) {
    return new RowFileException(
        "The file "
            + files.shown(written.path())
            + " is not what it was a moment ago: "
            + e.getMessage());
  }

  @Override
  public SourceLocation location(int line, int column) {
    return location(files, written.path(), line, column);
  }

  /** Reads the line again: the text of the file is not held. */
  static SourceLocation location(ReferencedFiles files, String path, int line, int column) {
    String text = "";
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(files.open(path), StandardCharsets.UTF_8))) {
      text = line(reader, line);
    } catch (IOException e) {
      text = "(" + e.getMessage() + ")";
    }
    return new SourceLocation(new SourceText(files.shown(path), text, line), line, column);
  }

  /** The start of a line; the rest may be longer than the memory. */
  private static String line(Reader reader, int line) throws IOException {
    StringBuilder text = new StringBuilder();
    int number = 1;
    for (int c = reader.read(); c >= 0 && number <= line; c = reader.read()) {
      if (c == '\n') {
        number++;
      } else if (number == line && c != '\r') {
        text.append((char) c);
        if (text.length() == MAX_SHOWN) {
          break;
        }
      }
    }
    return text.toString();
  }

  private final class Rows implements Cursor {
    private final RowParser parser;
    private long seen;

    Rows(RowParser parser) {
      this.parser = parser;
    }

    @Override
    public boolean next() {
      try {
        if (parser.next()) {
          seen++;
          return true;
        }
      } catch (IOException | RowSyntaxException e) {
        throw changed(e);
      }
      if (seen != count || !parser.columns().equals(columns)) {
        throw changed(new IOException("it had " + count + " rows and has " + seen));
      }
      return false;
    }

    @Override
    public Value value(int index) {
      return parser.value(index);
    }

    @Override
    public int line(int index) {
      return parser.line(index);
    }

    @Override
    public int column(int index) {
      return parser.column(index);
    }

    @Override
    public void close() {
      try {
        parser.close();
      } catch (IOException e) {
        throw changed(e);
      }
    }
  }

  /** By what is written and what is in it, so that equal operations are equal. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof StoredRows rows
        && written.equals(rows.written)
        && sha256.equals(rows.sha256);
  }

  @Override
  public int hashCode() {
    return written.hashCode();
  }

  @Override
  public String toString() {
    return written.path();
  }
}
