package io.schemachain.review;

import static java.util.Objects.requireNonNull;

import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.OperationStep;
import io.schemachain.model.Check;
import io.schemachain.model.Column;
import io.schemachain.model.DataType;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.operation.AddColumn;
import io.schemachain.operation.AlterColumn;
import io.schemachain.operation.CreateCheckConstraint;
import io.schemachain.operation.CreateForeignKey;
import io.schemachain.operation.CreateIndex;
import io.schemachain.operation.CreatePrimaryKey;
import io.schemachain.operation.CreateUniqueConstraint;
import io.schemachain.operation.DropColumn;
import io.schemachain.operation.DropTable;
import io.schemachain.operation.DropValue;
import io.schemachain.operation.Operation;
import io.schemachain.operation.ValidateConstraint;
import java.util.List;
import java.util.Optional;

/** The questions that an operation wants asked before it runs, as a DBA would ask them. */
final class Probes {
  static final String MAY_BE_LOST = "the number that may be lost";

  private final OperationStep step;
  private final TablesNow now;
  private final Dialect dialect;
  private final ProbeWriter out;

  private Probes(OperationStep step, TablesNow now, Dialect dialect) {
    this.step = requireNonNull(step, "step");
    this.now = requireNonNull(now, "now");
    this.dialect = requireNonNull(dialect, "dialect");
    this.out = new ProbeWriter(dialect);
  }

  /**
   * In the order in which they decide; empty where rows do not matter, or are of a table that is
   * not there yet.
   */
  static List<Probe> of(OperationStep step, TablesNow now, Dialect dialect) {
    Probes probes = new Probes(step, now, dialect);
    probes.ask(step.operation());
    return probes.out.probes();
  }

  private void ask(Operation operation) {
    if (operation instanceof AlterColumn alter) {
      now.find(alter.table()).ifPresent(table -> alterColumn(alter, table));
    } else if (operation instanceof AddColumn add) {
      now.find(add.table()).ifPresent(table -> addColumn(add.column(), table));
    } else if (operation instanceof CreateUniqueConstraint create) {
      keys(create.table()).ifPresent(keys -> keys.unique(create.constraint()));
    } else if (operation instanceof CreatePrimaryKey create) {
      List<String> columns = create.primaryKey().columns();
      columns.forEach(column -> nulls(create.table(), column));
      keys(create.table()).ifPresent(keys -> keys.primary(columns));
    } else if (operation instanceof CreateIndex create && create.index().unique()) {
      keys(create.table()).ifPresent(keys -> keys.index(create.index()));
    } else if (operation instanceof CreateForeignKey create && create.foreignKey().validated()) {
      step.after()
          .find(create.table())
          .map(table -> table.requireForeignKey(create.foreignKey().name()))
          .ifPresent(key -> orphans(create.table(), key));
    } else if (operation instanceof CreateCheckConstraint create && create.check().validated()) {
      violations(create.table(), create.check());
    } else if (operation instanceof ValidateConstraint validate) {
      validate(validate);
    } else if (operation instanceof DropValue drop) {
      step.before().usingType(drop.type()).forEach(table -> dropValue(drop, table));
    } else if (operation instanceof DropColumn drop) {
      now.find(drop.table()).ifPresent(table -> dropColumn(drop.column(), table));
    } else if (operation instanceof DropTable drop) {
      now.find(drop.table())
          .ifPresent(table -> out.rows("Rows of " + table.name() + " that go", table, MAY_BE_LOST));
    }
  }

  private Optional<KeyProbes> keys(TableName table) {
    return now.find(table)
        .flatMap(
            found ->
                step.before().find(table).map(meant -> new KeyProbes(found, meant, dialect, out)));
  }

  private void alterColumn(AlterColumn alter, TableNow table) {
    if (Boolean.FALSE.equals(alter.nullable())) {
      nulls(alter.table(), alter.column());
    }
    DataType type = alter.type();
    if (type != null && alter.using() == null) {
      table
          .column(alter.column())
          .ifPresent(column -> new TypeProbes(table, column, dialect, out).fit(type));
    }
  }

  private void addColumn(Column column, TableNow table) {
    boolean filled =
        column.nullable()
            || column.defaultValue() != null
            || column.identity() != null
            || column.computed() != null;
    if (!filled) {
      out.rows(
          "Rows of " + table.name() + ", which would have no " + column.name(),
          table,
          table.expected(ProbeWriter.NONE));
    }
  }

  private void nulls(TableName name, String column) {
    boolean nullable =
        step.before().find(name).flatMap(table -> table.column(column)).stream()
            .anyMatch(Column::nullable);
    if (nullable) {
      now.find(name)
          .ifPresent(
              table ->
                  table
                      .column(column)
                      .ifPresent(
                          found ->
                              out.rows(
                                  "Rows of " + table.name() + " without " + found.name(),
                                  table,
                                  dialect.sql().format("$N IS NULL", found.name()),
                                  table.expected(ProbeWriter.NONE))));
    }
  }

  private void orphans(TableName table, ForeignKey key) {
    keys(table).ifPresent(keys -> keys.orphans(key, now.find(key.referredTable())));
  }

  /** A row for which the condition is neither true nor false does not violate it. */
  private void violations(TableName name, Check check) {
    Optional<TableNow> table = now.find(name);
    Optional<String> condition =
        table.flatMap(
            found -> step.before().find(name).flatMap(meant -> found.text(check.sql(), meant)));
    if (table.isPresent() && condition.isPresent()) {
      out.rows(
          "Rows of " + table.get().name() + " for which " + condition.get() + " does not hold",
          table.get(),
          "NOT (" + out.written(condition.get()) + ")",
          table.get().expected(ProbeWriter.NONE));
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

  private void dropValue(DropValue drop, Table meant) {
    now.find(meant.name())
        .ifPresent(
            table ->
                meant.columns().stream()
                    .filter(
                        column ->
                            column.type() instanceof DataType.Enumeration type
                                && type.name().equals(drop.type()))
                    .flatMap(column -> table.column(column.name()).stream())
                    .forEach(
                        column ->
                            out.rows(
                                "Rows of " + table.name() + " with " + drop.value(),
                                table,
                                dialect.sql().format("$N = $S", column.name(), drop.value()),
                                table.expected(ProbeWriter.NONE))));
  }

  private void dropColumn(String name, TableNow table) {
    table
        .column(name)
        .filter(column -> column.computed() == null)
        .ifPresent(
            column ->
                out.rows(
                    "Values of " + table.words(column) + " that go",
                    table,
                    dialect.sql().format("$N IS NOT NULL", column.name()),
                    MAY_BE_LOST));
  }
}
