package io.schemachain.dialect.sqlite;

import io.schemachain.dialect.SqlCursor;
import io.schemachain.dialect.SqlLexis;
import io.schemachain.model.Deferral;
import io.schemachain.model.ReferentialAction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What CREATE TABLE says, as SQLite keeps it: {@code sqlite.org/lang_createtable.html}. It is the
 * only place where names of constraints, checks, collations and computed columns are.
 */
final class SqliteTableText {
  private static final Set<String> COLUMN_WORDS =
      Set.of(
          "CONSTRAINT",
          "PRIMARY",
          "NOT",
          "NULL",
          "UNIQUE",
          "CHECK",
          "DEFAULT",
          "COLLATE",
          "REFERENCES",
          "GENERATED",
          "AS",
          "ON",
          "DEFERRABLE",
          ",",
          ")");
  private static final Set<String> TABLE_WORDS =
      Set.of("CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN");

  /** What of a column stands in the text alone. */
  static final class ColumnText {
    @Nullable String collation;
    @Nullable String expression;
    boolean numbersItself;
  }

  /** Which rule a constraint is. */
  enum Rule {
    PRIMARY_KEY,
    UNIQUE,
    CHECK,
    FOREIGN_KEY
  }

  /**
   * A constraint of the table or of one of its columns.
   *
   * @param name null where it has none
   * @param sql the condition of a check, else empty
   * @param leftOut what is said of it that the model does not hold
   */
  record ConstraintText(
      Rule rule,
      @Nullable String name,
      List<String> columns,
      String sql,
      @Nullable Reference reference,
      List<String> leftOut) {}

  /**
   * What a foreign key says behind REFERENCES.
   *
   * @param columns empty for the primary key
   */
  record Reference(
      String table,
      List<String> columns,
      @Nullable ReferentialAction onDelete,
      @Nullable ReferentialAction onUpdate,
      Deferral deferral) {}

  private final SqlLexis lexis;
  private final SqlCursor cursor;
  private final Map<String, ColumnText> columns = new LinkedHashMap<>();
  private final List<ConstraintText> constraints = new ArrayList<>();
  private final List<String> notNullConflicts = new ArrayList<>();
  private boolean strict;
  private boolean withoutRowid;

  /**
   * @throws io.schemachain.dialect.SqlSyntaxException if the text is not understood
   */
  SqliteTableText(String sql, SqlLexis lexis) {
    this.lexis = lexis;
    this.cursor = new SqlCursor(sql, lexis);
    cursor.require("CREATE");
    cursor.require("TABLE");
    cursor.name();
    cursor.require("(");
    elements();
    cursor.require(")");
    options();
  }

  /** By name in lower case. */
  Map<String, ColumnText> columns() {
    return columns;
  }

  List<ConstraintText> constraints() {
    return constraints;
  }

  /** Columns whose NOT NULL says what happens otherwise. */
  List<String> notNullConflicts() {
    return notNullConflicts;
  }

  boolean strict() {
    return strict;
  }

  boolean withoutRowid() {
    return withoutRowid;
  }

  private void elements() {
    do {
      if (cursor.isNextOf(TABLE_WORDS)) {
        tableConstraints();
        return;
      }
      column();
    } while (cursor.skip(","));
  }

  private void options() {
    while (!cursor.atEnd()) {
      if (cursor.skip("STRICT")) {
        strict = true;
      } else {
        cursor.require("WITHOUT");
        cursor.require("ROWID");
        withoutRowid = true;
      }
      cursor.skip(",");
    }
  }

  // Columns

  private void column() {
    String name = cursor.name();
    ColumnText column = new ColumnText();
    columns.put(name.toLowerCase(Locale.ROOT), column);
    type();
    String constraint = null;
    while (!cursor.isNext(",") && !cursor.isNext(")")) {
      if (cursor.skip("CONSTRAINT")) {
        constraint = cursor.name();
      } else {
        columnClause(name, column, constraint);
        constraint = null;
      }
    }
  }

  private void type() {
    while (!cursor.isNextOf(COLUMN_WORDS)) {
      if (cursor.isNext("(")) {
        cursor.skipEnclosed();
      } else {
        cursor.skipToken();
      }
    }
  }

  private void columnClause(String name, ColumnText column, @Nullable String constraint) {
    List<String> leftOut = new ArrayList<>();
    if (cursor.skip("PRIMARY", "KEY")) {
      direction(leftOut);
      conflict(leftOut);
      column.numbersItself = cursor.skip("AUTOINCREMENT");
      add(Rule.PRIMARY_KEY, constraint, List.of(name), leftOut);
    } else if (cursor.skip("UNIQUE")) {
      conflict(leftOut);
      add(Rule.UNIQUE, constraint, List.of(name), leftOut);
    } else if (cursor.skip("CHECK")) {
      check(constraint);
    } else if (cursor.skip("NOT", "NULL") || cursor.skip("NULL")) {
      conflict(leftOut);
      if (!leftOut.isEmpty()) {
        notNullConflicts.add(name);
      }
    } else if (cursor.skip("DEFAULT")) {
      defaultValue();
    } else if (cursor.skip("COLLATE")) {
      column.collation = cursor.name();
    } else if (cursor.isNext("REFERENCES")) {
      foreignKey(constraint, List.of(name));
    } else {
      if (cursor.skip("GENERATED")) {
        cursor.require("ALWAYS");
      }
      cursor.require("AS");
      column.expression = cursor.enclosed();
      if (!cursor.skip("STORED")) {
        cursor.skip("VIRTUAL");
      }
    }
  }

  /** The value itself is in the catalog. */
  private void defaultValue() {
    if (cursor.isNext("(")) {
      cursor.skipEnclosed();
      return;
    }
    do {
      cursor.skipToken();
    } while (!cursor.isNextOf(COLUMN_WORDS));
  }

  // Constraints

  /** Commas between them are optional. */
  private void tableConstraints() {
    String name = null;
    while (!cursor.isNext(")")) {
      if (cursor.skip(",")) {
        name = null;
      } else if (cursor.skip("CONSTRAINT")) {
        name = cursor.name();
      } else {
        tableConstraint(name);
        name = null;
      }
    }
  }

  private void tableConstraint(@Nullable String name) {
    if (cursor.skip("CHECK")) {
      check(name);
    } else if (cursor.skip("FOREIGN", "KEY")) {
      foreignKey(
          name, SqlCursor.elements(cursor.enclosed(), lexis).stream().map(this::only).toList());
    } else {
      Rule rule = cursor.skip("UNIQUE") ? Rule.UNIQUE : Rule.PRIMARY_KEY;
      if (rule == Rule.PRIMARY_KEY) {
        cursor.require("PRIMARY");
        cursor.require("KEY");
      }
      List<String> leftOut = new ArrayList<>();
      List<String> keyColumns = new ArrayList<>();
      for (String element : SqlCursor.elements(cursor.enclosed(), lexis)) {
        keyColumns.add(keyColumn(element, leftOut));
      }
      conflict(leftOut);
      add(rule, name, keyColumns, leftOut);
    }
  }

  private String only(String name) {
    return new SqlCursor(name, lexis).name();
  }

  private String keyColumn(String element, List<String> leftOut) {
    SqlCursor part = new SqlCursor(element, lexis);
    String name = part.name();
    if (part.skip("COLLATE")) {
      leftOut.add("COLLATE " + part.name());
    }
    if (part.skip("AUTOINCREMENT")) {
      ColumnText column = columns.get(name.toLowerCase(Locale.ROOT));
      if (column != null) {
        column.numbersItself = true;
      }
    } else if (!part.skip("ASC") && part.skip("DESC")) {
      leftOut.add("DESC");
    }
    if (!part.atEnd()) {
      throw part.unexpected("A column is expected.");
    }
    return name;
  }

  private void check(@Nullable String name) {
    String sql = cursor.enclosed();
    List<String> leftOut = new ArrayList<>();
    conflict(leftOut);
    constraints.add(new ConstraintText(Rule.CHECK, name, List.of(), sql, null, leftOut));
  }

  private void foreignKey(@Nullable String name, List<String> from) {
    cursor.require("REFERENCES");
    String table = cursor.name();
    List<String> to =
        cursor.isNext("(")
            ? SqlCursor.elements(cursor.enclosed(), lexis).stream().map(this::only).toList()
            : List.of();
    ReferentialAction onDelete = null;
    ReferentialAction onUpdate = null;
    List<String> leftOut = new ArrayList<>();
    Deferral deferral = Deferral.NONE;
    while (true) {
      if (cursor.skip("ON", "DELETE")) {
        onDelete = action();
      } else if (cursor.skip("ON", "UPDATE")) {
        onUpdate = action();
      } else if (cursor.skip("MATCH")) {
        leftOut.add("MATCH " + cursor.name().toUpperCase(Locale.ROOT));
      } else if (cursor.skip("NOT", "DEFERRABLE") || cursor.isNext("DEFERRABLE")) {
        deferral = deferral();
      } else {
        break;
      }
    }
    Reference reference = new Reference(table, to, onDelete, onUpdate, deferral);
    constraints.add(new ConstraintText(Rule.FOREIGN_KEY, name, from, "", reference, leftOut));
  }

  /** Behind NOT DEFERRABLE, INITIALLY says nothing. */
  private Deferral deferral() {
    boolean can = cursor.skip("DEFERRABLE");
    boolean deferred = cursor.skip("INITIALLY", "DEFERRED");
    if (!deferred) {
      cursor.skip("INITIALLY", "IMMEDIATE");
    }
    if (!can) {
      return Deferral.NONE;
    }
    return deferred ? Deferral.INITIALLY_DEFERRED : Deferral.INITIALLY_IMMEDIATE;
  }

  private ReferentialAction action() {
    if (cursor.skip("SET", "NULL")) {
      return ReferentialAction.SET_NULL;
    }
    if (cursor.skip("SET", "DEFAULT")) {
      return ReferentialAction.SET_DEFAULT;
    }
    if (cursor.skip("CASCADE")) {
      return ReferentialAction.CASCADE;
    }
    if (cursor.skip("RESTRICT")) {
      return ReferentialAction.RESTRICT;
    }
    cursor.require("NO");
    cursor.require("ACTION");
    return ReferentialAction.NO_ACTION;
  }

  private void add(
      Rule rule, @Nullable String name, List<String> keyColumns, List<String> leftOut) {
    constraints.add(new ConstraintText(rule, name, keyColumns, "", null, leftOut));
  }

  private void direction(List<String> leftOut) {
    if (!cursor.skip("ASC") && cursor.skip("DESC")) {
      leftOut.add("DESC");
    }
  }

  private void conflict(List<String> leftOut) {
    if (cursor.skip("ON", "CONFLICT")) {
      leftOut.add("ON CONFLICT " + cursor.name().toUpperCase(Locale.ROOT));
    }
  }
}
