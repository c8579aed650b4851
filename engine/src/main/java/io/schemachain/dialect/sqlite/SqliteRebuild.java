package io.schemachain.dialect.sqlite;

import io.schemachain.dialect.OperationStep;
import io.schemachain.dialect.Sql;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.dialect.ViewUses;
import io.schemachain.model.Column;
import io.schemachain.model.Names;
import io.schemachain.model.SchemaObject;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.model.Trigger;
import io.schemachain.model.View;
import io.schemachain.operation.AlterColumn;
import io.schemachain.operation.ApplyToSchema;
import io.schemachain.operation.DropColumn;
import io.schemachain.operation.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One table made anew: the twelve steps of sqlite.org/lang_altertable.html#otheralter, written from
 * the model. The old table is never renamed, since foreign keys elsewhere would follow it; and it
 * is dropped only where foreign keys are off, since DROP TABLE deletes its rows first and would
 * cascade.
 */
final class SqliteRebuild {
  private final SqliteDialect dialect;
  private final Sql sql;
  private final SqliteDdl ddl;
  private final Table before;
  private final Table shape;
  private final Table temporary;

  /** Columns, folded, that are there before and after. */
  private final Set<String> kept;

  private final List<SqlStatement> afterwards;
  private final Map<String, String> using;

  /** What uses the table; SQLite lets no table go under a view. */
  private final List<View> views;

  private final List<Trigger> triggers;

  /**
   * @param steps consecutive, all on the table of that name; only the last may rename a column
   */
  SqliteRebuild(SqliteDialect dialect, TableName name, List<OperationStep> steps) {
    this.dialect = dialect;
    this.sql = dialect.sql();
    OperationStep first = steps.get(0);
    OperationStep last = steps.get(steps.size() - 1);
    this.ddl = dialect.ddl(first.before(), last.after());
    this.before = first.before().require(name);
    List<SqlStatement> renames = List.of();
    if (last.operation() instanceof AlterColumn alter && alter.newName() != null) {
      this.shape = ApplyToSchema.apply(alter.withoutNewName(), last.before()).require(name);
      renames = ddl.rename(alter);
    } else {
      this.shape = last.after().require(name);
    }
    this.afterwards = new ArrayList<>(ddl.moveCounter(before, shape));
    afterwards.addAll(renames);
    this.using = using(steps);
    this.temporary = shape.withName(name.withName(temporaryName(name.name())));
    this.kept = kept(before, steps);
    this.views = ViewUses.of(name, first.before());
    this.triggers = ViewUses.triggers(name, views, first.before());
  }

  static String temporaryName(String table) {
    return "schemachain_new_" + table;
  }

  /** What the author says the new values are, by the folded name of the column. */
  private static Map<String, String> using(List<OperationStep> steps) {
    Map<String, String> using = new HashMap<>();
    for (OperationStep step : steps) {
      if (step.operation() instanceof AlterColumn alter && alter.using() != null) {
        using.put(Names.fold(alter.column()), alter.using());
      }
    }
    return using;
  }

  private static Set<String> kept(Table before, List<OperationStep> steps) {
    Set<String> kept = new HashSet<>();
    before.columns().forEach(column -> kept.add(Names.fold(column.name())));
    for (OperationStep step : steps) {
      Operation operation = step.operation();
      if (operation instanceof DropColumn drop) {
        kept.remove(Names.fold(drop.column()));
      }
    }
    return kept;
  }

  List<SqlStatement> statements() {
    SqliteChecks checks = new SqliteChecks(dialect, ddl, before);
    List<SqlStatement> statements = new ArrayList<>();
    statements.add(SqlStatement.session("PRAGMA foreign_keys = OFF"));
    statements.addAll(checks.beforeRebuild(textsOfUses()));
    triggers.forEach(
        trigger -> statements.add(SqlStatement.ddl(sql.format("DROP TRIGGER $N", trigger.name()))));
    for (int i = views.size() - 1; i >= 0; i--) {
      statements.add(SqlStatement.ddl(sql.format("DROP VIEW $N", views.get(i).name())));
    }
    statements.add(ddl.createTable(temporary, "CREATE TABLE"));
    statements.addAll(copyRows());
    statements.addAll(checks.afterCopy(temporary, fits()));
    statements.add(SqlStatement.ddl(sql.format("DROP TABLE $N", before.name())));
    statements.add(
        SqlStatement.ddl(
            sql.format("ALTER TABLE $N RENAME TO $N", temporary.name(), shape.name().name())));
    shape.indexes().forEach(index -> statements.add(ddl.indexStatement(shape.name(), index)));
    statements.addAll(uses());
    statements.addAll(checks.foreignKeys());
    statements.addAll(afterwards);
    return statements;
  }

  /** Views and triggers as before; a view that does not fit any more is found by asking it. */
  private List<SqlStatement> uses() {
    List<SqlStatement> statements = new ArrayList<>();
    views.forEach(view -> statements.add(ddl.views().createView(view, false)));
    triggers.forEach(trigger -> statements.add(ddl.routines().createTrigger(trigger, false)));
    views.forEach(
        view ->
            statements.add(
                SqlStatement.check(sql.format("SELECT 1 FROM $N LIMIT 0", view.name()))));
    return statements;
  }

  private Map<SchemaObject, String> textsOfUses() {
    Map<SchemaObject, String> texts = new LinkedHashMap<>();
    views.forEach(view -> texts.put(view, ddl.views().kept(view)));
    triggers.forEach(trigger -> texts.put(trigger, ddl.routines().kept(trigger)));
    return texts;
  }

  /** Rows, then the counter of an identity exactly as it was, also where the last rows are gone. */
  private List<SqlStatement> copyRows() {
    List<SqlStatement> statements = new ArrayList<>();
    boolean sameIdentity =
        SqliteDdl.identityOf(before).isPresent()
            && SqliteDdl.identityOf(shape).filter(this::isKept).isPresent();
    if (!sameIdentity) {
      statements.addAll(ddl.startIdentity(temporary));
    }
    statements.add(copy());
    if (sameIdentity) {
      TableName counters = shape.name().withName("sqlite_sequence");
      String name = temporary.name().name();
      statements.add(
          SqlStatement.dml(sql.format("DELETE FROM $N WHERE name = $S", counters, name)));
      statements.add(
          SqlStatement.dml(
              sql.format(
                  "INSERT INTO $N (name, seq) SELECT $S, seq FROM $N WHERE name = $S COLLATE NOCASE",
                  counters,
                  name,
                  counters,
                  before.name().name())));
    }
    return statements;
  }

  private boolean isKept(Column column) {
    return kept.contains(Names.fold(column.name()));
  }

  /** A column that is new is left out, so that it takes its default. */
  private SqlStatement copy() {
    List<String> columns = new ArrayList<>();
    List<String> values = new ArrayList<>();
    for (Column column : shape.columns()) {
      if (column.computed() == null && isKept(column)) {
        String name = sql.format("$N", column.name());
        SqliteConversion conversion = conversion(column);
        String written = using.get(Names.fold(column.name()));
        columns.add(column.name());
        values.add(
            written != null
                ? ddl.using(written)
                : conversion == null ? name : conversion.expression(name));
      }
    }
    if (columns.isEmpty()) {
      return copyNothingButRows();
    }
    return SqlStatement.dml(
        sql.format(
            "INSERT INTO $N ($N)\nSELECT $L FROM $N",
            temporary.name(),
            columns,
            String.join(", ", values),
            before.name()));
  }

  /** Null for a column whose values stay. */
  private @Nullable SqliteConversion conversion(Column column) {
    Column old = before.column(column.name()).orElseThrow();
    if (!SqliteConversion.isNeeded(old, column)) {
      return null;
    }
    return using.containsKey(Names.fold(column.name()))
        ? SqliteConversion.byAuthor(column)
        : SqliteConversion.of(old, column);
  }

  /** All columns are new: as many rows as there were, each with the defaults. */
  private SqlStatement copyNothingButRows() {
    Column column =
        shape.columns().stream().filter(c -> c.computed() == null).findFirst().orElseThrow();
    return SqlStatement.dml(
        sql.format(
            "INSERT INTO $N ($N)\nSELECT $L FROM $N",
            temporary.name(),
            column.name(),
            ddl.defaultOrNull(column),
            before.name()));
  }

  /** Conditions that the values of columns hold to that have another type now. */
  private Map<Column, String> fits() {
    Map<Column, String> fits = new LinkedHashMap<>();
    for (Column column : shape.columns()) {
      SqliteConversion conversion = isKept(column) ? conversion(column) : null;
      String condition =
          conversion == null ? null : conversion.fits(sql.format("$N", column.name()));
      if (condition != null) {
        fits.put(column, condition);
      }
    }
    return fits;
  }
}
