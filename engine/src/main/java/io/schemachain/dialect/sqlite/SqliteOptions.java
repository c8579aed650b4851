package io.schemachain.dialect.sqlite;

import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.OptionTable;
import io.schemachain.dialect.TypeTable;
import io.schemachain.model.Column;
import io.schemachain.model.DataType;
import io.schemachain.model.Options;
import io.schemachain.model.Table;
import io.schemachain.model.TypeKind;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The options of a table. A STRICT one has six types only: {@code sqlite.org/stricttables.html}. An
 * INTEGER primary key is the row's own number and INT is not, as in other tables.
 */
final class SqliteOptions {
  private static final String BEHIND = "behind";
  private static final Set<String> STRICT_NATIVE =
      Set.of("INT", "INTEGER", "REAL", "TEXT", "BLOB", "ANY");

  /** Decimal digits that a floating point number keeps. */
  private static final int DIGITS_OF_REAL = 15;

  private static final OptionTable TABLE =
      new OptionTable("a table")
          .in(BEHIND)
          .flag("strict", "STRICT")
          .flag("without_rowid", "WITHOUT ROWID");

  private static final TypeTable STRICT_TYPES =
      new TypeTable("SQLite")
          .type(TypeKind.SMALLINT, "INT")
          .type(TypeKind.INTEGER, "INTEGER")
          .type(TypeKind.BIGINT, "INT")
          .type(TypeKind.NUMERIC, "REAL")
          .type(TypeKind.REAL, "REAL")
          .type(TypeKind.DOUBLE, "REAL")
          .type(TypeKind.BOOLEAN, "INT")
          .type(TypeKind.CHAR, "TEXT")
          .type(TypeKind.STRING, "TEXT")
          .type(TypeKind.TEXT, "TEXT")
          .type(TypeKind.DATE, "TEXT")
          .type(TypeKind.TIME, "TEXT")
          .type(TypeKind.TIMESTAMP, "TEXT")
          .type(TypeKind.TIMESTAMPTZ, "TEXT")
          .refuse(TypeKind.INTERVAL, "Use bigint for a number of seconds.")
          .type(TypeKind.BINARY, "BLOB")
          .type(TypeKind.VARBINARY, "BLOB")
          .type(TypeKind.BLOB, "BLOB")
          .type(TypeKind.UUID, "TEXT")
          .type(TypeKind.JSON, "TEXT");

  /** The portable types of the words above, each the one that says most. */
  private static final Map<String, TypeKind> STRICT_KINDS =
      Map.of(
          "INT", TypeKind.BIGINT,
          "INTEGER", TypeKind.INTEGER,
          "REAL", TypeKind.DOUBLE,
          "TEXT", TypeKind.TEXT,
          "BLOB", TypeKind.BLOB);

  private final Dialect dialect;

  SqliteOptions(Dialect dialect) {
    this.dialect = dialect;
  }

  /** What stands behind the closing parenthesis, with a space before it. */
  String behind(Table table) {
    OptionTable.Fragments fragments = TABLE.of(table.options(), dialect);
    if (isStrict(table) && !SqliteFeatures.of(dialect.version()).strictTables()) {
      throw dialect.unsupported(
          "strict tables before version 3.37",
          "Leave `strict` out of " + table.name() + ", or name the version: `sqlite:3.37`.");
    }
    if (isWithoutRowid(table)) {
      requireKey(table);
    }
    return fragments.has(BEHIND) ? " " + fragments.in(BEHIND, ", ") : "";
  }

  private void requireKey(Table table) {
    if (table.primaryKey() == null) {
      throw dialect.unsupported(
          "a table without rowid that has no primary key",
          "Give it one, or leave `without_rowid` out.");
    }
    for (Column column : table.columns()) {
      if (column.identity() != null) {
        throw dialect.unsupported(
            "an identity column in a table without rowid",
            "Leave `identity` of " + column.name() + " or `without_rowid` out.");
      }
    }
  }

  static boolean isStrict(Table table) {
    return table.options().has("strict");
  }

  static boolean isWithoutRowid(Table table) {
    return table.options().has("without_rowid");
  }

  /** What the catalog says of a table, as options. */
  static Options of(boolean strict, boolean withoutRowid) {
    Map<String, String> words = new HashMap<>();
    if (strict) {
      words.put("strict", "true");
    }
    if (withoutRowid) {
      words.put("without_rowid", "true");
    }
    return Options.of("sqlite", words);
  }

  /** The type of the model for one of the catalog; no type at all has the affinity of BLOB. */
  static DataType typeOf(String sql, boolean strict) {
    if (sql.isBlank()) {
      return DataType.Scalar.of(TypeKind.BLOB);
    }
    TypeKind kind = strict ? STRICT_KINDS.get(sql.strip().toUpperCase(Locale.ROOT)) : null;
    DataType type = strict ? null : SqliteTypes.TABLE.find(sql);
    return kind != null
        ? DataType.Scalar.of(kind)
        : type != null ? type : new DataType.Native(sql.strip());
  }

  /** The type of a column of a STRICT table. */
  String strictType(DataType type) {
    if (type instanceof DataType.Native other) {
      if (!STRICT_NATIVE.contains(other.text().strip().toUpperCase(Locale.ROOT))) {
        throw dialect.unsupported(
            "the type " + other.text() + " in a strict table", "Use INTEGER, REAL, TEXT or ANY.");
      }
      return other.text().strip();
    }
    if (!(type instanceof DataType.Scalar scalar)) {
      return "TEXT";
    }
    if (type.is(TypeKind.NUMERIC) && scalar.requireLength() > DIGITS_OF_REAL) {
      throw dialect.unsupported(
          "numbers of more than 15 digits in a strict table, as in " + type,
          "Use text, or {native: ANY}.");
    }
    return STRICT_TYPES.render(scalar);
  }
}
