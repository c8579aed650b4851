package io.schemachain.dialect;

import io.schemachain.introspect.MadeUpName;
import io.schemachain.model.DataType;
import io.schemachain.model.Extension;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.TableName;
import io.schemachain.model.View;
import io.schemachain.operation.AlterColumn;
import io.schemachain.operation.Change;
import io.schemachain.operation.CreateExtension;
import io.schemachain.operation.CreateIndex;
import io.schemachain.operation.CreateMaterializedView;
import io.schemachain.operation.CreateSchema;
import io.schemachain.operation.CreateSequence;
import io.schemachain.operation.CreateTableComment;
import io.schemachain.operation.CreateType;
import io.schemachain.operation.CreateView;
import io.schemachain.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One statement that defines something. */
final class DefinitionStatement {
  private static final Pattern WITH_DATA =
      Pattern.compile("(?is)(?<!\\s)\\s++WITH\\s++(NO\\s++)?DATA$");

  private final SqlWords words;
  private final DefinitionContext context;
  private final DefinitionPlaces places;
  private final List<MadeUpName> madeUp = new ArrayList<>();

  DefinitionStatement(SqlWords words, DefinitionContext context, DefinitionPlaces places) {
    this.words = words;
    this.context = context;
    this.places = places;
  }

  /** The names that were made up while it was read. */
  List<MadeUpName> madeUp() {
    return madeUp;
  }

  /**
   * What it does.
   *
   * @throws NotUnderstoodException at the first word that is not understood
   */
  List<Operation> read() {
    List<Operation> operations = new ArrayList<>();
    if (words.isNext("ALTER TABLE")) {
      operations.addAll(new DefinitionAlterations(words, context, places, madeUp).read());
    } else if (words.takeIf("COMMENT ON")) {
      operations.add(comment());
    } else if (words.takeIf("ALTER SEQUENCE")) {
      ownedBy();
    } else if (words.takeIf("DROP TABLE IF EXISTS")) {
      requireNothingToDrop();
    } else if (OtherStatements.isHarmless(words, context)) {
      return List.of();
    } else {
      create(operations);
    }
    words.requireEnd();
    return operations;
  }

  private void create(List<Operation> operations) {
    int start = words.offset();
    words.take("CREATE");
    if (words.takeIf("OR REPLACE")) {
      operations.add(words.takeIf("VIEW") ? view(false) : refused());
    } else if (words.isNext("UNIQUE")
        || words.isNext("INDEX")
        || words.isNext("NONCLUSTERED INDEX")) {
      operations.add(index());
    } else if (words.takeIf("SEQUENCE")) {
      words.takeIf("IF NOT EXISTS");
      TableName name = context.name(words);
      operations.add(new CreateSequence(DefinitionIdentity.sequence(name, words, context), false));
    } else if (words.takeIf("VIEW") || words.takeIf("FORCE VIEW")) {
      operations.add(view(false));
    } else if (words.takeIf("MATERIALIZED VIEW")) {
      operations.add(view(true));
    } else if (words.takeIf("TYPE")) {
      operations.add(enumType());
    } else if (words.takeIf("SCHEMA")) {
      words.takeIf("IF NOT EXISTS");
      String name = context.simpleName(words);
      if (!context.isDefaultSchema(name)) {
        operations.add(new CreateSchema(name, false));
      }
    } else if (words.takeIf("EXTENSION")) {
      operations.add(extension());
    } else {
      requireTable();
      operations.addAll(new DefinitionTables(words, context, places, madeUp).read(start));
    }
  }

  /** H2 says how it keeps the indexes of a table, which is no matter of its definition. */
  private void requireTable() {
    boolean taken =
        words.takeIf("TABLE")
            || (context.isFolded()
                && (words.takeIf("CACHED TABLE") || words.takeIf("MEMORY TABLE")));
    if (!taken) {
      throw new NotUnderstoodException(OtherStatements.CREATED);
    }
  }

  private Operation refused() {
    throw new NotUnderstoodException(OtherStatements.CREATED);
  }

  private Operation index() {
    boolean unique = words.takeIf("UNIQUE");
    if (unique) {
      words.takeIf("NULLS DISTINCT");
    }
    if (context.isTransactSql()) {
      words.takeIf("NONCLUSTERED");
    }
    words.take("INDEX");
    words.takeIf("CONCURRENTLY");
    words.takeIf("IF NOT EXISTS");
    String name = words.isNext("ON") ? null : context.name(words).name();
    words.take("ON");
    words.takeIf("ONLY");
    TableName table = context.name(words);
    DefinitionConstraints constraints = constraints(table);
    DefinitionIndexes indexes = new DefinitionIndexes(words, context, constraints);
    var index = indexes.take(name == null ? "-" : name, unique);
    return new CreateIndex(
        table, index.withName(constraints.named(name, ObjectKind.INDEX, index.columns(), null)));
  }

  private DefinitionConstraints constraints(TableName table) {
    return new DefinitionConstraints(words, context, table, madeUp);
  }

  private Operation view(boolean materialized) {
    words.takeIf("IF NOT EXISTS");
    TableName name = context.name(words);
    List<String> columns = words.isNext("(") ? constraints(name).columns() : List.of();
    words.take("AS");
    String sql = context.text(words.takeRest());
    if (materialized) {
      View view =
          new View(name, true, columns, null, WITH_DATA.matcher(sql).replaceFirst(""), null);
      return new CreateMaterializedView(view, false);
    }
    return new CreateView(new View(name, false, columns, null, sql, null), false);
  }

  private Operation enumType() {
    TableName name = context.name(words);
    if (name.schema() != null) {
      throw new NotUnderstoodException("Enum types are in the default schema.");
    }
    if (!words.takeIf("AS ENUM")) {
      throw new NotUnderstoodException("Of types the model has those that are AS ENUM.");
    }
    List<String> values = DefinitionTexts.strings(words);
    return new CreateType(new DataType.Enumeration(name.name(), values), false);
  }

  private Operation extension() {
    words.takeIf("IF NOT EXISTS");
    String name = context.simpleName(words);
    words.takeIf("WITH");
    String schema = words.takeIf("SCHEMA") ? context.simpleName(words) : null;
    String version = words.takeIf("VERSION") ? DefinitionTexts.string(words) : null;
    return new CreateExtension(
        new Extension(name, context.isDefaultSchema(schema) ? null : schema, version), false);
  }

  /** The model has sequences by themselves; whose column uses one is seen by its default. */
  private void ownedBy() {
    context.name(words);
    if (!words.takeIf("OWNED BY")) {
      throw new NotUnderstoodException("Write all of a sequence in its CREATE SEQUENCE.");
    }
    do {
      context.simpleName(words);
    } while (words.takeIf("."));
  }

  /** In front of the table's definition, in dumps. */
  private void requireNothingToDrop() {
    TableName table = context.name(words);
    words.takeIf("CASCADE");
    if (context.isDefined(table)) {
      throw new IllegalArgumentException("The table " + table + " is defined and then dropped.");
    }
  }

  private Operation comment() {
    if (words.takeIf("TABLE")) {
      TableName table = context.name(words);
      words.take("IS");
      String text = text();
      if (text == null) {
        throw new IllegalArgumentException("A comment that is NULL says nothing: leave it out.");
      }
      return new CreateTableComment(table, text);
    }
    if (!words.takeIf("COLUMN")) {
      throw new NotUnderstoodException(
          "In SQL the comments of tables and columns are read. Remove it, or write it in a model"
              + " file in YAML; pg_dump --no-comments leaves all comments out.");
    }
    List<String> names = new ArrayList<>();
    do {
      names.add(context.simpleName(words));
    } while (words.takeIf("."));
    if (names.size() < 2 || names.size() > 3) {
      throw new NotUnderstoodException("Write COMMENT ON COLUMN table.column IS '…'.");
    }
    String column = names.remove(names.size() - 1);
    String schema = names.size() == 2 ? names.get(0) : null;
    TableName table =
        new TableName(context.isDefaultSchema(schema) ? null : schema, names.get(names.size() - 1));
    words.take("IS");
    return new AlterColumn(
        table, column, null, null, null, Change.none(), Change.toNullable(text()));
  }

  private @Nullable String text() {
    return words.takeIf("NULL") ? null : DefinitionTexts.string(words);
  }
}
