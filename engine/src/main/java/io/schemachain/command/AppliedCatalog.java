package io.schemachain.command;

import io.schemachain.apply.Database;
import io.schemachain.dialect.Dialect;
import io.schemachain.diff.Difference;
import io.schemachain.introspect.Introspected;
import io.schemachain.model.Schema;
import io.schemachain.revision.Revision;
import java.util.List;

/**
 * The catalog of a database beside what the revisions that are applied in it lead to.
 *
 * @param applied in the order of application
 * @param expected the schema that they lead to
 * @param differences in what the catalog differs from it, as far as that is looked at
 */
record AppliedCatalog(
    DatabaseView view,
    List<Revision> applied,
    Schema expected,
    Introspected read,
    List<Difference> differences) {

  /**
   * Asks the catalog.
   *
   * @throws CommandException if a file is missing or another than the one that was applied
   */
  static AppliedCatalog read(Workspace workspace, Database database) {
    Dialect dialect = database.dialect();
    DatabaseView view =
        DatabaseView.read(database, workspace.bookkeeping(dialect), workspace.chain());
    List<Revision> applied = view.requireSound(workspace.frontEnd());
    Schema expected = Chain.schemaAfter(applied, dialect);
    Introspected read = database.introspect(Comparison.schemas(List.of(expected)));
    LookedAt lookedAt = new LookedAt(workspace.settings());
    return new AppliedCatalog(
        view, applied, expected, read, lookedAt.between(dialect, expected, read));
  }
}
