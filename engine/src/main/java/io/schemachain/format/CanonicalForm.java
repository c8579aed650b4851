package io.schemachain.format;

import io.schemachain.operation.Operation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * The canonical form of an upgrade and its checksum, as format-spec {@code docs/checksum.md}
 * defines them. JSON is written here and not by a library: its bytes must outlive every library's
 * version.
 */
final class CanonicalForm {
  private static final String HEX = "0123456789abcdef";

  private CanonicalForm() {}

  static String of(List<Operation> upgrade) {
    StringBuilder out = new StringBuilder(256);
    write(out, new OperationWriter(true).write(upgrade));
    return out.toString();
  }

  /** {@code 1:} and the SHA-256 of a document in lower-case hexadecimal digits. */
  static String checksum(String document) {
    return "1:" + GeneratedNames.sha256(document.getBytes(StandardCharsets.UTF_8));
  }

  private static void write(StringBuilder out, Written written) {
    if (written instanceof Written.Text text) {
      string(out, text.text());
    } else if (written instanceof Written.Word word) {
      out.append(word.text());
    } else if (written instanceof Written.Null) {
      out.append("null");
    } else if (written instanceof Written.Items items) {
      char separator = '[';
      for (Written item : items.items()) {
        out.append(separator);
        write(out, item);
        separator = ',';
      }
      out.append(items.items().isEmpty() ? "[]" : "]");
    } else if (written instanceof Written.Keys keys) {
      char separator = '{';
      for (Map.Entry<String, Written> entry : keys.entries().entrySet()) {
        out.append(separator);
        string(out, entry.getKey());
        out.append(':');
        write(out, entry.getValue());
        separator = ',';
      }
      out.append(keys.entries().isEmpty() ? "{}" : "}");
    }
  }

  /** A text as a JSON string. */
  static void string(StringBuilder out, String text) {
    out.append('"');
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '"' || c == '\\') {
        out.append(text.substring(start, i));
        escape(out, c);
        start = i + 1;
      }
    }
    out.append(text.substring(start)).append('"');
  }

  private static void escape(StringBuilder out, char c) {
    switch (c) {
      case '"', '\\' -> out.append('\\').append(c);
      case '\n' -> out.append("\\n");
      case '\t' -> out.append("\\t");
      case '\r' -> out.append("\\r");
      default -> out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xF));
    }
  }
}
