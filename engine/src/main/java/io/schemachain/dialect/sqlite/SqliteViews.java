package io.schemachain.dialect.sqlite;

import io.schemachain.dialect.SqlStatement;
import io.schemachain.dialect.StandardDdl;
import io.schemachain.dialect.ViewDdl;
import io.schemachain.model.SchemaObject;
import io.schemachain.model.TableName;
import io.schemachain.model.View;
import java.util.ArrayList;
import java.util.List;

/** SQLite has views that can be dropped and created. */
final class SqliteViews extends ViewDdl {
  SqliteViews(StandardDdl ddl) {
    super(ddl);
  }

  @Override
  protected void require(View view) {
    if (view.materialized()) {
      throw none(
          view, "Create a table, and fill it by triggers; `except_dialects` leaves this out.");
    }
    if (view.options() != null) {
      throw noOptions();
    }
    if (view.comment() != null) {
      throw noComments();
    }
  }

  @Override
  protected boolean replacesInPlace(View view) {
    return false;
  }

  @Override
  protected SqlStatement createView(View view, boolean inPlace) {
    return super.createView(view, inPlace);
  }

  /** Triggers that no revision made would go with the view. */
  @Override
  protected List<SqlStatement> replace(View old, View view) {
    List<String> known = new ArrayList<>();
    for (SchemaObject object : before().objectsOn(old.name())) {
      known.add(object.name().name());
    }
    List<SqlStatement> statements =
        new ArrayList<>(SqliteUses.noOtherTriggers(dialect().sql(), old.name(), known));
    statements.addAll(super.replace(old, view));
    return statements;
  }

  /** The statement as SQLite keeps it: without the schema. */
  String kept(View view) {
    return createView(
            new View(
                TableName.of(view.name().name()), false, view.columns(), null, view.sql(), null),
            false)
        .text();
  }
}
