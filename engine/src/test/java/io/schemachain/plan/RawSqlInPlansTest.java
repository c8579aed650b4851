package io.schemachain.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.diagnostic.Diagnostic;
import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.Located;
import io.schemachain.diagnostic.SourceLocation;
import io.schemachain.diagnostic.SourceText;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.dialect.postgresql.PostgresqlDialect;
import io.schemachain.model.Index;
import io.schemachain.model.IndexPart;
import io.schemachain.model.TableName;
import io.schemachain.operation.CreateIndex;
import io.schemachain.operation.DropTable;
import io.schemachain.operation.Execute;
import io.schemachain.operation.Operation;
import io.schemachain.revision.Downgrade;
import io.schemachain.revision.Revision;
import io.schemachain.revision.RevisionHeader;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The effects that are read from raw SQL hold for everything behind it. */
final class RawSqlInPlansTest {
  private static final SourceLocation HERE =
      new SourceLocation(new SourceText("a.yaml", "a"), 1, 1);
  private static final TableName A = TableName.of("a");
  private static final Operation CREATE =
      new Execute("CREATE TABLE a (b INT NOT NULL); INSERT INTO a VALUES (1)", null, null);
  private static final Operation INDEX =
      new CreateIndex(A, new Index("i", List.of(IndexPart.column("b")), false, null));

  private final Diagnostics diagnostics = new Diagnostics();
  private final Planner planner = new Planner(new PostgresqlDialect(), diagnostics);

  private static List<Located<Operation>> located(Operation... operations) {
    return Arrays.stream(operations).map(operation -> new Located<>(operation, HERE)).toList();
  }

  private static Revision revision(Downgrade downgrade, Operation... upgrade) {
    RevisionHeader header =
        new RevisionHeader("r", List.of(), List.of(), List.of(), null, null, true, HERE);
    return new Revision(header, located(upgrade), downgrade, "", "");
  }

  private static Downgrade list(Operation... operations) {
    return new Downgrade.Listed(located(operations));
  }

  private List<String> found() {
    return diagnostics.all().stream().map(Diagnostic::message).toList();
  }

  @Test
  void isReplayedAndRenderedAsText() {
    Revision revision = revision(list(new DropTable(A, false)), CREATE, INDEX);
    planner.check(List.of(revision));
    Plan plan = planner.upgrade(List.of(), List.of(revision));
    assertThat(found()).isEmpty();
    assertThat(plan.steps().get(0).operations().stream().flatMap(o -> o.statements().stream()))
        .extracting(SqlStatement::text)
        .containsExactly(
            "CREATE TABLE a (b INT NOT NULL)",
            "INSERT INTO a VALUES (1)",
            "CREATE INDEX i ON a (b)");
  }

  @Test
  void hasNoDerivedWayBack() {
    planner.check(List.of(revision(new Downgrade.Auto(), CREATE)));
    assertThat(found())
        .containsExactly(
            "The downgrade cannot be derived: execute has effects on the schema, and no inverse is"
                + " known.");
  }

  @Test
  void isUndoneByTheListOrTheListIsWrong() {
    planner.check(
        List.of(revision(list(new Execute("DROP TABLE IF EXISTS a", null, null)), CREATE, INDEX)));
    assertThat(found()).isEmpty();
    planner.check(List.of(revision(list(new Execute("DROP INDEX i", null, null)), CREATE, INDEX)));
    assertThat(found()).singleElement().asString().contains("does not lead back");
  }

  @Test
  void isRefusedWhereItDoesNotFit() {
    planner.check(
        List.of(revision(list(), new Execute("ALTER TABLE a ADD COLUMN b INT", null, null))));
    assertThat(found())
        .containsExactly("`ALTER TABLE a ADD COLUMN b INT` does not fit: There is no table a.");
  }
}
