package io.schemachain.dialect;

import io.schemachain.model.ObjectKind;
import io.schemachain.model.Routine;
import io.schemachain.model.SchemaObject;
import io.schemachain.model.TableName;
import io.schemachain.model.Trigger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Functions, procedures and triggers in portable SQL. */
public class RoutineDdl extends ObjectDdl {
  public RoutineDdl(StandardDdl ddl) {
    super(ddl);
  }

  /** Whether one statement puts a routine or a trigger in the place of one that may be there. */
  protected boolean replacesInPlace() {
    return true;
  }

  /** The same for triggers alone. */
  protected boolean replacesTriggers() {
    return replacesInPlace();
  }

  // Routines

  /**
   * @param kind of routine
   * @throws UnsupportedFeatureException if the database has none
   */
  protected void require(ObjectKind kind) {}

  final List<SqlStatement> create(Routine routine, boolean replace) {
    require(routine.kind());
    Routine old =
        (Routine)
            before().routine(routine.kind(), routine.name(), routine.arguments()).orElse(null);
    List<SqlStatement> statements = new ArrayList<>();
    if (replace && old != null) {
      statements.addAll(replace(old, routine));
    } else {
      if (replace && !replacesInPlace()) {
        statements.add(dropIfExists(routine.kind(), dropped(routine)));
      }
      statements.add(createRoutine(routine, replace && replacesInPlace()));
    }
    statements.addAll(check(routine.kind(), routine.name()));
    return ofAuthor(statements);
  }

  /** In the place of one that a revision made. */
  protected List<SqlStatement> replace(Routine old, Routine routine) {
    return replacesInPlace()
        ? List.of(createRoutine(routine, true))
        : List.of(drop(old.kind(), dropped(old), false), createRoutine(routine, false));
  }

  protected SqlStatement createRoutine(Routine routine, boolean inPlace) {
    return statement(
        sql(
            "$L $L $N$L\n",
            create(inPlace),
            keyword(routine.kind()),
            routine.name(),
            parentheses(routine)),
        routine,
        routine.sql());
  }

  /** The arguments, with their parentheses. */
  protected String parentheses(Routine routine) {
    return "(" + (routine.arguments().isEmpty() ? "" : written(routine.arguments())) + ")";
  }

  /** What DROP calls it. */
  protected String dropped(Routine routine) {
    return sql("$N", routine.name());
  }

  final List<SqlStatement> dropRoutine(
      ObjectKind kind, TableName name, @Nullable String arguments, boolean ifExists) {
    require(kind);
    List<SchemaObject> found =
        arguments == null
            ? before().routines(kind, name)
            : before().routine(kind, name, arguments).stream().toList();
    if (found.isEmpty() && arguments == null) {
      return List.of(drop(kind, sql("$N", name), ifExists));
    }
    Routine routine =
        found.isEmpty()
            ? new Routine(kind, name, String.valueOf(arguments), "")
            : (Routine) found.get(0);
    return List.of(drop(kind, dropped(routine), ifExists));
  }

  /** Statements that fail when what was created cannot run. */
  protected List<SqlStatement> check(ObjectKind kind, TableName name) {
    return List.of();
  }

  // Triggers

  final List<SqlStatement> create(Trigger trigger, boolean replace) {
    boolean exists =
        before().find(ObjectKind.TRIGGER, trigger.table(), trigger.trigger()).isPresent();
    List<SqlStatement> statements = new ArrayList<>();
    if (replace && !replacesTriggers()) {
      statements.addAll(dropTrigger(trigger.table(), trigger.trigger(), !exists));
    }
    statements.add(createTrigger(trigger, replace && replacesTriggers()));
    statements.addAll(check(ObjectKind.TRIGGER, trigger.name()));
    return ofAuthor(statements);
  }

  protected SqlStatement createTrigger(Trigger trigger, boolean inPlace) {
    return statement(
        sql(
            "$L TRIGGER $N $L ON $N\n",
            create(inPlace),
            trigger.name(),
            written(trigger.event()),
            trigger.table()),
        trigger,
        trigger.sql());
  }

  protected List<SqlStatement> dropTrigger(TableName table, String name, boolean ifExists) {
    return List.of(drop(ObjectKind.TRIGGER, sql("$N", table.withName(name)), ifExists));
  }
}
