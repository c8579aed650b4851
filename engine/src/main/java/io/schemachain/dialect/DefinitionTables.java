package io.schemachain.dialect;

import io.schemachain.introspect.MadeUpName;
import io.schemachain.model.Column;
import io.schemachain.model.Constraint;
import io.schemachain.model.Index;
import io.schemachain.model.Names;
import io.schemachain.model.Options;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.operation.CreateSequence;
import io.schemachain.operation.CreateTable;
import io.schemachain.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** CREATE TABLE, behind these words. */
final class DefinitionTables {
  private final SqlWords words;
  private final DefinitionContext context;
  private final DefinitionPlaces places;
  private final List<MadeUpName> madeUp;
  private final List<Operation> operations = new ArrayList<>();

  /** Of columns that say no collation. */
  private final List<String> charsets = new ArrayList<>();

  DefinitionTables(
      SqlWords words, DefinitionContext context, DefinitionPlaces places, List<MadeUpName> madeUp) {
    this.words = words;
    this.context = context;
    this.places = places;
    this.madeUp = madeUp;
  }

  /**
   * The table, behind the sequences that it brings with it.
   *
   * @param start offset of CREATE
   */
  List<Operation> read(int start) {
    words.takeIf("IF NOT EXISTS");
    TableName name = context.name(words);
    words.take("(");
    places.add(name, null, start, words.endOfLast());
    Table table = Table.of(name, List.of());
    context.defines(name, List.of());
    do {
      table = element(table);
    } while (words.takeIf(","));
    words.take(")");
    table = options(table);
    requireDefaultCharset(table);
    requireKeyNotNull(table);
    operations.add(new CreateTable(withKeyNotNull(withoutKeyIndexes(table))));
    return operations;
  }

  private Table element(Table table) {
    DefinitionConstraints constraints =
        new DefinitionConstraints(words, context, table.name(), madeUp);
    DefinitionIndexes indexes = new DefinitionIndexes(words, context, constraints);
    if (indexes.isKeyNext()) {
      return indexes.takeKey(table);
    }
    if (constraints.isNext()) {
      return with(constraints.take(), table);
    }
    if (words.isNext("LIKE")) {
      throw new NotUnderstoodException("Write the columns themselves.");
    }
    int start = words.offset();
    var defined = new DefinitionColumns(words, context, constraints, table.name()).take();
    if (defined.charset() != null) {
      charsets.add(defined.charset());
    }
    places.add(table.name(), defined.column().name(), start, words.endOfLast());
    if (defined.sequence() != null) {
      operations.add(new CreateSequence(defined.sequence(), false));
    }
    List<Column> columns = new ArrayList<>(table.columns());
    columns.add(defined.column());
    Table result = table.withColumns(columns);
    context.defines(table.name(), columns.stream().map(Column::name).toList());
    for (Constraint constraint : defined.constraints()) {
      result = with(constraint, result);
    }
    return result;
  }

  private static Table with(Constraint constraint, Table table) {
    if (constraint instanceof PrimaryKey && table.primaryKey() != null) {
      throw new IllegalArgumentException("The table " + table.name() + " has two primary keys.");
    }
    return table.plus(constraint);
  }

  /** A column of utf8mb4 is as those that say nothing, in a table that says nothing. */
  private void requireDefaultCharset(Table table) {
    boolean isDefault =
        !table.options().has("charset")
            && !table.options().has("collate")
            && charsets.stream().allMatch("utf8mb4"::equalsIgnoreCase);
    if (!charsets.isEmpty() && !isDefault) {
      throw DefinitionColumns.withoutCollation();
    }
  }

  /** The model's keys are NOT NULL. */
  private void requireKeyNotNull(Table table) {
    boolean nullable =
        table.primaryKeyColumns().stream()
            .flatMap(name -> table.column(name).stream())
            .anyMatch(Column::nullable);
    if (nullable && !context.dialect().ddlSemantics().keysAreNotNull()) {
      throw new IllegalArgumentException(
          "The primary key of " + table.name() + " may be NULL: write NOT NULL for its columns.");
    }
  }

  /** MySQL makes an index for a foreign key, under its name, and then writes it down. */
  private Table withoutKeyIndexes(Table table) {
    Table result = table;
    for (Index index : table.indexes()) {
      boolean isOfKey =
          context.isMysql()
              && !index.unique()
              && index.isPlain()
              && table.foreignKeys().stream()
                  .anyMatch(
                      key ->
                          Names.same(key.name(), index.name())
                              && key.columns().equals(index.columns()));
      if (isOfKey) {
        result = result.minus(index);
      }
    }
    return result;
  }

  private static Table withKeyNotNull(Table table) {
    Table result = table;
    for (String name : table.primaryKeyColumns()) {
      result = result.withColumn(name, column -> column.withNullable(false));
    }
    return result;
  }

  // Options

  private Table options(Table table) {
    Map<String, String> said = new TreeMap<>();
    Table result = table;
    while (!words.atEnd()) {
      if (words.isNext("PARTITION") || words.isNext("INHERITS")) {
        throw new NotUnderstoodException(
            "A table with partitions or a parent is written in a model file in YAML.");
      }
      if (context.isMysql()) {
        result = mysqlOption(result, said);
        words.takeIf(",");
      } else if (!context.dialect().ddlSemantics().keysAreNotNull()) {
        sqliteOption(said);
        words.takeIf(",");
      } else {
        throw new NotUnderstoodException();
      }
    }
    return said.isEmpty() ? result : result.withOptions(Options.of(context.dialect().name(), said));
  }

  private Table mysqlOption(Table table, Map<String, String> said) {
    if (words.takeIf("COMMENT")) {
      words.takeIf("=");
      return table.withComment(DefinitionTexts.string(words));
    }
    if (words.takeIf("AUTO_INCREMENT")) {
      words.takeIf("=");
      DefinitionTexts.number(words); // Where a database is by now is no definition.
      return table;
    }
    words.takeIf("DEFAULT");
    String option;
    if (words.takeIf("CHARSET") || words.takeIf("CHARACTER SET")) {
      option = "charset";
    } else if (words.takeIf("COLLATE")) {
      option = "collate";
    } else if (words.takeIf("ROW_FORMAT")) {
      option = "row_format";
    } else {
      words.take("ENGINE");
      option = "engine";
    }
    words.takeIf("=");
    said.put(option, words.takeOne());
    return table;
  }

  private void sqliteOption(Map<String, String> said) {
    if (words.takeIf("STRICT")) {
      said.put("strict", "true");
    } else {
      words.take("WITHOUT ROWID");
      said.put("without_rowid", "true");
    }
  }
}
