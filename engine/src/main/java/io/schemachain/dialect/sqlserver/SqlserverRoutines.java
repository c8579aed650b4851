package io.schemachain.dialect.sqlserver;

import io.schemachain.dialect.RoutineDdl;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.dialect.StandardDdl;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.Routine;
import io.schemachain.model.Trigger;
import java.util.List;

/** Routines and triggers of SQL Server, whose text goes on to the end of the batch. */
final class SqlserverRoutines extends RoutineDdl {
  private final SqlserverCatalog catalog;

  SqlserverRoutines(SqlserverCatalog catalog, StandardDdl ddl) {
    super(ddl);
    this.catalog = catalog;
  }

  @Override
  protected List<SqlStatement> ofAuthor(List<SqlStatement> statements) {
    for (SqlStatement statement : statements) {
      ClientTraps.batchEnd(statement.text())
          .ifPresent(
              line -> {
                throw dialect()
                    .unsupported(
                        "`" + line + "` in the body of a routine",
                        "It is a command of the client. End the SQL before it.");
              });
    }
    return catalog.inDefaultSchema(statements);
  }

  @Override
  protected String replaceVerb() {
    return "CREATE OR ALTER";
  }

  /** The arguments of a procedure have no parentheses. */
  @Override
  protected String parentheses(Routine routine) {
    if (routine.kind() == ObjectKind.FUNCTION) {
      return super.parentheses(routine);
    }
    return routine.arguments().isEmpty() ? "" : " " + written(routine.arguments());
  }

  @Override
  protected SqlStatement createTrigger(Trigger trigger, boolean inPlace) {
    return statement(
        sql(
            "$L TRIGGER $N ON $N\n$L\n",
            create(inPlace),
            trigger.name(),
            trigger.table(),
            written(trigger.event())),
        trigger,
        trigger.sql());
  }
}
