package io.schemachain.dialect.oracle;

import io.schemachain.dialect.Dialect;
import io.schemachain.model.Column;
import io.schemachain.model.DataType;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Identity;
import io.schemachain.model.Index;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.ReferentialAction;
import io.schemachain.model.Schema;
import io.schemachain.model.Table;
import io.schemachain.model.TypeKind;
import io.schemachain.model.UniqueConstraint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the server would refuse when the statements before it have committed: said before. */
final class OracleRules {
  private final Dialect dialect;

  OracleRules(Dialect dialect) {
    this.dialect = dialect;
  }

  // Types

  void requireType(DataType type) {
    if (type instanceof DataType.Array) {
      throw dialect.unsupported("arrays", "Use json, or a table with a row for each element.");
    }
    if (type instanceof DataType.Enumeration enumeration && enumeration.values().contains("")) {
      throw OracleLiterals.emptyText();
    }
    if (!(type instanceof DataType.Scalar scalar)) {
      return;
    }
    switch (scalar.kind()) {
      case STRING -> requireLength(scalar, OracleTypes.MAX_STRING, "text");
      case CHAR -> requireLength(scalar, OracleTypes.MAX_CHAR, "string or text");
      case BINARY, VARBINARY -> requireLength(scalar, OracleTypes.MAX_RAW, "blob");
      case NUMERIC -> {
        if (scalar.requireLength() > OracleTypes.MAX_PRECISION) {
          throw dialect.unsupported(
              "more than " + OracleTypes.MAX_PRECISION + " digits",
              "Reduce the precision of " + scalar + ", or use string.");
        }
      }
      default -> {}
    }
  }

  private void requireLength(DataType.Scalar type, int most, String instead) {
    if (type.requireLength() > most) {
      throw dialect.unsupported(
          type + ", the longest is " + type.kind().word() + "(" + most + ")",
          "Use " + instead + ".");
    }
  }

  /** ORA-30669: "table can have only one identity column"; ORA-30675: numbers without a scale. */
  void requireIdentity(Table table) {
    List<Column> identities = new ArrayList<>();
    for (Column column : table.columns()) {
      Identity identity = column.identity();
      if (identity == null) {
        continue;
      }
      identities.add(column);
      TypeKind kind = column.type().kind();
      if (kind != null && !kind.isInteger() && kind != TypeKind.NUMERIC) {
        throw dialect.unsupported("an identity column of the type " + column.type(), "Use bigint.");
      }
      if (column.nullable()) {
        throw dialect.unsupported(
            "an identity column that is nullable",
            "Write `nullable: false` for " + column.name() + ".");
      }
    }
    if (identities.size() > 1) {
      throw dialect.unsupported(
          "more than one identity column in a table", "Keep one of those of " + table.name() + ".");
    }
  }

  // Keys and indexes

  /**
   * The constraints and indexes of a table, all of them: ORA-02327 and ORA-02329 (types), ORA-01408
   * (columns that are indexed already), ORA-02261 (two keys of the same columns).
   */
  void requireKeys(Table table) {
    new OracleStorage(dialect).require(table);
    Set<Set<String>> keys = new HashSet<>();
    Set<List<String>> indexed = new HashSet<>();
    PrimaryKey primaryKey = table.primaryKey();
    if (primaryKey != null) {
      requireKey(table, primaryKey.columns(), "the primary key of " + table.name());
      keys.add(Set.copyOf(primaryKey.columns()));
      indexed.add(primaryKey.columns());
    }
    for (UniqueConstraint unique : table.uniqueConstraints()) {
      requireKey(table, unique.columns(), unique.name());
      if (!keys.add(Set.copyOf(unique.columns()))) {
        throw dialect.unsupported(
            "a second key of the same columns, such as " + unique.name(), "Leave it out.");
      }
      indexed.add(unique.columns());
    }
    for (Index index : table.indexes()) {
      requireIndex(table, index);
      if (!indexed.add(OracleIndexes.key(index))) {
        throw dialect.unsupported(
            "an index on columns that are indexed already, such as " + index.name(),
            "Leave it out: a key and a unique constraint have an index of their own.");
      }
    }
  }

  private void requireIndex(Table table, Index index) {
    for (String name : index.columns()) {
      DataType type = table.column(name).orElseThrow().type();
      if (isLarge(type)) {
        throw largeInKey(index.name(), name, type);
      }
    }
  }

  private void requireKey(Table table, List<String> columns, String key) {
    for (String name : columns) {
      DataType type = table.column(name).orElseThrow().type();
      if (isLarge(type)) {
        throw largeInKey(key, name, type);
      }
      if (type.is(TypeKind.TIMESTAMPTZ)) {
        throw dialect.unsupported(
            "a timestamptz in a key, as in " + key,
            "Give " + name + " the type timestamp, or use a unique index.");
      }
    }
  }

  private RuntimeException largeInKey(String key, String column, DataType type) {
    return dialect.unsupported(
        "the type " + type + " in a key or index, as in " + key,
        "Give " + column + " the type string(n) or varbinary(n).");
  }

  static boolean isLarge(DataType type) {
    return type.is(TypeKind.TEXT) || type.is(TypeKind.BLOB) || type.is(TypeKind.JSON);
  }

  // Foreign keys

  /** ORA-02270: "no matching unique or primary key for this column-list". */
  void requireForeignKey(Schema schema, Table table, ForeignKey key) {
    requireDelete(key);
    if (key.onUpdate() != null && !isNothing(key.onUpdate())) {
      throw dialect.unsupported(
          "ON UPDATE " + key.onUpdate().sql() + ", as in " + key.name(),
          "Leave `on_update` out; a trigger can do it.");
    }
    Table referred =
        key.referredTable().equals(table.name()) ? table : schema.require(key.referredTable());
    boolean matches =
        key.referredColumns().equals(referred.primaryKeyColumns())
            || referred.uniqueConstraints().stream()
                .anyMatch(unique -> unique.columns().equals(key.referredColumns()));
    if (!matches) {
      throw dialect.unsupported(
          "the foreign key "
              + key.name()
              + " to columns that are no primary key or unique constraint of "
              + referred.name()
              + " in this order",
          "Give it a unique constraint instead of an index, and list the columns on both sides in"
              + " its order.");
    }
  }

  private void requireDelete(ForeignKey key) {
    if (key.onDelete() == ReferentialAction.SET_DEFAULT) {
      throw dialect.unsupported(
          "ON DELETE SET DEFAULT, as in " + key.name(), "Use `set_null` or `cascade`.");
    }
  }

  /** What Oracle does without being told. */
  static boolean isNothing(@Nullable ReferentialAction action) {
    return action == null
        || action == ReferentialAction.NO_ACTION
        || action == ReferentialAction.RESTRICT;
  }
}
