package io.schemachain.dialect.sqlserver;

import io.schemachain.dialect.SqlStatement;
import io.schemachain.dialect.StandardDdl;
import io.schemachain.dialect.ViewDdl;
import io.schemachain.model.View;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Views of SQL Server; each CREATE is a batch of its own. */
final class SqlserverViews extends ViewDdl {
  private final SqlserverCatalog catalog;

  SqlserverViews(SqlserverCatalog catalog, StandardDdl ddl) {
    super(ddl);
    this.catalog = catalog;
  }

  @Override
  protected void require(View view) {
    if (view.materialized()) {
      throw none(
          view,
          "Create a view with `options: WITH SCHEMABINDING`, and its unique clustered index with"
              + " execute.");
    }
  }

  @Override
  protected String replaceVerb() {
    return "CREATE OR ALTER";
  }

  /** "ALTER VIEW unconditionally drops all indexes on the view." */
  @Override
  protected List<SqlStatement> replace(View old, View view) {
    List<SqlStatement> statements = new ArrayList<>();
    statements.add(
        SqlStatement.check(
            "IF EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = "
                + catalog.objectId(view.name(), "V")
                + ")\n  "
                + catalog.fail(
                    "The view "
                        + view.name()
                        + " has indexes, which would be dropped. Drop them before and create them"
                        + " again after.")));
    statements.addAll(super.replace(old, view));
    return statements;
  }

  @Override
  protected List<SqlStatement> ofAuthor(List<SqlStatement> statements) {
    return catalog.inDefaultSchema(statements);
  }

  @Override
  protected List<SqlStatement> comment(View view, @Nullable String comment, @Nullable String old) {
    return catalog.comment("VIEW", view.name(), "", comment, old);
  }
}
