package io.schemachain.operation;

import io.schemachain.model.Column;
import io.schemachain.model.DataType;
import io.schemachain.model.ForeignKey;
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

/** What holds between tables. */
final class ForeignKeyRules {
  private ForeignKeyRules() {}

  /** The table with each of its foreign keys completed; the table itself is in the schema. */
  static Table complete(Table table, Schema schema) {
    List<ForeignKey> complete = new ArrayList<>(table.foreignKeys().size());
    for (ForeignKey key : table.foreignKeys()) {
      complete.add(complete(key, table, schema));
    }
    return table.withForeignKeys(complete);
  }

  /** The foreign key with the columns it refers to filled in, after checking that it can exist. */
  static ForeignKey complete(ForeignKey key, Table table, Schema schema) {
    Table referred =
        key.referredTable().equals(table.name())
            ? table
            : new Lookup(schema).table(key.referredTable());
    ForeignKey complete = key;
    if (key.referredColumns().isEmpty()) {
      List<String> primaryKey = referred.primaryKeyColumns();
      if (primaryKey.isEmpty()) {
        throw new OperationException(
            "The foreign key "
                + key.name()
                + " refers to "
                + referred.name()
                + ", which has no primary key.",
            "Name the columns: references: {table: " + referred.name() + ", columns: [...]}.");
      }
      complete = key.withReferredColumns(primaryKey);
    }
    if (complete.referredColumns().size() != complete.columns().size()) {
      throw new OperationException(
          "The foreign key "
              + key.name()
              + " has "
              + key.columns().size()
              + " columns, and the "
              + "primary key of "
              + referred.name()
              + " has "
              + complete.referredColumns().size()
              + ".",
          null);
    }
    for (String column : complete.referredColumns()) {
      Lookup.column(referred, column);
    }
    if (!isUnique(referred, complete.referredColumns())) {
      throw new OperationException(
          "The foreign key "
              + key.name()
              + " refers to "
              + referred.name()
              + " ("
              + String.join(", ", complete.referredColumns())
              + "), which is not unique.",
          "Refer to its primary key, or make these columns unique first.");
    }
    requireFittingTypes(complete, table, referred);
    requireNullableForSetNull(complete, table);
    return complete;
  }

  static boolean isUnique(Table table, List<String> columns) {
    Set<String> wanted = new HashSet<>(columns);
    if (wanted.equals(new HashSet<>(table.primaryKeyColumns()))) {
      return true;
    }
    for (UniqueConstraint unique : table.uniqueConstraints()) {
      if (wanted.equals(new HashSet<>(unique.columns()))) {
        return true;
      }
    }
    for (Index index : table.indexes()) {
      if (isKey(index, wanted)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isKey(Index index, Set<String> columns) {
    return index.isKey() && columns.equals(new HashSet<>(index.columns()));
  }

  static void requireFittingTypes(ForeignKey key, Table table, Table referred) {
    for (int i = 0; i < key.columns().size(); i++) {
      Column from = table.column(key.columns().get(i)).orElseThrow();
      Column to = referred.column(key.referredColumns().get(i)).orElseThrow();
      if (!fit(from.type(), to.type())) {
        throw new OperationException(
            "The foreign key "
                + key.name()
                + " joins "
                + table.name()
                + "."
                + from.name()
                + ", a "
                + from.type()
                + ", to "
                + referred.name()
                + "."
                + to.name()
                + ", a "
                + to.type()
                + ".",
            "Give both the same type.");
      }
    }
  }

  /** Of one family, which some database joins; what a native type fits is left to the database. */
  private static boolean fit(DataType a, DataType b) {
    if (a instanceof DataType.Native || b instanceof DataType.Native || a.equals(b)) {
      return true;
    }
    TypeKind one = a.kind();
    TypeKind other = b.kind();
    return one != null && other != null && family(one) == family(other);
  }

  /** The widest of those that differ by their width alone. */
  private static TypeKind family(TypeKind kind) {
    return switch (kind) {
      case SMALLINT, INTEGER, BIGINT, NUMERIC -> TypeKind.NUMERIC;
      case REAL, DOUBLE -> TypeKind.DOUBLE;
      case CHAR, STRING, TEXT -> TypeKind.TEXT;
      case BINARY, VARBINARY, BLOB -> TypeKind.BLOB;
      default -> kind;
    };
  }

  private static void requireNullableForSetNull(ForeignKey key, Table table) {
    if (!setsNull(key)) {
      return;
    }
    for (String column : key.columns()) {
      if (!table.column(column).orElseThrow().nullable()) {
        throw new OperationException(
            "The foreign key "
                + key.name()
                + " sets "
                + column
                + " to NULL, which is not nullable.",
            "Choose another action, or make " + column + " nullable.");
      }
    }
  }

  private static boolean setsNull(ForeignKey key) {
    return key.onDelete() == ReferentialAction.SET_NULL
        || key.onUpdate() == ReferentialAction.SET_NULL;
  }

  /** The columns of a primary key are not nullable from then on. */
  static void requireNoneSetsNull(Table table, PrimaryKey primaryKey) {
    for (ForeignKey key : table.foreignKeys()) {
      for (String column : key.columns()) {
        if (setsNull(key) && primaryKey.columns().contains(column)) {
          throw new OperationException(
              "The foreign key "
                  + key.name()
                  + " sets "
                  + column
                  + " to NULL, which a column of the primary key cannot be.",
              "Leave the column out, or give the foreign key another action.");
        }
      }
    }
  }

  /** No foreign key may lose the uniqueness that it points to. */
  static void requireStillUnique(Table before, Table after, Schema schema, String dropped) {
    for (Table other : schema.referringTo(before.name())) {
      for (ForeignKey key : other.foreignKeys()) {
        if (key.referredTable().equals(before.name()) && !isUnique(after, key.referredColumns())) {
          throw new OperationException(
              "The foreign key " + key.name() + " of " + other.name() + " needs " + dropped + ".",
              "Drop it first: drop_constraint: {table: "
                  + other.name()
                  + ", name: "
                  + key.name()
                  + "}.");
        }
      }
    }
  }
}
