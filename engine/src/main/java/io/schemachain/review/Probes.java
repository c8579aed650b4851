package io.schemachain.review;

import static java.util.Objects.requireNonNull;

import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.OperationStep;
import io.schemachain.model.Check;
import io.schemachain.model.Column;
import io.schemachain.model.DataType;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Index;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.model.TypeKind;
import io.schemachain.operation.AddColumn;
import io.schemachain.operation.AlterColumn;
import io.schemachain.operation.CreateCheckConstraint;
import io.schemachain.operation.CreateForeignKey;
import io.schemachain.operation.CreateIndex;
import io.schemachain.operation.CreatePrimaryKey;
import io.schemachain.operation.CreateUniqueConstraint;
import io.schemachain.operation.DropColumn;
import io.schemachain.operation.DropTable;
import io.schemachain.operation.Operation;
import io.schemachain.operation.ValidateConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The questions that an operation wants asked before it runs, as a DBA would ask them. */
public final class Probes {
  private static final String NONE = "0";

  private final Dialect dialect;
  private final OperationStep step;
  private final List<Probe> probes = new ArrayList<>();

  private Probes(Dialect dialect, OperationStep step) {
    this.dialect = requireNonNull(dialect, "dialect");
    this.step = requireNonNull(step, "step");
  }

  /** In the order in which they decide; empty where rows do not matter. */
  public static List<Probe> of(OperationStep step, Dialect dialect) {
    Probes probes = new Probes(dialect, step);
    probes.ask(step.operation());
    return probes.probes;
  }

  private void ask(Operation operation) {
    if (operation instanceof AlterColumn alter) {
      alterColumn(alter);
    } else if (operation instanceof AddColumn add) {
      addColumn(add);
    } else if (operation instanceof CreateUniqueConstraint unique) {
      duplicates(unique.table(), unique.constraint().columns());
    } else if (operation instanceof CreatePrimaryKey key) {
      key.primaryKey().columns().forEach(column -> nulls(key.table(), column));
      duplicates(key.table(), key.primaryKey().columns());
    } else if (operation instanceof CreateIndex create) {
      index(create);
    } else if (operation instanceof CreateForeignKey create && create.foreignKey().validated()) {
      orphans(create.table(), create.foreignKey());
    } else if (operation instanceof CreateCheckConstraint create && create.check().validated()) {
      violations(create.table(), create.check());
    } else if (operation instanceof ValidateConstraint validate) {
      validate(validate);
    } else if (operation instanceof DropColumn drop) {
      dropColumn(drop);
    } else if (operation instanceof DropTable drop
        && step.before().find(drop.table()).isPresent()) {
      count("Rows of " + drop.table() + " that go", drop.table(), "the number that may be lost");
    }
  }

  private Optional<Column> column(TableName table, String name) {
    return step.before().find(table).flatMap(found -> found.column(name));
  }

  private void alterColumn(AlterColumn alter) {
    Optional<Column> column = column(alter.table(), alter.column());
    if (column.isEmpty()) {
      return;
    }
    if (Boolean.FALSE.equals(alter.nullable()) && column.get().nullable()) {
      nulls(alter.table(), alter.column());
    }
    DataType type = alter.type();
    if (type instanceof DataType.Scalar scalar
        && (scalar.kind() == TypeKind.STRING || scalar.kind() == TypeKind.CHAR)
        && isNarrower(column.get().type(), scalar)) {
      String length = dialect.characterLength(dialect.identifiers().quote(alter.column()));
      probes.add(
          new Probe(
              "Values of " + name(alter.table(), alter.column()) + " that are too long",
              dialect
                  .sql()
                  .format(
                      "SELECT COUNT(*) FROM $N WHERE $L > $L",
                      alter.table(),
                      length,
                      scalar.requireLength()),
              NONE));
    }
  }

  private static boolean isNarrower(DataType before, DataType.Scalar after) {
    if (!(before instanceof DataType.Scalar scalar)) {
      return true;
    }
    boolean hasLength = scalar.kind() == TypeKind.STRING || scalar.kind() == TypeKind.CHAR;
    return scalar.kind() == TypeKind.TEXT
        || (hasLength && scalar.requireLength() > after.requireLength());
  }

  private void addColumn(AddColumn add) {
    Column column = add.column();
    boolean filled =
        column.nullable()
            || column.defaultValue() != null
            || column.identity() != null
            || column.computed() != null;
    if (!filled) {
      count("Rows of " + add.table() + ", which would have no value", add.table(), NONE);
    }
  }

  private void index(CreateIndex create) {
    Index index = create.index();
    if (index.unique() && !index.hasExpression() && index.where() == null) {
      duplicates(create.table(), index.columns());
    }
  }

  private void dropColumn(DropColumn drop) {
    Optional<Column> column = column(drop.table(), drop.column());
    if (column.isPresent() && column.get().computed() == null) {
      probes.add(
          new Probe(
              "Values of " + name(drop.table(), drop.column()) + " that go",
              dialect
                  .sql()
                  .format(
                      "SELECT COUNT(*) FROM $N WHERE $N IS NOT NULL", drop.table(), drop.column()),
              "the number that may be lost"));
    }
  }

  private void validate(ValidateConstraint validate) {
    Optional<Table> table = step.before().find(validate.table());
    for (var constraint :
        table.map(found -> found.constraints(validate.name())).orElse(List.of())) {
      if (constraint instanceof ForeignKey key) {
        orphans(validate.table(), key);
      } else if (constraint instanceof Check check) {
        violations(validate.table(), check);
      }
    }
  }

  private void nulls(TableName table, String column) {
    boolean known = column(table, column).map(found -> !found.nullable()).orElse(true);
    if (!known) {
      probes.add(
          new Probe(
              "Rows of " + table + " without " + column,
              dialect.sql().format("SELECT COUNT(*) FROM $N WHERE $N IS NULL", table, column),
              NONE));
    }
  }

  /** Rows with a NULL among the columns are no duplicates of others in any unique constraint. */
  private void duplicates(TableName table, List<String> columns) {
    if (columns.isEmpty() || step.before().find(table).isEmpty()) {
      return;
    }
    StringBuilder present = new StringBuilder();
    for (String column : columns) {
      if (column(table, column).map(Column::nullable).orElse(false)) {
        present
            .append(present.isEmpty() ? " WHERE " : " AND ")
            .append(dialect.identifiers().quote(column))
            .append(" IS NOT NULL");
      }
    }
    probes.add(
        new Probe(
            "Values of " + name(table, String.join(", ", columns)) + " that stand more than once",
            dialect
                .sql()
                .format(
                    "SELECT COUNT(*) FROM (SELECT $N FROM $N$L GROUP BY $N HAVING COUNT(*) > 1) d",
                    columns,
                    table,
                    present,
                    columns),
            NONE));
  }

  private void orphans(TableName table, ForeignKey key) {
    List<String> joins = new ArrayList<>();
    List<String> present = new ArrayList<>();
    for (int i = 0; i < key.columns().size(); i++) {
      String own = dialect.identifiers().quote(key.columns().get(i));
      joins.add("p." + dialect.identifiers().quote(key.referredColumns().get(i)) + " = c." + own);
      present.add("c." + own + " IS NOT NULL");
    }
    probes.add(
        new Probe(
            "Rows of "
                + table
                + " whose "
                + String.join(", ", key.columns())
                + " is in no row of "
                + key.referredTable(),
            dialect
                .sql()
                .format(
                    "SELECT COUNT(*) FROM $N c WHERE $L AND NOT EXISTS (SELECT 1 FROM $N p WHERE $L)",
                    table,
                    String.join(" AND ", present),
                    key.referredTable(),
                    String.join(" AND ", joins)),
            NONE));
  }

  private void violations(TableName table, Check check) {
    probes.add(
        new Probe(
            "Rows of " + table + " for which " + check.sql() + " does not hold",
            dialect.sql().format("SELECT COUNT(*) FROM $N WHERE NOT ($L)", table, check.sql()),
            NONE));
  }

  private void count(String question, TableName table, String expected) {
    probes.add(
        new Probe(question, dialect.sql().format("SELECT COUNT(*) FROM $N", table), expected));
  }

  private static String name(TableName table, String column) {
    return table + "." + column;
  }
}
