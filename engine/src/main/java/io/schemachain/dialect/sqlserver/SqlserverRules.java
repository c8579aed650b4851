package io.schemachain.dialect.sqlserver;

import io.schemachain.dialect.Dialect;
import io.schemachain.model.Column;
import io.schemachain.model.Constraint;
import io.schemachain.model.DataType;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Identity;
import io.schemachain.model.Index;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.ReferentialAction;
import io.schemachain.model.Schema;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.model.TypeKind;
import io.schemachain.model.UniqueConstraint;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the server would refuse, or quietly do otherwise: said before the first statement. */
final class SqlserverRules {
  private static final int MAX_CHARACTERS = 4000;
  private static final int MAX_BYTES = 8000;
  private static final int MAX_PRECISION = 38;
  private static final int MAX_KEY_BYTES = 1700;
  private static final int MAX_CLUSTERED_KEY_BYTES = 900;
  private static final int MAX_KEY_COLUMNS = 32;

  /** Of the 7500 bytes that the value of an extended property has. */
  private static final int MAX_COMMENT = 3750;

  private final Dialect dialect;

  SqlserverRules(Dialect dialect) {
    this.dialect = dialect;
  }

  // Columns

  void requireType(DataType type) {
    if (type instanceof DataType.Enumeration enumeration) {
      requireEnumeration(enumeration);
    }
    if (!(type instanceof DataType.Scalar scalar)) {
      return;
    }
    boolean characters = type.is(TypeKind.CHAR) || type.is(TypeKind.STRING);
    boolean bytes = type.is(TypeKind.BINARY) || type.is(TypeKind.VARBINARY);
    if (characters && scalar.requireLength() > MAX_CHARACTERS) {
      throw dialect.unsupported(scalar + ", the longest is string(4000)", "Use text.");
    }
    if (bytes && scalar.requireLength() > MAX_BYTES) {
      throw dialect.unsupported(scalar + ", the longest is varbinary(8000)", "Use blob.");
    }
    if (type.is(TypeKind.NUMERIC) && scalar.requireLength() > MAX_PRECISION) {
      throw dialect.unsupported(
          "more than " + MAX_PRECISION + " digits, as in " + scalar, "Use string or double.");
    }
  }

  private void requireEnumeration(DataType.Enumeration type) {
    for (String value : type.values()) {
      if (value.endsWith(" ")) {
        throw dialect.unsupported(
            "spaces at the end of a value of the enum " + type.name(), "Take them away.");
      }
    }
  }

  void requireTable(Table table) {
    requireName(table.name());
    Set<String> identities = new HashSet<>();
    for (Column column : table.columns()) {
      if (column.identity() != null) {
        identities.add(column.name());
      }
      requireComment(column.comment(), column.name());
    }
    if (identities.size() > 1) {
      throw dialect.unsupported(
          "more than one identity column in a table", "Keep one of those of " + table.name() + ".");
    }
    requireComment(table.comment(), table.name().toString());
  }

  /** IDENTITY comes with a column and stays; whether a value may be given is a setting there. */
  void requireSameIdentity(Column from, Column to) {
    Identity old = from.identity();
    Identity identity = to.identity();
    if ((old == null) != (identity == null)) {
      throw dialect.unsupported(
          "an identity that a column gets or loses later",
          "Add another column in its place, fill it with `execute`, drop the old one and rename the"
              + " new one.");
    }
    if (old != null
        && identity != null
        && (old.startOrDefault() != identity.startOrDefault()
            || old.incrementOrDefault() != identity.incrementOrDefault())) {
      throw dialect.unsupported(
          "another start or increment of an identity",
          "Move its counter with `execute: DBCC CHECKIDENT (…, RESEED, …)`.");
    }
  }

  void requireName(TableName table) {
    if (table.name().startsWith("#")) {
      throw dialect.unsupported(
          "the table name " + table.name() + ", which is that of a temporary table",
          "Choose another name.");
    }
  }

  void requireComment(@Nullable String comment, String of) {
    if (comment != null && comment.length() > MAX_COMMENT) {
      throw dialect.unsupported(
          "comments of more than " + MAX_COMMENT + " characters",
          "Shorten the comment of " + of + ".");
    }
  }

  void requireCollation(String collation) {
    if (!collation.matches("[A-Za-z0-9_]+")) {
      throw dialect.unsupported(
          "the collation `" + collation + "`",
          "A collation is a word there, such as Latin1_General_100_CI_AS.");
    }
  }

  // Keys

  /** Of all keys and indexes of a table: what they may hold, and what they are called. */
  void requireKeys(Table table) {
    new SqlserverStorage(dialect).require(table);
    Set<String> constraints = new HashSet<>();
    for (Constraint constraint : table.constraints()) {
      if (constraint instanceof PrimaryKey key) {
        requireKey(table, key.columns(), key.name());
        constraints.add(key.name());
      } else if (constraint instanceof UniqueConstraint unique) {
        requireKey(table, unique.columns(), unique.name());
        constraints.add(unique.name());
      }
    }
    for (Index index : table.indexes()) {
      requireKey(table, index.columns(), index.name(), SqlserverStorage.isColumnstore(index));
      if (constraints.contains(index.name())) {
        throw dialect.unsupported(
            "an index " + index.name() + " beside the constraint of that name in one table",
            "Give it another name.");
      }
    }
  }

  private void requireKey(Table table, List<String> columns, String name) {
    requireKey(table, columns, name, false);
  }

  /**
   * @param columnstore whether it is an index without a key, which has as many columns as a table
   */
  private void requireKey(Table table, List<String> columns, String name, boolean columnstore) {
    if (columns.size() > MAX_KEY_COLUMNS && !columnstore) {
      throw dialect.unsupported(
          "more than " + MAX_KEY_COLUMNS + " columns in " + name, "Leave some out.");
    }
    for (String column : columns) {
      DataType type = table.column(column).orElseThrow().type();
      if (type.is(TypeKind.TEXT) || type.is(TypeKind.BLOB) || type.is(TypeKind.JSON)) {
        throw dialect.unsupported(
            "a column of the type " + type + " in " + name,
            "Give " + column + " a type with a length.");
      }
    }
    int bytes = columnstore ? 0 : keyBytes(table, columns);
    if (bytes > MAX_KEY_BYTES) {
      throw dialect.unsupported(
          "keys of more than " + MAX_KEY_BYTES + " bytes, and " + name + " may have " + bytes,
          "Give its columns smaller types; a character counts two bytes.");
    }
  }

  /** Whether a key does not fit into a clustered index, which a primary key has by itself. */
  static boolean isTooLongToCluster(Table table, List<String> columns) {
    return keyBytes(table, columns) > MAX_CLUSTERED_KEY_BYTES;
  }

  private static int keyBytes(Table table, List<String> columns) {
    int bytes = 0;
    for (String column : columns) {
      bytes += bytes(table.column(column).orElseThrow().type());
    }
    return bytes;
  }

  /** At most; 0 where that is not known. */
  private static int bytes(DataType type) {
    if (type instanceof DataType.Enumeration enumeration) {
      return 2 * longest(enumeration);
    }
    if (!(type instanceof DataType.Scalar scalar)) {
      return 0;
    }
    return switch (scalar.kind()) {
      case CHAR, STRING -> 2 * scalar.requireLength();
      case BINARY, VARBINARY -> scalar.requireLength();
      case UUID, NUMERIC -> 17;
      case SMALLINT -> 2;
      case INTEGER, REAL -> 4;
      case TIMESTAMPTZ -> 10;
      case BOOLEAN -> 1;
      default -> 8;
    };
  }

  static int longest(DataType.Enumeration type) {
    return type.values().stream().mapToInt(String::length).max().orElse(1);
  }

  /** "Cannot create the foreign key with the SET NULL action" (1761), SET DEFAULT (1762). */
  void requireForeignKey(Table table, ForeignKey key, Schema schema) {
    for (String name : key.columns()) {
      Column column = table.column(name).orElseThrow();
      boolean defaulted = column.nullable() || column.defaultValue() != null;
      if (!column.nullable() && acts(key, ReferentialAction.SET_NULL)) {
        throw dialect.unsupported(
            "set_null of the foreign key " + key.name() + " on a column that is not nullable",
            "Make " + column.name() + " nullable, or use another action.");
      }
      if (!defaulted && acts(key, ReferentialAction.SET_DEFAULT)) {
        throw dialect.unsupported(
            "set_default of the foreign key " + key.name() + " on a column without a default",
            "Give " + column.name() + " one, or use another action.");
      }
    }
    Table referred =
        key.referredTable().equals(table.name()) ? table : schema.require(key.referredTable());
    if (!isKey(referred, key.referredColumns())) {
      throw dialect.unsupported(
          "the foreign key "
              + key.name()
              + " of "
              + table.name()
              + " to columns that are not those of a unique key of "
              + referred.name()
              + " in its order, none of them nullable",
          "Refer to the primary key, or make the columns of the unique key not nullable.");
    }
  }

  private static boolean acts(ForeignKey key, ReferentialAction action) {
    return key.onDelete() == action || key.onUpdate() == action;
  }

  /** A nullable unique key is an index with a condition, to which nothing can refer. */
  private static boolean isKey(Table table, List<String> columns) {
    if (table.primaryKeyColumns().equals(columns)) {
      return true;
    }
    boolean whole = nullable(table, columns).isEmpty();
    return table.uniqueConstraints().stream()
            .anyMatch(c -> c.columns().equals(columns) && (whole || c.nullsNotDistinct()))
        || table.indexes().stream()
            .anyMatch(
                index ->
                    index.isKey()
                        && index.columns().equals(columns)
                        && (whole || index.nullsNotDistinct()));
  }

  /** Those of some columns that may be null. */
  static List<String> nullable(Table table, List<String> columns) {
    return columns.stream().filter(c -> table.column(c).orElseThrow().nullable()).toList();
  }
}
