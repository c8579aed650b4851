package io.schemachain.dialect.postgresql;

import io.schemachain.dialect.RoutineDdl;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.dialect.StandardDdl;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.Routine;
import io.schemachain.model.TableName;
import io.schemachain.model.Trigger;
import java.util.List;

/** Routines of PostgreSQL, which are called by their types; a trigger is one of its table. */
final class PostgresqlRoutines extends RoutineDdl {
  private final PostgresqlFeatures features;

  PostgresqlRoutines(PostgresqlFeatures features, StandardDdl ddl) {
    super(ddl);
    this.features = features;
  }

  @Override
  protected boolean replacesTriggers() {
    return features.replaceTrigger();
  }

  @Override
  protected String dropped(Routine routine) {
    return sql("$N($L)", routine.name(), PostgresqlArguments.withoutDefaults(routine.arguments()));
  }

  /** "cannot change name of input parameter", "cannot remove parameter defaults". */
  @Override
  protected List<SqlStatement> replace(Routine old, Routine routine) {
    if (old.arguments().equals(routine.arguments())) {
      return super.replace(old, routine);
    }
    String called = sql("$N$L", old.name(), PostgresqlArguments.signature(old.arguments()));
    return List.of(
        new PostgresqlRights(dialect()).keepOfRoutine(called),
        drop(old.kind(), dropped(old), false),
        createRoutine(routine, false),
        PostgresqlRights.give());
  }

  @Override
  protected SqlStatement createTrigger(Trigger trigger, boolean inPlace) {
    return statement(
        sql(
            "$L TRIGGER $N $L ON $N\n",
            create(inPlace),
            trigger.trigger(),
            written(trigger.event()),
            trigger.table()),
        trigger,
        trigger.sql());
  }

  @Override
  protected List<SqlStatement> dropTrigger(TableName table, String name, boolean ifExists) {
    return List.of(drop(ObjectKind.TRIGGER, sql("$N ON $N", name, table), ifExists));
  }
}
