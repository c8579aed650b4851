package io.schemachain.dialect.postgresql;

import io.schemachain.dialect.SqlStatement;
import io.schemachain.dialect.StandardDdl;
import io.schemachain.dialect.ViewDdl;
import io.schemachain.dialect.ViewUses;
import io.schemachain.model.TableName;
import io.schemachain.model.View;
import java.util.ArrayList;
import java.util.List;

/**
 * CREATE OR REPLACE VIEW keeps the columns there are and can only add some behind them: "cannot
 * drop columns from view". What the columns of a query are is not known here, so a view is dropped
 * and created again, with the views that use it, their rights, triggers and indexes.
 */
final class PostgresqlViews extends ViewDdl {
  PostgresqlViews(StandardDdl ddl) {
    super(ddl);
  }

  @Override
  protected List<SqlStatement> replace(View old, View view) {
    List<View> users = ViewUses.of(old.name(), before());
    List<TableName> all = new ArrayList<>(List.of(old.name()));
    users.forEach(user -> all.add(user.name()));
    List<String> known = new ArrayList<>();
    for (TableName name : all) {
      before().objectsOn(name).forEach(object -> known.add(object.name().name()));
    }
    List<SqlStatement> statements = new ArrayList<>();
    statements.add(new PostgresqlRights(dialect()).keepOfViews(all, known));
    for (int i = users.size() - 1; i >= 0; i--) {
      statements.addAll(dropView(users.get(i).kind(), users.get(i).name(), false));
    }
    statements.addAll(dropView(old.kind(), old.name(), false));
    statements.addAll(createNew(view, false));
    statements.addAll(objectsOn(view.name()));
    for (View user : users) {
      statements.addAll(createNew(user, false));
      statements.addAll(objectsOn(user.name()));
    }
    statements.add(PostgresqlRights.give());
    return statements;
  }
}
