package io.schemachain.dialect.sqlserver;

import io.schemachain.dialect.Dialect;
import io.schemachain.model.DataType;
import io.schemachain.model.TypeKind;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which changes of a column's type ALTER COLUMN converts as other databases do. Where it would make
 * other values of them, or knows no way, they are refused.
 */
final class SqlserverTypeChanges {
  private static final Set<TypeKind> EXACT =
      Set.of(TypeKind.SMALLINT, TypeKind.INTEGER, TypeKind.BIGINT, TypeKind.NUMERIC);
  private static final Set<TypeKind> TEXTS = Set.of(TypeKind.CHAR, TypeKind.STRING, TypeKind.TEXT);
  private static final Set<TypeKind> BYTES =
      Set.of(TypeKind.BINARY, TypeKind.VARBINARY, TypeKind.BLOB);

  private SqlserverTypeChanges() {}

  static void require(Dialect dialect, DataType from, DataType to) {
    if (!converts(from, to)) {
      throw dialect.unsupported(
          "another type, " + to + " for " + from + ", that converts the values as others do",
          "Add a column of the new type, fill it with `execute`, drop the old one, rename the new"
              + " one.");
    }
  }

  private static boolean converts(DataType from, DataType to) {
    if (from instanceof DataType.Native || to instanceof DataType.Native) {
      return true;
    }
    TypeKind old = kind(from);
    TypeKind changed = kind(to);
    if (old == null || changed == null) {
      return false;
    }
    if (old == changed) {
      return true;
    }
    if (TEXTS.contains(old)) {
      // A text to a binary wants CONVERT.
      return !BYTES.contains(changed) && changed != TypeKind.INTERVAL;
    }
    return switch (old) {
      case SMALLINT, INTEGER, BIGINT ->
          changed.isNumber() || changed == TypeKind.BOOLEAN || TEXTS.contains(changed);
      // A whole number of it is cut, not rounded.
      case NUMERIC ->
          changed == TypeKind.REAL || changed == TypeKind.DOUBLE || TEXTS.contains(changed);
      // As a text it has six digits.
      case REAL, DOUBLE ->
          changed == TypeKind.REAL || changed == TypeKind.DOUBLE || changed == TypeKind.NUMERIC;
      // As a text it is 1 or 0.
      case BOOLEAN -> EXACT.contains(changed);
      case DATE ->
          changed == TypeKind.TIMESTAMP
              || changed == TypeKind.TIMESTAMPTZ
              || TEXTS.contains(changed);
      case TIME -> TEXTS.contains(changed);
      case TIMESTAMP ->
          changed == TypeKind.DATE
              || changed == TypeKind.TIME
              || changed == TypeKind.TIMESTAMPTZ
              || TEXTS.contains(changed);
      // Without its offset it is the time of day at its place, not in UTC.
      case TIMESTAMPTZ -> false;
      case BINARY, VARBINARY, BLOB -> BYTES.contains(changed);
      // As a text it is in upper case.
      case UUID -> false;
      case JSON -> TEXTS.contains(changed);
      default -> false;
    };
  }

  /** An enum is a text. */
  private static @Nullable TypeKind kind(DataType type) {
    return type instanceof DataType.Enumeration ? TypeKind.STRING : type.kind();
  }
}
