package io.schemachain.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.apply.CatalogAccess;
import io.schemachain.diagnostic.Diagnostic;
import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.Located;
import io.schemachain.diagnostic.SourceLocation;
import io.schemachain.diagnostic.SourceText;
import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.Dialects;
import io.schemachain.dialect.SqlSplitter;
import io.schemachain.diff.Migration;
import io.schemachain.diff.Side;
import io.schemachain.diff.Step;
import io.schemachain.format.RevisionDocument;
import io.schemachain.format.RevisionReader;
import io.schemachain.format.RevisionWriter;
import io.schemachain.introspect.Introspected;
import io.schemachain.model.Column;
import io.schemachain.model.Constraint;
import io.schemachain.model.Index;
import io.schemachain.model.Schema;
import io.schemachain.model.Sequence;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.operation.ApplyToSchema;
import io.schemachain.operation.CreateSequence;
import io.schemachain.operation.DropSequence;
import io.schemachain.operation.Operation;
import io.schemachain.revision.Downgrade;
import io.schemachain.revision.Revision;
import io.schemachain.revision.RevisionHeader;
import io.schemachain.target.Target;
import io.schemachain.testdb.TestDatabase;
import io.schemachain.testdb.TestDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the providers write for one large model (src/test/resources/jpa), read and migrated. */
final class ProviderScriptsTest {
  private static Stream<Arguments> all() {
    return scripts(List.of("postgresql", "mysql", "mariadb", "h2", "oracle", "sqlserver"));
  }

  private static Stream<Arguments> scripts(List<String> dialects) {
    return ProviderScripts.PROVIDERS.stream()
        .flatMap(provider -> dialects.stream().map(dialect -> Arguments.of(provider, dialect)))
        .filter(one -> !List.of(one.get()).equals(List.of("eclipselink-4.0", "sqlserver")));
  }

  private static Stream<Arguments> run() {
    return scripts(List.of("postgresql", "mysql", "mariadb", "h2"));
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyStatementIsRead(String provider, String dialect) {
    Target target = ProviderScripts.target(provider, Dialects.find(dialect).orElseThrow());
    long tables =
        ProviderScripts.script(provider, dialect)
            .lines()
            .filter(line -> line.matches("(?i)create table.*"))
            .count();
    assertThat(target.schema().tables()).hasSize((int) tables);
  }

  @ParameterizedTest
  @MethodSource("all")
  void noNameThatAProviderMadeUpIsKept(String provider, String dialect) {
    for (Table table :
        ProviderScripts.target(provider, Dialects.find(dialect).orElseThrow()).schema().tables()) {
      assertThat(
              Stream.concat(
                  table.constraints().stream().map(Constraint::name),
                  table.indexes().stream().map(Index::name)))
          .as(table.name().toString())
          .noneMatch(name -> name.matches("(?i)(fk|uk_?|idx)[0-9a-y]{22,25}"));
    }
  }

  /**
   * From nothing to the target, applied and compared; then the same of the file that is written.
   */
  @ParameterizedTest
  @MethodSource("run")
  void aMigrationLeavesNoDifference(String provider, String name) throws SQLException {
    try (TestDatabase database = TestDatabases.fresh(name);
        TestDatabase other = TestDatabases.fresh(name);
        Connection connection = database.connect();
        Connection reference = other.connect()) {
      Dialect dialect = EntityMigration.dialect(name, connection);
      Target target = ProviderScripts.target(provider, dialect);
      Migration migration = EntityMigration.run(connection, dialect, target);

      List<Operation> written = written(dialect, migration);
      assertThat(written)
          .as("read from the file")
          .isEqualTo(migration.steps().stream().map(Step::operation).toList());

      if (provider.startsWith("eclipselink") && name.equals("h2")) {
        return; // `INTEGER IDENTITY` is SQL of H2 1.x.
      }
      run(reference, dialect, ProviderScripts.script(provider, name));
      Introspected read = CatalogAccess.read(connection, dialect, target.schema());
      Introspected theirs = CatalogAccess.read(reference, dialect, target.schema());
      assertThat(types(read.schema())).isEqualTo(types(theirs.schema()));
      assertThat(EntityMigration.found(dialect, Side.of(theirs), target))
          .as("of the provider")
          .isEmpty();
    }
  }

  /** As a table is, and as jpa.md says: what entities have of them is all that there is to be. */
  @ParameterizedTest
  @MethodSource("onPostgresql")
  void sequenceThatOnlyARevisionMadeIsDropped(String provider, String dialect) {
    Dialect postgresql = Dialects.find(dialect).orElseThrow();
    TableName name = TableName.of("invoice_numbers");
    Schema schema =
        ApplyToSchema.apply(
            new CreateSequence(Sequence.of(name, 1), false), Schema.empty(postgresql.nameScopes()));
    Target target =
        ProviderScripts.target(provider, postgresql, "create table t (id bigint not null);");
    assertThat(
            EntityMigration.of(postgresql, Side.of(schema), target).steps().stream()
                .map(Step::operation))
        .contains(new DropSequence(name, false));
  }

  private static Stream<Arguments> onPostgresql() {
    return scripts(List.of("postgresql"));
  }

  private static void run(Connection connection, Dialect dialect, String script)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (SqlSplitter.Part part : dialect.split(script)) {
        EntityMigration.execute(statement, part.text());
      }
    }
  }

  private static List<Operation> written(Dialect dialect, Migration migration) {
    String name = "versions/0123456789ab_entities.yaml";
    RevisionHeader header =
        new RevisionHeader(
            "0123456789ab",
            List.of(),
            List.of(),
            List.of(),
            "entities",
            null,
            true,
            SourceLocation.ofFile(new SourceText(name, "")));
    List<RevisionWriter.Noted> noted =
        migration.steps().stream()
            .map(step -> new RevisionWriter.Noted(step.operation(), step.notes()))
            .toList();
    String text = RevisionWriter.write(header, noted, new Downgrade.Auto(), List.of(), Set.of(), 1);
    Diagnostics diagnostics = new Diagnostics();
    RevisionDocument document =
        RevisionReader.read(new SourceText(name, text), diagnostics).orElseThrow();
    Revision revision = document.bind(ProviderScripts.binding(dialect), diagnostics).orElseThrow();
    assertThat(diagnostics.all().stream().map(Diagnostic::render)).isEmpty();
    return revision.upgrade().stream().map(Located::value).toList();
  }

  /** The types of all columns, which a provider that validates a schema looks at. */
  private static Map<String, String> types(Schema schema) {
    Map<String, String> types = new TreeMap<>();
    for (Table table : schema.tables()) {
      for (Column column : table.columns()) {
        types.put(
            table.name() + "." + column.name(),
            column.type() + (column.nullable() ? "" : " NOT NULL") + " " + column.identity());
      }
    }
    return types;
  }
}
