package io.schemachain.dialect.mysql;

import io.schemachain.model.Check;
import io.schemachain.model.Column;
import io.schemachain.model.Computed;
import io.schemachain.model.DataType;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Identity;
import io.schemachain.model.Index;
import io.schemachain.model.IndexPart;
import io.schemachain.model.ReferentialAction;
import io.schemachain.model.SqlIdentifiers;
import io.schemachain.model.Table;
import io.schemachain.model.TypeKind;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the server would refuse, or quietly do otherwise: said before the first statement. */
class MysqlRules {
  /** Of the whole row, long types not counted. */
  private static final int MAX_ROW_BYTES = 65_535;

  private static final int MAX_KEY_BYTES = 3072;
  private static final int MAX_CHAR = 255;
  private static final int MAX_DEFAULT_BYTES = 32_000;
  private static final int MAX_COLUMN_COMMENT = 1024;
  private static final int MAX_TABLE_COMMENT = 2048;

  private final MysqlDialect dialect;
  private final MysqlStorage storage;

  MysqlRules(MysqlDialect dialect) {
    this.dialect = dialect;
    this.storage = new MysqlStorage(dialect);
  }

  final MysqlDialect dialect() {
    return dialect;
  }

  final MysqlStorage storage() {
    return storage;
  }

  int maxScale() {
    return 30;
  }

  // Columns

  final void requireType(DataType type) {
    if (type instanceof DataType.Enumeration enumeration) {
      requireEnumeration(enumeration);
    }
    if (!(type instanceof DataType.Scalar scalar)) {
      return;
    }
    if (scalar.kind() == TypeKind.CHAR && scalar.requireLength() > MAX_CHAR) {
      throw dialect.unsupported(
          scalar + ", the longest is char(255)", "Use string(" + scalar.requireLength() + ").");
    }
    if (scalar.kind() == TypeKind.BINARY && scalar.requireLength() > MAX_CHAR) {
      throw dialect.unsupported(
          scalar + ", the longest is binary(255)",
          "Use varbinary(" + scalar.requireLength() + ").");
    }
    if (scalar.kind() == TypeKind.NUMERIC && scalar.requireScale() > maxScale()) {
      throw dialect.unsupported(
          "more than " + maxScale() + " digits after the point",
          "Reduce the scale of " + scalar + ".");
    }
  }

  private void requireEnumeration(DataType.Enumeration type) {
    Set<String> seen = new HashSet<>();
    for (String value : type.values()) {
      if (value.endsWith(" ")) {
        throw dialect.unsupported(
            "spaces at the end of a value of the enum " + type.name(), "Take them away.");
      }
      if (!seen.add(value.toLowerCase(Locale.ROOT))) {
        throw dialect.unsupported(
            "values of the enum " + type.name() + " that differ only by case, such as " + value,
            "Use a string with a check constraint.");
      }
    }
  }

  /** The catalog has 64 KiB for it, in words of its own that take up to twice as much. */
  final void requireShortDefault(String constant) {
    if (constant.getBytes(StandardCharsets.UTF_8).length > MAX_DEFAULT_BYTES) {
      throw dialect.unsupported(
          "a default of more than " + MAX_DEFAULT_BYTES + " bytes",
          "Leave `default` out, and let the application write the value.");
    }
  }

  /** Before there were defaults in parentheses. */
  final void requirePlainDefault(String sql, DataType type) {
    if (MysqlDefaults.isLong(type)) {
      throw dialect.unsupported(
          "a default of the type " + type + " before version 8.0",
          "Leave `default` out, or use string(255).");
    }
    if (!MysqlDefaults.isConstant(sql)) {
      throw dialect.unsupported(
          "the default " + sql + " before version 8.0",
          "Write a constant, or CURRENT_TIMESTAMP for a timestamp.");
    }
  }

  final void requireCollation(String collation) {
    if (!dialect.features().collations0900() && collation.contains("_0900_")) {
      throw dialect.unsupported(
          "the collation " + collation + " before version 8.0", "Use utf8mb4_unicode_520_ci.");
    }
  }

  final void requireIdentity(Identity identity) {
    if (identity.always()) {
      throw dialect.unsupported(
          "identity columns that refuse a given value", "Leave `always` out.");
    }
    if (identity.incrementOrDefault() != 1) {
      throw dialect.unsupported(
          "an increment of a single column", "Leave `increment` out; the server has one for all.");
    }
  }

  /** An AUTO_INCREMENT column is an integer and the first column of a key. */
  final void requireIdentityKey(Table table) {
    List<Column> identities =
        table.columns().stream().filter(column -> column.identity() != null).toList();
    if (identities.size() > 1) {
      throw dialect.unsupported(
          "more than one identity column in a table", "Keep one of those of " + table.name() + ".");
    }
    for (Column column : identities) {
      TypeKind kind = column.type().kind();
      if (kind != null && !kind.isInteger()) {
        throw dialect.unsupported("an identity column of the type " + column.type(), "Use bigint.");
      }
      if (!MysqlKeys.leads(table, column.name())) {
        throw dialect.unsupported(
            "an identity column that is not the first column of a key",
            "Put " + column.name() + " into the primary key, or create an index on it.");
      }
    }
  }

  /** The comment of a column has to fit, cut would be another. */
  final void requireComments(Table table) {
    requireKept(table.comment(), table.name().toString());
    table.columns().forEach(column -> requireKept(column.comment(), column.name()));
    if (table.comment() != null && table.comment().length() > MAX_TABLE_COMMENT) {
      throw dialect.unsupported(
          "comments of more than 2048 characters", "Shorten the comment of " + table.name() + ".");
    }
    for (Column column : table.columns()) {
      if (column.comment() != null && column.comment().length() > MAX_COLUMN_COMMENT) {
        throw dialect.unsupported(
            "comments of more than 1024 characters on a column",
            "Shorten the comment of " + column.name() + ".");
      }
    }
  }

  private void requireKept(@Nullable String comment, String name) {
    if (comment != null && MysqlNames.isChanged(comment)) {
      throw dialect.unsupported(
          "characters beyond U+FFFF in a comment", "Change the comment of " + name + ".");
    }
  }

  final void requireRowSize(Table table) {
    long bytes = (table.columns().stream().filter(Column::nullable).count() + 7) / 8;
    for (Column column : table.columns()) {
      if (bytes(table, column) > MAX_ROW_BYTES - 3) {
        throw dialect.unsupported(
            column.type() + " in a row of 65535 bytes",
            column.type().is(TypeKind.STRING) ? "Use text." : "Use blob.");
      }
      bytes += bytes(table, column);
    }
    if (bytes > MAX_ROW_BYTES) {
      throw dialect.unsupported(
          "rows of more than 65535 bytes, and " + table.name() + " may have " + bytes,
          "Turn a long string into text.");
    }
  }

  // Keys

  /** Long columns would need a length of the prefix to index, and a key has its limit. */
  final void requireKey(Table table, List<String> columns, String key) {
    long bytes = 0;
    long longest = 0;
    for (String name : columns) {
      Column column = table.column(name).orElseThrow();
      if (MysqlDefaults.isLong(column.type())) {
        throw dialect.unsupported(
            "the type " + column.type() + " in a key such as " + key,
            "Make " + column.name() + " a string(255), or another length.");
      }
      bytes += bytes(table, column);
      longest = Math.max(longest, bytes(table, column));
    }
    requireKeyBytes(table, bytes, longest, key);
  }

  /** The same of an index, which can have the first characters of a column. */
  final void requireIndex(Table table, Index index) {
    storage.requireIndex(table, index);
    if (MysqlStorage.isSpecial(index)) {
      return;
    }
    long bytes = 0;
    long longest = 0;
    for (IndexPart part : index.parts()) {
      if (part instanceof IndexPart.ColumnPart key) {
        Column column = table.column(key.column()).orElseThrow();
        long room =
            key.length() == null
                ? wholeBytes(table, column, index)
                : prefixBytes(table, column, key.length());
        bytes += room;
        longest = Math.max(longest, room);
      }
    }
    requireKeyBytes(table, bytes, longest, index.name());
  }

  private long wholeBytes(Table table, Column column, Index index) {
    if (MysqlDefaults.isLong(column.type())) {
      throw dialect.unsupported(
          "the type " + column.type() + " in a key such as " + index.name(),
          column.type().is(TypeKind.TEXT) || column.type().is(TypeKind.BLOB)
              ? "Index its first characters, {name: "
                  + column.name()
                  + ", length: 100}, or make it a string(255), or another length."
              : "Make " + column.name() + " a string(255), or another length.");
    }
    return bytes(table, column);
  }

  /** "Incorrect prefix key" (1089); a prefix of a native type is left to the server. */
  private long prefixBytes(Table table, Column column, int length) {
    DataType type = column.type();
    TypeKind kind = type.kind();
    boolean characters = kind != null && kind.isCharacter();
    boolean bytes = kind == TypeKind.BINARY || kind == TypeKind.VARBINARY || kind == TypeKind.BLOB;
    if (kind != null && !characters && !bytes) {
      throw dialect.unsupported(
          "an index of the first " + length + " characters of the type " + type,
          "Leave out `length` for " + column.name() + ".");
    }
    Integer most = type instanceof DataType.Scalar scalar ? scalar.length() : null;
    if (most != null && length > most) {
      throw dialect.unsupported(
          "an index of more characters than " + column.name() + " has, which is a " + type,
          "Leave out `length`.");
    }
    return characters ? (long) bytesPerCharacter(table, column) * length : length;
  }

  private void requireKeyBytes(Table table, long bytes, long longest, String key) {
    if (bytes > MAX_KEY_BYTES) {
      throw dialect.unsupported(
          "keys of more than 3072 bytes, and " + key + " may have " + bytes,
          "Shorten its columns; a character counts four bytes.");
    }
    storage.requireKey(table, bytes, longest, key);
  }

  void requireExpressionIndex() {
    if (!dialect.features().expressionIndexes()) {
      throw dialect.unsupported(
          "indexes on expressions before version 8.0",
          "Add a computed column with the expression and index that.");
    }
  }

  /** "Parsed but ignored", so the index would be another. */
  final void requireDirection(IndexPart part) {
    if (part.descending() && !dialect.features().descendingIndexes()) {
      throw dialect.unsupported(
          "descending indexes before version " + firstWithDescendingIndexes(),
          "Leave `order` out; an index is read backwards as well.");
    }
  }

  String firstWithDescendingIndexes() {
    return "8.0";
  }

  private static int bytesPerCharacter(Table table, Column column) {
    return column.collation() == null
        ? MysqlStorage.bytesPerCharacter(table)
        : MysqlStorage.MAX_BYTES_PER_CHARACTER;
  }

  /** Room in a row or a key; types that are small or unknown count as none. */
  private static long bytes(Table table, Column column) {
    if (!(column.type() instanceof DataType.Scalar scalar)) {
      return 0;
    }
    return switch (scalar.kind()) {
      case CHAR, STRING -> (long) bytesPerCharacter(table, column) * scalar.requireLength();
      case BINARY, VARBINARY -> scalar.requireLength();
      default -> 0;
    };
  }

  // Constraints

  final void requireForeignKeys(Table table) {
    for (ForeignKey key : table.foreignKeys()) {
      storage.requireForeignKey(table, key);
      if (key.onDelete() == ReferentialAction.SET_DEFAULT
          || key.onUpdate() == ReferentialAction.SET_DEFAULT) {
        throw dialect.unsupported(
            "the referential action set_default", "InnoDB takes it for no_action; write that.");
      }
      for (String name : key.columns()) {
        requireReferring(table, key, table.column(name).orElseThrow());
      }
    }
    for (Check check : table.checks()) {
      requireCheck(table, check);
    }
  }

  private void requireReferring(Table table, ForeignKey key, Column column) {
    boolean setsNull =
        key.onDelete() == ReferentialAction.SET_NULL
            || key.onUpdate() == ReferentialAction.SET_NULL;
    if (setsNull && !column.nullable()) {
      throw dialect.unsupported(
          "set_null of the foreign key " + key.name() + " on a column that is not nullable",
          "Make " + column.name() + " nullable, or use another action.");
    }
    Computed computed = column.computed();
    if (computed != null && (changesColumns(key) || !(computed.stored() || virtualForeignKeys()))) {
      throw dialect.unsupported(
          "the foreign key " + key.name() + " on the computed column " + column.name(),
          "Use a stored one without actions that change it.");
    }
    for (Column other : table.columns()) {
      if (other.computed() != null
          && other.computed().stored()
          && SqlIdentifiers.uses(other.computed().sql(), column.name())
          && (changesColumns(key)
              || (key.onDelete() == ReferentialAction.CASCADE && !cascadeUnderStoredColumns()))) {
        throw dialect.unsupported(
            "actions of the foreign key "
                + key.name()
                + " on a column that the stored column "
                + other.name()
                + " is computed from",
            "Leave on_delete and on_update out.");
      }
    }
  }

  private void requireCheck(Table table, Check check) {
    if (!dialect.features().checks()) {
      throw dialect.unsupported(
          "check constraints before version 8.0",
          "The server would forget " + check.name() + "; leave it out.");
    }
    for (Column column : table.columns()) {
      if (!SqlIdentifiers.uses(check.sql(), column.name())) {
        continue;
      }
      if (column.identity() != null) {
        throw dialect.unsupported(
            "the check constraint " + check.name() + " on the identity column " + column.name(),
            "Leave it out.");
      }
      for (ForeignKey key : table.foreignKeys()) {
        if (key.columns().contains(column.name()) && changesColumns(key)) {
          throw dialect.unsupported(
              "the check constraint "
                  + check.name()
                  + " on a column that the foreign key "
                  + key.name()
                  + " changes",
              "Leave on_update and set_null out, or the check.");
        }
      }
    }
    requireCheckName(table, check);
  }

  /** A hook for names that may not meet. */
  void requireCheckName(Table table, Check check) {}

  boolean virtualForeignKeys() {
    return false;
  }

  boolean cascadeUnderStoredColumns() {
    return false;
  }

  private static boolean changesColumns(ForeignKey key) {
    return key.onDelete() == ReferentialAction.SET_NULL
        || key.onUpdate() == ReferentialAction.SET_NULL
        || key.onUpdate() == ReferentialAction.CASCADE;
  }
}
