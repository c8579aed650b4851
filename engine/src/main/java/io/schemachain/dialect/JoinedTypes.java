package io.schemachain.dialect;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.Column;
import io.schemachain.model.DataType;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Names;
import io.schemachain.model.Schema;
import io.schemachain.model.Table;
import io.schemachain.operation.AlterColumn;
import io.schemachain.operation.CreateForeignKey;
import io.schemachain.operation.CreateTable;
import java.util.List;

/**
 * Whether a database takes the types of the columns that a foreign key joins. The model takes all
 * that at least one database does.
 */
final class JoinedTypes {
  private final Dialect dialect;

  JoinedTypes(Dialect dialect) {
    this.dialect = requireNonNull(dialect, "dialect");
  }

  /**
   * Checks the foreign keys that a step makes, or whose columns get another type.
   *
   * @throws UnsupportedFeatureException if the database refuses one
   */
  void require(OperationStep step) {
    Schema schema = step.after();
    if (step.operation() instanceof CreateTable create) {
      Table table = schema.require(create.table().name());
      table.foreignKeys().forEach(key -> require(table, key, schema, "Give both the same type."));
    } else if (step.operation() instanceof CreateForeignKey create) {
      Table table = schema.require(create.table());
      ForeignKey key = table.requireForeignKey(create.foreignKey().name());
      require(table, key, schema, "Give both the same type.");
    } else if (step.operation() instanceof AlterColumn alter && alter.type() != null) {
      requireAltered(alter, schema);
    }
  }

  private void requireAltered(AlterColumn alter, Schema schema) {
    Table altered = schema.require(alter.table());
    String hint = "Drop the foreign key, change the columns on both sides, create it again.";
    for (ForeignKey key : altered.foreignKeys()) {
      if (Names.contains(key.columns(), alter.resultingName())) {
        require(altered, key, schema, hint);
      }
    }
    for (Table table : schema.referringTo(altered.name())) {
      for (ForeignKey key : table.foreignKeys()) {
        if (key.referredTable().equals(altered.name())
            && Names.contains(key.referredColumns(), alter.resultingName())) {
          require(table, key, schema, hint);
        }
      }
    }
  }

  private void require(Table table, ForeignKey key, Schema schema, String hint) {
    Table referred = schema.require(key.referredTable());
    List<String> columns = key.columns();
    for (int i = 0; i < columns.size(); i++) {
      Column from = table.column(columns.get(i)).orElseThrow();
      Column to = referred.column(key.referredColumns().get(i)).orElseThrow();
      boolean joins =
          from.type().equals(to.type())
              || !(from.type() instanceof DataType.Scalar scalar
                  && to.type() instanceof DataType.Scalar other)
              || dialect.joins(scalar, other);
      if (!joins) {
        throw dialect.unsupported(
            "the foreign key "
                + key.name()
                + " from "
                + described(table, from)
                + " to "
                + described(referred, to),
            hint);
      }
    }
  }

  private static String described(Table table, Column column) {
    return table.name() + "." + column.name() + " (" + column.type() + ")";
  }
}
