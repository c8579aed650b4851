package io.schemachain.dialect.mysql;

import io.schemachain.dialect.Dialect;
import io.schemachain.model.Check;
import io.schemachain.model.Column;
import io.schemachain.model.Computed;
import io.schemachain.model.DataType;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Identity;
import io.schemachain.model.Index;
import io.schemachain.model.ReferentialAction;
import io.schemachain.model.SqlIdentifiers;
import io.schemachain.model.Table;
import io.schemachain.model.TypeKind;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the server would refuse, or quietly do otherwise: said before the first statement. */
class MysqlRules {
  /** Of the whole row, long types not counted. */
  private static final int MAX_ROW_BYTES = 65_535;

  private static final int MAX_KEY_BYTES = 3072;
  private static final int MAX_CHAR = 255;
  private static final int MAX_COLUMN_COMMENT = 1024;
  private static final int MAX_TABLE_COMMENT = 2048;

  private final Dialect dialect;
  private final MysqlStorage storage;

  MysqlRules(Dialect dialect) {
    this.dialect = dialect;
    this.storage = new MysqlStorage(dialect);
  }

  final Dialect dialect() {
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
    if (bytes > MAX_KEY_BYTES) {
      throw dialect.unsupported(
          "keys of more than 3072 bytes, and " + key + " may have " + bytes,
          "Shorten its columns; a character counts four bytes.");
    }
    storage.requireKey(table, bytes, longest, key);
  }

  /** A full-text or spatial index has rules of its own. */
  final void requireIndex(Table table, Index index) {
    storage.requireIndex(table, index);
    if (!MysqlStorage.isSpecial(index)) {
      requireKey(table, index.columns(), index.name());
    }
  }

  /** Room in a row or a key; types that are small or unknown count as none. */
  private static long bytes(Table table, Column column) {
    if (!(column.type() instanceof DataType.Scalar scalar)) {
      return 0;
    }
    long character =
        column.collation() == null
            ? MysqlStorage.bytesPerCharacter(table)
            : MysqlStorage.MAX_BYTES_PER_CHARACTER;
    return switch (scalar.kind()) {
      case CHAR, STRING -> character * scalar.requireLength();
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
