package io.schemachain.dialect.postgresql;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The operator classes of the server itself that a column of an index has without saying one. */
final class PostgresqlOperatorClasses {
  /** What the names of classes begin with, by type without its numbers. */
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("smallint", "int2"),
          Map.entry("integer", "int4"),
          Map.entry("bigint", "int8"),
          Map.entry("numeric", "numeric"),
          Map.entry("real", "float4"),
          Map.entry("double precision", "float8"),
          Map.entry("boolean", "bool"),
          Map.entry("character", "bpchar"),
          Map.entry("character varying", "text"),
          Map.entry("text", "text"),
          Map.entry("date", "date"),
          Map.entry("time without time zone", "time"),
          Map.entry("time with time zone", "timetz"),
          Map.entry("timestamp without time zone", "timestamp"),
          Map.entry("timestamp with time zone", "timestamptz"),
          Map.entry("interval", "interval"),
          Map.entry("bytea", "bytea"),
          Map.entry("uuid", "uuid"),
          Map.entry("jsonb", "jsonb"));

  private PostgresqlOperatorClasses() {}

  /**
   * Whether an index has the class anyway.
   *
   * @param type of the column, in the words of the catalog
   * @param method null is btree
   */
  static boolean isDefault(String operatorClass, String type, @Nullable String method) {
    String name = type.endsWith("[]") ? "array" : NAMES.get(type.replaceAll("\\([^()]*\\)", ""));
    if (name == null) {
      return false;
    }
    return switch (method == null ? "btree" : method) {
      case "btree", "hash", "gin" -> operatorClass.equals(name + "_ops");
      case "gist" -> operatorClass.equals("gist_" + name + "_ops");
      case "brin" -> operatorClass.equals(name + "_minmax_ops");
      default -> false;
    };
  }
}
