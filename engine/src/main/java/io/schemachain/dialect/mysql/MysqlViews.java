package io.schemachain.dialect.mysql;

import io.schemachain.dialect.SqlStatement;
import io.schemachain.dialect.StandardDdl;
import io.schemachain.dialect.ViewDdl;
import io.schemachain.model.View;

/** Views of MySQL and MariaDB, whose options stand before the word VIEW. */
final class MysqlViews extends ViewDdl {
  MysqlViews(StandardDdl ddl) {
    super(ddl);
  }

  @Override
  protected void require(View view) {
    if (view.materialized()) {
      throw none(
          view,
          "Create a table, and fill it by an event or a procedure; `dialects` and"
              + " `except_dialects` say where.");
    }
    if (view.comment() != null) {
      throw noComments();
    }
  }

  @Override
  protected SqlStatement createView(View view, boolean inPlace) {
    return statement(
        sql(
            "$L$L VIEW $N$L AS\n",
            create(inPlace),
            view.options() == null ? "" : " " + written(view.options().strip()),
            view.name(),
            columns(view)),
        view,
        view.sql());
  }
}
