package io.schemachain.dialect;

import io.schemachain.model.ObjectKind;
import io.schemachain.model.TableName;
import io.schemachain.model.Value;
import io.schemachain.operation.BulkInsert;
import io.schemachain.operation.Companion;
import io.schemachain.operation.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Statements that programs write along with a table or a type: its first rows, and casts. */
final class DefinitionCompanions {
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

  private final SqlWords words;
  private final DefinitionContext context;

  DefinitionCompanions(SqlWords words, DefinitionContext context) {
    this.words = words;
    this.context = context;
  }

  boolean isNext() {
    return context.rules().companions()
        && (words.isNext("INSERT INTO") || (context.isPostgresql() && words.isNext("CREATE CAST")));
  }

  /** The whole statement. */
  Companion take() {
    Companion companion = words.isNext("INSERT INTO") ? rows() : cast();
    words.requireEnd();
    return companion;
  }

  private Companion rows() {
    words.take("INSERT INTO");
    TableName table = context.name(words);
    List<String> columns = words.isNext("(") ? columns() : context.columns(table);
    words.take("VALUES");
    List<Row> rows = new ArrayList<>();
    do {
      rows.add(new Row(columns, values()));
    } while (words.takeIf(","));
    return Companion.rows(new BulkInsert(table, rows));
  }

  private List<String> columns() {
    List<String> columns = new ArrayList<>();
    words.take("(");
    do {
      columns.add(context.simpleName(words));
    } while (words.takeIf(","));
    words.take(")");
    return columns;
  }

  private List<Value> values() {
    List<Value> values = new ArrayList<>();
    words.take("(");
    do {
      values.add(value());
    } while (words.takeIf(","));
    words.take(")");
    return values;
  }

  private Value value() {
    if (words.takeIf("NULL")) {
      return Value.NULL;
    }
    String first = words.peekOne();
    if (first.startsWith("'")) {
      return Value.text(DefinitionTexts.string(words));
    }
    String sign = words.takeIf("-") ? "-" : "";
    String number = sign + words.peekOne();
    if (!NUMBER.matcher(number).matches()) {
      throw new NotUnderstoodException("Of rows, texts, numbers and NULL are read.");
    }
    words.takeOne();
    return Value.text(number);
  }

  /** {@code CREATE CAST (varchar AS color) WITH INOUT AS IMPLICIT}: no model has casts. */
  private Companion cast() {
    words.take("CREATE CAST");
    words.take("(");
    String from = words.takeOne();
    words.take("AS");
    String to = words.takeOne();
    words.take(")");
    String how = words.takeRest();
    String type = context.isEnumType(from) ? from : to;
    if (!context.isEnumType(type)) {
      throw new NotUnderstoodException("Of casts, those of enum types are known.");
    }
    return Companion.note(
        ObjectKind.TYPE,
        TableName.of(context.name(type)),
        "Left out, for the model has no casts: create cast ("
            + from
            + " as "
            + to
            + ") "
            + how
            + ". Where queries need it, add it with `execute`.");
  }
}
