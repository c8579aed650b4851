package io.schemachain.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.apply.CatalogAccess;
import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.Dialects;
import io.schemachain.dialect.OperationStep;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.diff.Migration;
import io.schemachain.diff.Migrator;
import io.schemachain.diff.Side;
import io.schemachain.diff.Step;
import io.schemachain.introspect.Introspected;
import io.schemachain.model.Schema;
import io.schemachain.operation.ApplyToSchema;
import io.schemachain.operation.Operation;
import io.schemachain.target.Target;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** From an empty database to what entities say. */
final class EntityMigration {
  private EntityMigration() {}

  /** That of the server. */
  static Dialect dialect(String name, Connection connection) throws SQLException {
    Dialect assumed = Dialects.find(name).orElseThrow();
    return assumed.forVersion(
        assumed.serverVersion(connection.getMetaData().getDatabaseProductVersion()));
  }

  /** Runs what leads to the target on an empty database; after it nothing may differ. */
  static Migration run(Connection connection, Dialect dialect, Target target) throws SQLException {
    Schema empty = Schema.empty(dialect.nameScopes());
    Migration migration = of(dialect, Side.of(empty), target).with(target.companions());
    assertThat(migration.left()).isEmpty();
    List<Operation> operations = migration.steps().stream().map(Step::operation).toList();
    Schema replayed = apply(connection, dialect, operations);
    assertThat(found(dialect, Side.of(replayed), target)).as("offline").isEmpty();
    Introspected read = CatalogAccess.read(connection, dialect, target.schema());
    assertThat(found(dialect, Side.of(read), target)).as("in the database").isEmpty();
    return migration;
  }

  static Migration of(Dialect dialect, Side from, Target target) {
    return Migrator.migrate(
        new Migrator.Request(
            dialect,
            dialect.introspection().kinds().and(target.kinds()),
            from,
            new Side(target.schema(), target.madeUp()),
            target.renames(),
            difference -> true));
  }

  static List<String> found(Dialect dialect, Side from, Target target) {
    Migration migration = of(dialect, from, target);
    List<String> all = new ArrayList<>(migration.found());
    migration.left().forEach(left -> all.add("left: " + left.subject() + " " + left.detail()));
    return all;
  }

  private static Schema apply(Connection connection, Dialect dialect, List<Operation> operations)
      throws SQLException {
    Schema schema = Schema.empty(dialect.nameScopes());
    List<OperationStep> steps = new ArrayList<>();
    for (Operation operation : operations) {
      Schema after = ApplyToSchema.apply(operation, schema);
      steps.add(new OperationStep(operation, schema, after));
      schema = after;
    }
    try (Statement statement = connection.createStatement()) {
      for (String sql : dialect.sessionSetup()) {
        statement.execute(sql);
      }
      for (List<SqlStatement> one : dialect.render(steps)) {
        for (SqlStatement sql : one) {
          execute(statement, sql.text());
        }
      }
    }
    return schema;
  }

  static void execute(Statement statement, String sql) throws SQLException {
    try {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new SQLException(e.getMessage() + "\n" + sql, e);
    }
  }
}
