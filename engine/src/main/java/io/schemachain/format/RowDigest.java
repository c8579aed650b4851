package io.schemachain.format;

import io.schemachain.model.Value;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 of rows: of each the canonical JSON of its values as a list, and a line feed. It is the
 * same however the file separates and quotes them.
 */
final class RowDigest {
  private static final int CHARACTERS = 1 << 14;

  private final MessageDigest digest;
  private final StringBuilder text = new StringBuilder(2 * CHARACTERS);
  private char separator = '[';
  private long rows;

  RowDigest() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  void value(Value value) {
    text.append(separator);
    separator = ',';
    if (value instanceof Value.Null) {
      text.append("null");
    } else {
      CanonicalForm.string(
          text, value instanceof Value.Json json ? json.text() : ((Value.Text) value).text());
    }
  }

  void endOfRow() {
    text.append("]\n");
    separator = '[';
    rows++;
    if (text.length() >= CHARACTERS) {
      flush();
    }
  }

  private void flush() {
    digest.update(text.toString().getBytes(StandardCharsets.UTF_8));
    text.setLength(0);
  }

  long rows() {
    return rows;
  }

  String sha256() {
    flush();
    return HexFormat.of().formatHex(digest.digest());
  }
}
