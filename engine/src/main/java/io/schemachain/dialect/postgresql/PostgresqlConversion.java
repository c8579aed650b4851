package io.schemachain.dialect.postgresql;

import io.schemachain.dialect.Dialect;
import io.schemachain.model.Column;
import io.schemachain.model.DataType;
import io.schemachain.model.TypeKind;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind USING when a column gets another type. PostgreSQL itself converts what it
 * converts in an assignment; for other types it has a cast that wants to be written, or none.
 */
final class PostgresqlConversion {
  private PostgresqlConversion() {}

  /**
   * An expression for the new values; null where the server needs none.
   *
   * @param quoted the column
   * @param name of the new type
   * @throws io.schemachain.dialect.UnsupportedFeatureException if there is none
   */
  static @Nullable String of(
      Dialect dialect, Column old, Column changed, String quoted, String name) {
    if (changed.type() instanceof DataType.Enumeration) {
      return quoted + "::text::" + name;
    }
    if (changed.type() instanceof DataType.Array array
        && array.element() instanceof DataType.Enumeration) {
      return quoted + "::text[]::" + name;
    }
    TypeKind to = changed.type().kind();
    if (to == null || (to.isCharacter() && !isBinary(old.type()))) {
      return null; // A native type is the author's; a text can be made of everything.
    }
    if (old.type() instanceof DataType.Enumeration) {
      return quoted + "::text::" + name;
    }
    TypeKind from = old.type().kind();
    if (from == null || from == to) {
      return null;
    }
    String expression = from.isCharacter() ? ofText(to, quoted, name) : of(from, to, quoted, name);
    if (expression == null) {
      throw dialect.unsupported(
          "another type for " + old.name() + ": " + changed.type() + " for " + old.type(),
          "Say with `using` how a value becomes one of the new type.");
    }
    return expression.equals(quoted) ? null : expression;
  }

  private static boolean isBinary(DataType type) {
    return type.is(TypeKind.BINARY) || type.is(TypeKind.VARBINARY) || type.is(TypeKind.BLOB);
  }

  /** A cast to bytea would read a backslash as the start of an escape. */
  private static String ofText(TypeKind to, String quoted, String name) {
    return switch (to) {
      case BINARY, VARBINARY, BLOB -> "convert_to(" + quoted + ", 'UTF8')";
      default -> quoted + "::" + name;
    };
  }

  /** The column alone where an assignment converts it; null where nothing does. */
  private static @Nullable String of(TypeKind from, TypeKind to, String quoted, String name) {
    return switch (from) {
      case SMALLINT, INTEGER, BIGINT ->
          to == TypeKind.BOOLEAN ? quoted + " <> 0" : ofNumber(to, quoted);
      case NUMERIC, REAL, DOUBLE -> ofNumber(to, quoted);
      case BOOLEAN ->
          to.isNumber() ? quoted + "::integer" : to == TypeKind.JSON ? json(quoted) : null;
      case DATE ->
          switch (to) {
            case TIMESTAMP -> quoted;
            case TIMESTAMPTZ -> quoted + "::timestamp AT TIME ZONE 'UTC'";
            default -> null;
          };
      case TIME -> to == TypeKind.INTERVAL ? quoted : null;
      case TIMESTAMP ->
          switch (to) {
            case DATE, TIME -> quoted;
            case TIMESTAMPTZ -> quoted + " AT TIME ZONE 'UTC'";
            default -> null;
          };
      case TIMESTAMPTZ ->
          switch (to) {
            case TIMESTAMP, DATE, TIME -> quoted + " AT TIME ZONE 'UTC'";
            default -> null;
          };
      case INTERVAL -> to == TypeKind.TIME ? quoted : null;
      case BINARY, VARBINARY, BLOB ->
          switch (to) {
            case BINARY, VARBINARY, BLOB -> quoted;
            case CHAR, STRING, TEXT -> "convert_from(" + quoted + ", 'UTF8')";
            default -> null;
          };
      case JSON -> to.isNumber() || to == TypeKind.BOOLEAN ? quoted + "::" + name : null;
      case CHAR, STRING, TEXT, UUID -> null;
    };
  }

  private static @Nullable String ofNumber(TypeKind to, String quoted) {
    return to.isNumber() ? quoted : to == TypeKind.JSON ? json(quoted) : null;
  }

  private static String json(String quoted) {
    return "to_jsonb(" + quoted + ")";
  }
}
