package io.schemachain.dialect;

import io.schemachain.introspect.MadeUpName;
import io.schemachain.model.Check;
import io.schemachain.model.Constraint;
import io.schemachain.model.Deferral;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.Options;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.ReferentialAction;
import io.schemachain.model.TableName;
import io.schemachain.model.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The constraints of one table, with the names that SQL gives them or leaves out. */
final class DefinitionConstraints {
  static final String ENFORCED = "NOT ENFORCED";

  private final SqlWords words;
  private final DefinitionContext context;
  private final TableName table;
  private final List<MadeUpName> madeUp;

  DefinitionConstraints(
      SqlWords words, DefinitionContext context, TableName table, List<MadeUpName> madeUp) {
    this.words = words;
    this.context = context;
    this.table = table;
    this.madeUp = madeUp;
  }

  /** Whether what comes next is a constraint of a table and no column. */
  boolean isNext() {
    return words.isNext("CONSTRAINT")
        || words.isNext("PRIMARY KEY")
        || words.isNext("FOREIGN KEY")
        || words.isNext("UNIQUE")
        || words.isNext("CHECK")
        || words.isNext("EXCLUDE");
  }

  /** {@code CONSTRAINT name}; null for none. H2 writes the schema in front. */
  @Nullable String name() {
    if (!words.takeIf("CONSTRAINT")) {
      return null;
    }
    boolean unnamed = context.isMysql() && (words.isNext("CHECK (") || words.isNext("FOREIGN KEY"));
    return unnamed ? null : context.name(words).name();
  }

  /** A constraint of a table that comes next. */
  Constraint take() {
    String name = name();
    if (words.takeIf("PRIMARY KEY")) {
      method();
      List<String> columns = columns();
      method();
      return primaryKey(context.isMysql() ? null : name, columns);
    }
    if (words.takeIf("UNIQUE")) {
      if (context.isMysql() && !words.takeIf("KEY")) {
        words.takeIf("INDEX");
      }
      boolean notDistinct = notDistinct();
      return unique(name, columns(), notDistinct);
    }
    if (words.takeIf("FOREIGN KEY")) {
      return foreignKey(name, columns());
    }
    if (words.isNext("EXCLUDE")) {
      throw new NotUnderstoodException(
          "Exclude constraints are written in a model file in YAML, under `excludes`.");
    }
    words.take("CHECK");
    return check(name, List.of());
  }

  /** MySQL and MariaDB say how an index is kept; all of theirs are trees. */
  private void method() {
    if (context.isMysql()) {
      words.takeIf("USING BTREE");
    }
  }

  private boolean notDistinct() {
    if (words.takeIf("NULLS NOT DISTINCT")) {
      return true;
    }
    words.takeIf("NULLS DISTINCT");
    return context.isTransactSql(); // Two NULLs are the same to SQL Server.
  }

  PrimaryKey primaryKey(@Nullable String name, List<String> columns) {
    return new PrimaryKey(
        named(name, ObjectKind.PRIMARY_KEY, columns, null), columns, deferral(), Options.none());
  }

  UniqueConstraint unique(@Nullable String name, List<String> columns, boolean nullsNotDistinct) {
    return new UniqueConstraint(
        named(name, ObjectKind.UNIQUE, columns, null),
        columns,
        deferral(),
        nullsNotDistinct || context.isTransactSql(),
        Options.none());
  }

  /**
   * Behind the word CHECK.
   *
   * @param columns of the column that it stands in; empty for one of the table
   */
  Check check(@Nullable String name, List<String> columns) {
    String sql = context.text(words.takeEnclosed());
    if (words.isNext(ENFORCED) || words.isNext("NO INHERIT")) {
      throw new NotUnderstoodException("The model has only checks that hold for all rows.");
    }
    words.takeIf("ENFORCED");
    words.takeIf("NOCHECK"); // H2 does not look at rows that are there; a new table has none.
    boolean validated = !words.takeIf("NOT VALID");
    List<String> distinct = new ArrayList<>(columns);
    int number = context.nextCheck(table, columns);
    if (columns.isEmpty() || number > 1) {
      distinct.add(String.valueOf(number));
    }
    return new Check(named(name, ObjectKind.CHECK, distinct, null), sql).withValidated(validated);
  }

  /** With REFERENCES next. */
  ForeignKey foreignKey(@Nullable String name, List<String> columns) {
    words.take("REFERENCES");
    TableName referred = context.name(words);
    List<String> referredColumns = words.isNext("(") ? columns(referred) : List.of();
    ReferentialAction onDelete = null;
    ReferentialAction onUpdate = null;
    boolean full = false;
    boolean more = true;
    while (more) {
      if (words.takeIf("ON DELETE")) {
        onDelete = action();
      } else if (words.takeIf("ON UPDATE")) {
        onUpdate = action();
      } else if (words.takeIf("MATCH FULL")) {
        full = true;
      } else {
        more = words.takeIf("MATCH SIMPLE") || words.takeIf("NOCHECK");
      }
    }
    Deferral deferral = deferral();
    boolean validated = !words.takeIf("NOT VALID");
    return new ForeignKey(
        named(name, ObjectKind.FOREIGN_KEY, columns, referred),
        columns,
        referred,
        referredColumns,
        onDelete,
        onUpdate,
        deferral,
        full,
        validated);
  }

  /** Null for what happens without a word. */
  private @Nullable ReferentialAction action() {
    for (ReferentialAction action : ReferentialAction.values()) {
      if (words.takeIf(action.sql())) {
        return action == ReferentialAction.NO_ACTION ? null : action;
      }
    }
    throw new NotUnderstoodException();
  }

  private Deferral deferral() {
    if (words.takeIf("NOT DEFERRABLE")) {
      words.takeIf("INITIALLY IMMEDIATE");
      return Deferral.NONE;
    }
    if (!words.takeIf("DEFERRABLE")) {
      return Deferral.NONE;
    }
    if (words.takeIf("INITIALLY DEFERRED")) {
      return Deferral.INITIALLY_DEFERRED;
    }
    words.takeIf("INITIALLY IMMEDIATE");
    return Deferral.INITIALLY_IMMEDIATE;
  }

  /** A column of the table. */
  String column(String written) {
    return context.column(table, context.name(written));
  }

  /** Columns of the table between parentheses that come next. */
  List<String> columns() {
    return columns(table);
  }

  private List<String> columns(TableName of) {
    List<String> columns = new ArrayList<>();
    words.take("(");
    do {
      columns.add(context.column(of, context.simpleName(words)));
    } while (words.takeIf(","));
    words.take(")");
    return columns;
  }

  /** The name, or one of the naming convention where it was made up or left out. */
  String named(
      @Nullable String name, ObjectKind kind, List<String> columns, @Nullable TableName referred) {
    if (name != null && !context.rules().names().isMadeUp(kind, table, columns, name)) {
      return name;
    }
    String made = context.rules().namer().name(kind, table, columns, referred);
    madeUp.add(new MadeUpName(table, kind, made));
    return made;
  }
}
