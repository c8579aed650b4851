package io.schemachain.format;

import io.schemachain.model.TableName;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Names for what a document, or SQL, leaves unnamed. */
public record GeneratedNames(NamingConvention convention, int maxLength) {
  private static final int SUFFIX_LENGTH = 8;

  public String primaryKey(TableName table, List<String> columns) {
    return name(convention.primaryKey(), table, columns, "");
  }

  public String unique(TableName table, List<String> columns) {
    return name(convention.unique(), table, columns, "");
  }

  public String foreignKey(TableName table, List<String> columns, TableName referred) {
    return name(convention.foreignKey(), table, columns, referred.name());
  }

  public String index(TableName table, List<String> columns) {
    return name(convention.index(), table, columns, "");
  }

  /**
   * Of a check, which has no pattern of its own.
   *
   * @param distinct what tells it from the others of its table
   */
  public String check(TableName table, List<String> distinct) {
    return name("ck_{table}_{columns}", table, distinct, "");
  }

  /** One pass over the pattern: a table that is called {@code {columns}} stays what it is. */
  private String name(String pattern, TableName table, List<String> columns, String referred) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < pattern.length()) {
      int close = pattern.charAt(at) == '{' ? pattern.indexOf('}', at) : -1;
      if (close < 0) {
        out.append(pattern.charAt(at++));
        continue;
      }
      String placeholder = pattern.substring(at + 1, close);
      switch (placeholder) {
        case "table" -> out.append(table.name());
        case "columns" -> out.append(String.join("_", columns));
        case "referred_table" -> out.append(referred);
        default -> out.append(pattern, at, close + 1);
      }
      at = close + 1;
    }
    return shorten(out.toString());
  }

  /**
   * A name that is too long keeps its start; the hash of all of it tells it from its neighbours.
   */
  private String shorten(String name) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    if (bytes.length <= maxLength) {
      return name;
    }
    int keep = Math.max(0, maxLength - SUFFIX_LENGTH - 1);
    while (keep > 0 && (bytes[keep] & 0xC0) == 0x80) {
      keep--;
    }
    String start = new String(bytes, 0, keep, StandardCharsets.UTF_8);
    return start + "_" + sha256(bytes).substring(0, SUFFIX_LENGTH);
  }

  /** In lower-case hexadecimal digits. */
  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
