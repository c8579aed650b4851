package io.schemachain.format;

import io.schemachain.operation.RowFile.Csv;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;

/**
 * Reads CSV as RFC 4180 has it, strictly, one record at a time: records end in LF or CR LF, a
 * quoted value keeps its line ends as they are.
 */
final class CsvRecords implements Closeable {
  private static final int BUFFER = 1 << 15;
  private static final int END = -1;

  /** Of a value, in characters: a line without an end would take all memory. */
  static final int MAX_VALUE = 8 << 20;

  /** Of a record; no database has a table of more. */
  static final int MAX_VALUES = 32_767;

  private final Reader in;
  private final char delimiter;
  private final char quote;
  private final char[] buffer = new char[BUFFER];
  private final StringBuilder rest = new StringBuilder();
  private int at;
  private int limit;

  /** How many characters came before the buffer, and before the line. */
  private long before;

  private long lineStart;
  private int line = 1;

  /** Of the values of the record so far. */
  private long kept;

  private int size;
  private String[] texts = new String[16];
  private boolean[] quoted = new boolean[16];
  private int[] lines = new int[16];
  private int[] columns = new int[16];

  CsvRecords(Reader in, Csv csv) throws IOException {
    this.in = in;
    this.delimiter = csv.delimiter();
    this.quote = csv.quote();
    if (peek() == '\uFEFF') {
      at++;
      lineStart = 1;
    }
  }

  /** Goes to the next record; false behind the last. */
  boolean next() throws IOException, RowSyntaxException {
    size = 0;
    kept = 0;
    if (peek() == END) {
      return false;
    }
    while (true) {
      value();
      int c = peek();
      if (c == END) {
        return true;
      }
      if (c == delimiter) {
        at++;
      } else if (c == '\n' || c == '\r') {
        endOfLine(c);
        return true;
      } else {
        throw error("There is text behind the closing quote.", "Double a quote within a value.");
      }
    }
  }

  private void endOfLine(int c) throws IOException, RowSyntaxException {
    if (c == '\r') {
      at++;
      if (peek() != '\n') {
        at--;
        throw error("A carriage return stands outside of quotes.", "Quote the value.");
      }
    }
    at++;
    newLine();
  }

  private void newLine() {
    line++;
    lineStart = before + at;
  }

  private void value() throws IOException, RowSyntaxException {
    if (size == MAX_VALUES) {
      throw error("A record has more than " + MAX_VALUES + " values.", "Is a line end missing?");
    }
    if (size == texts.length) {
      texts = Arrays.copyOf(texts, 2 * size);
      quoted = Arrays.copyOf(quoted, 2 * size);
      lines = Arrays.copyOf(lines, 2 * size);
      columns = Arrays.copyOf(columns, 2 * size);
    }
    lines[size] = line;
    columns[size] = columnHere();
    quoted[size] = peek() == quote;
    texts[size] = quoted[size] ? quotedText() : plainText();
    kept += texts[size].length();
    size++;
  }

  private String plainText() throws IOException, RowSyntaxException {
    rest.setLength(0);
    while (true) {
      int start = at;
      while (at < limit) {
        char c = buffer[at];
        if (c == delimiter || c == '\n' || c == '\r') {
          return text(start);
        }
        if (c == quote) {
          throw error(
              "A quote stands within a value that does not begin with one.",
              "Quote the value, and double the quote.");
        }
        at++;
      }
      keep(start, at - start);
      if (peek() == END) {
        return rest.toString();
      }
    }
  }

  private String quotedText() throws IOException, RowSyntaxException {
    rest.setLength(0);
    int startLine = line;
    int startColumn = columnHere();
    at++;
    while (peek() != END) {
      int start = at;
      while (at < limit && buffer[at] != quote) {
        if (buffer[at++] == '\n') {
          newLine();
        }
      }
      if (at == limit) {
        keep(start, at - start);
      } else {
        int end = at++;
        // What follows may be in the next buffer, and this one is gone then.
        keep(start, end - start);
        if (peek() != quote) {
          return rest.toString();
        }
        rest.append(quote);
        at++;
      }
    }
    throw new RowSyntaxException(startLine, startColumn, "The quoted value does not end.", null);
  }

  private void keep(int start, int length) throws RowSyntaxException {
    if (rest.length() + (long) length + kept > MAX_VALUE) {
      throw error(
          "The values of a record have more than " + MAX_VALUE + " characters.",
          "Is a quote or a line end missing?");
    }
    rest.append(buffer, start, length);
  }

  private String text(int start) {
    if (rest.length() == 0) {
      return new String(buffer, start, at - start);
    }
    return rest.append(buffer, start, at - start).toString();
  }

  private int peek() throws IOException {
    if (at == limit) {
      before += limit;
      at = 0;
      limit = Math.max(0, in.read(buffer, 0, buffer.length));
      if (limit == 0) {
        return END;
      }
    }
    return buffer[at];
  }

  private int columnHere() {
    return (int) (before + at - lineStart) + 1;
  }

  private RowSyntaxException error(String message, String hint) {
    return new RowSyntaxException(line, columnHere(), message, hint);
  }

  // The record

  int size() {
    return size;
  }

  String get(int index) {
    return texts[index];
  }

  boolean isQuoted(int index) {
    return quoted[index];
  }

  int line(int index) {
    return lines[index];
  }

  int column(int index) {
    return columns[index];
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
