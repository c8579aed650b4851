package io.schemachain.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.apply.CatalogAccess;
import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.OperationStep;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.dialect.UnsupportedFeatureException;
import io.schemachain.introspect.Introspected;
import io.schemachain.introspect.Kinds;
import io.schemachain.model.Column;
import io.schemachain.model.Schema;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.operation.ApplyToSchema;
import io.schemachain.operation.Inverse;
import io.schemachain.operation.Operation;
import io.schemachain.operation.Reversal;
import io.schemachain.operation.Update;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/** One random schema and one change of it, on one database. */
final class MigrationCheck {
  private final Dialect dialect;
  private final Connection connection;
  private final Kinds kinds;

  /** Whether the catalog is where the migration begins, in its own words. */
  private boolean raw;

  MigrationCheck(Dialect dialect, Connection connection) {
    this.dialect = dialect;
    this.connection = connection;
    this.kinds = dialect.introspection().kinds();
  }

  void check(long seed) throws SQLException {
    for (String statement : dialect.sessionSetup()) {
      execute(SqlStatement.session(statement));
    }
    RandomModels random = new RandomModels(dialect, seed);
    Schema empty = Schema.empty(dialect.nameScopes());
    Schema from = random.model();
    Schema to = random.mutation(from);
    run("first", migrate(Side.of(empty), from, true), empty);
    Side start = read(from);
    assertSame(start, from, "the first schema");
    raw = seed % 4 == 0 && !dialect.name().equals("sqlite");
    // From the chain, as it is by default, from the database as the chain words it, or as it is.
    Side begin = raw ? start : seed % 2 == 0 ? recognized(start, from) : Side.of(from);
    Migration migration = migrate(begin, to, seed % 3 == 0);
    List<OperationStep> steps = run("there", migration, begin.schema());
    assertSame(read(to), to, "the target, by " + migration.steps());
    // The catalog is no model of which all can be made again.
    List<OperationStep> back = raw ? null : back(steps, begin.schema());
    if (back != null) {
      execute("back", back);
      assertSame(read(from), from, "the way back, by " + operations(back));
    }
  }

  private Migration migrate(Side from, Schema to, boolean guesses) {
    Migration migration = migrate(from, to, guesses ? Renames.NONE : allNew(to));
    if (!migration.undecided().isEmpty()) {
      migration = migrate(from, to, allNew(to));
    }
    assertThat(migration.left()).as("%s", migration.steps()).isEmpty();
    assertThat(migration.found().isEmpty()).isEqualTo(migration.steps().isEmpty());
    return migration;
  }

  private Migration migrate(Side from, Schema to, Renames renames) {
    return Migrator.migrate(
        new Migrator.Request(
            dialect,
            raw ? kinds : Kinds.everything(),
            from,
            Side.of(to),
            renames,
            difference -> true));
  }

  private static Renames allNew(Schema to) {
    Map<TableName, Optional<String>> tables = new HashMap<>();
    Map<Renames.ColumnName, Optional<String>> columns = new HashMap<>();
    for (Table table : to.tables()) {
      tables.put(table.name(), Optional.empty());
      for (Column column : table.columns()) {
        columns.put(new Renames.ColumnName(table.name(), column.name()), Optional.empty());
      }
    }
    return new Renames(tables, columns);
  }

  private Side recognized(Side read, Schema known) {
    Side recognized = Recognition.of(dialect, kinds, read, known);
    assertThat(recognized.schema().isEquivalentTo(known)).isTrue();
    return recognized;
  }

  private void assertSame(Side read, Schema schema, String what) {
    assertThat(SchemaDiff.of(dialect, kinds, read, Side.of(schema))).as(what).isEmpty();
  }

  private Side read(Schema model) throws SQLException {
    Introspected read = CatalogAccess.read(connection, dialect, model);
    // MariaDB tells of a sequence that it is there, and no more.
    assertThat(read.leftOut()).allMatch(one -> one.toString().startsWith("sequence "));
    return Side.of(read);
  }

  /** The steps but the one that a person has to fill in: there are no rows. */
  private List<OperationStep> run(String what, Migration migration, Schema start)
      throws SQLException {
    List<Operation> operations = new ArrayList<>();
    for (Step step : migration.steps()) {
      if (!(step.operation() instanceof Update)) {
        operations.add(step.operation());
      }
    }
    List<OperationStep> steps = steps(operations, start);
    execute(what, steps);
    return steps;
  }

  private static List<OperationStep> steps(List<Operation> operations, Schema start) {
    List<OperationStep> steps = new ArrayList<>();
    Schema schema = start;
    for (Operation operation : operations) {
      Schema after = ApplyToSchema.apply(operation, schema);
      steps.add(new OperationStep(operation, schema, after));
      schema = after;
    }
    return steps;
  }

  private static List<Operation> operations(List<OperationStep> steps) {
    return steps.stream().map(OperationStep::operation).toList();
  }

  /** Null where there is none. */
  private static @Nullable List<OperationStep> back(List<OperationStep> steps, Schema start) {
    List<List<Operation>> back = new ArrayList<>();
    for (OperationStep step : steps) {
      Reversal reversal = Inverse.of(step.operation(), step.before());
      if (reversal instanceof Reversal.Unknown) {
        return null;
      }
      if (reversal instanceof Reversal.Operations operations) {
        back.add(operations.operations());
      }
    }
    Collections.reverse(back);
    Schema end = steps.isEmpty() ? start : steps.get(steps.size() - 1).after();
    return steps(back.stream().flatMap(List::stream).toList(), end);
  }

  private void execute(String what, List<OperationStep> steps) throws SQLException {
    List<SqlStatement> statements;
    try {
      statements = dialect.render(steps).stream().flatMap(List::stream).toList();
    } catch (UnsupportedFeatureException e) {
      throw new TestAbortedException("Refused: " + e.getMessage(), e);
    }
    for (SqlStatement statement : statements) {
      boolean inTransaction =
          dialect.capabilities().transactionalDdl() && statement.inTransaction();
      if (connection.getAutoCommit() == inTransaction) {
        connection.setAutoCommit(!inTransaction);
      }
      try {
        execute(statement);
      } catch (SQLException e) {
        throw new SQLException(
            what
                + ": "
                + e.getMessage()
                + "\n"
                + statement.text()
                + "\n\nof:\n"
                + String.join("\n", statements.stream().map(SqlStatement::text).toList()),
            e);
      }
    }
    connection.setAutoCommit(true);
  }

  private void execute(SqlStatement sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql.text());
    }
  }
}
