package io.schemachain.dialect;

import io.schemachain.operation.RowFile;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Rows as the bytes of a stream, made as they are read. */
final class CopyStream extends InputStream {
  private static final int CHARACTERS = 1 << 15;

  private final CopyIn copy;
  private final RowFile.Cursor rows;
  private final StringBuilder text = new StringBuilder(2 * CHARACTERS);
  private byte[] bytes = new byte[0];
  private int at;

  CopyStream(CopyIn copy, RowFile.Cursor rows) {
    this.copy = copy;
    this.rows = rows;
  }

  @Override
  public int read() {
    return fill() ? bytes[at++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, bytes.length - at);
    System.arraycopy(bytes, at, target, offset, count);
    at += count;
    return count;
  }

  private boolean fill() {
    if (at < bytes.length) {
      return true;
    }
    text.setLength(0);
    while (text.length() < CHARACTERS && rows.next()) {
      copy.append(text, rows);
    }
    bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    at = 0;
    return bytes.length > 0;
  }

  @Override
  public void close() {
    rows.close();
  }
}
