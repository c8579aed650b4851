package io.schemachain.dialect.sqlite;

import io.schemachain.dialect.RoutineDdl;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.dialect.StandardDdl;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.TableName;
import io.schemachain.model.Trigger;

/** SQLite has triggers; its functions are those of the application. */
final class SqliteRoutines extends RoutineDdl {
  SqliteRoutines(StandardDdl ddl) {
    super(ddl);
  }

  @Override
  protected void require(ObjectKind kind) {
    throw dialect()
        .unsupported(
            kind.words() + "s",
            "The application brings its own. Leave it out with `except_dialects: [sqlite]`.");
  }

  @Override
  protected boolean replacesInPlace() {
    return false;
  }

  /** The schema stands before the trigger and not before the table. */
  @Override
  protected SqlStatement createTrigger(Trigger trigger, boolean inPlace) {
    return createTrigger(trigger, trigger.name());
  }

  private SqlStatement createTrigger(Trigger trigger, TableName name) {
    return statement(
        sql("CREATE TRIGGER $N $L ON $N\n", name, written(trigger.event()), trigger.table().name()),
        trigger,
        trigger.sql());
  }

  /** The statement as SQLite keeps it: without the schema. */
  String kept(Trigger trigger) {
    return createTrigger(trigger, TableName.of(trigger.trigger())).text();
  }
}
