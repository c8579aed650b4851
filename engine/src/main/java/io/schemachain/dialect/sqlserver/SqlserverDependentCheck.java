package io.schemachain.dialect.sqlserver;

import io.schemachain.dialect.CatalogColumns;
import io.schemachain.dialect.ShownExpression;
import io.schemachain.dialect.ShownExpression.Rules;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.model.Check;
import io.schemachain.model.Column;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Index;
import io.schemachain.model.IndexPart;
import io.schemachain.model.Options;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.ReferentialAction;
import io.schemachain.model.Table;
import io.schemachain.model.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Statements that fail unless what is dropped around a change of a column, and made again behind
 * it, is that of the model. A condition that the server keeps in words of its own is not compared.
 */
final class SqlserverDependentCheck {
  private static final String MARKS = "()[] ";

  private final SqlserverDialect dialect;
  private final SqlserverCatalog catalog;
  private final Rules rules;

  SqlserverDependentCheck(SqlserverDialect dialect) {
    this.dialect = dialect;
    this.catalog = dialect.catalog();
    this.rules = new Rules(dialect.lexis(), Set.of(), Set.of(), false, MARKS);
  }

  /** One statement for each. */
  List<SqlStatement> statements(Table table, SqlserverDependents dependents) {
    List<SqlStatement> statements = new ArrayList<>();
    dependents.foreignKeys().forEach(key -> statements.add(foreignKey(table, key)));
    dependents.checks().forEach(check -> statements.add(check(table, check)));
    dependents.indexes().forEach(index -> statements.add(index(table, index)));
    dependents.uniques().forEach(unique -> statements.add(unique(table, unique)));
    PrimaryKey key = dependents.primaryKey();
    if (key != null) {
      List<String> own =
          List.of("i.is_primary_key = 1", kind(SqlserverStorage.isClustered(table, key)));
      statements.add(
          require(
              key(key.columns()),
              index(table, key.name(), key.options(), own),
              "The primary key " + key.name() + " of " + table.name()));
    }
    return statements;
  }

  // Indexes

  private SqlStatement unique(Table table, UniqueConstraint unique) {
    if (SqlserverFragments.isIndex(table, unique)) {
      List<IndexPart> parts = unique.columns().stream().map(IndexPart::column).toList();
      return index(
          table, new Index(unique.name(), parts, true, null).withOptions(unique.options()));
    }
    List<String> own =
        List.of("i.is_unique_constraint = 1", kind(unique.options().is("clustered", "true")));
    return require(
        key(unique.columns()),
        index(table, unique.name(), unique.options(), own),
        "The unique constraint " + unique.name() + " of " + table.name());
  }

  private SqlStatement index(Table table, Index index) {
    List<String> own = new ArrayList<>();
    own.add("i.is_unique = " + (index.unique() ? 1 : 0));
    own.add("i.is_unique_constraint = 0 AND i.ignore_dup_key = 0");
    boolean columnstore = SqlserverStorage.isColumnstore(index);
    own.add(
        columnstore
            ? "i.type_desc = N'NONCLUSTERED COLUMNSTORE'"
            : kind(index.options().is("clustered", "true")));
    own.addAll(filter(table, index));
    List<List<String>> columns = new ArrayList<>();
    if (columnstore) {
      index.allColumns().forEach(column -> columns.add(List.of(isColumn(column))));
    } else {
      for (IndexPart part : index.parts()) {
        columns.add(
            key(
                isColumn(((IndexPart.ColumnPart) part).column()),
                columns.size() + 1,
                part.descending()));
      }
      index
          .include()
          .forEach(column -> columns.add(List.of(isColumn(column), "k.is_included_column = 1")));
    }
    return require(
        columns,
        index(table, index.name(), index.options(), own),
        "The index " + index.name() + " of " + table.name());
  }

  private static List<String> key(String column, int place, boolean descending) {
    return List.of(
        column, "k.key_ordinal = " + place, "k.is_descending_key = " + (descending ? 1 : 0));
  }

  private List<List<String>> key(List<String> names) {
    List<List<String>> columns = new ArrayList<>();
    names.forEach(name -> columns.add(key(isColumn(name), columns.size() + 1, false)));
    return columns;
  }

  private String isColumn(String column) {
    return "COL_NAME(k.object_id, k.column_id) = " + string(column);
  }

  private static String kind(boolean clustered) {
    return "i.type_desc = N'" + (clustered ? "CLUSTERED'" : "NONCLUSTERED'");
  }

  /** Without the columns that a partition scheme adds, which then count as others. */
  private String index(Table table, String name, Options options, List<String> own) {
    List<String> conditions = new ArrayList<>(own);
    conditions.add("i.is_disabled = 0 AND i.allow_row_locks = 1 AND i.allow_page_locks = 1");
    String fill = options.get("fill_factor");
    conditions.add("i.fill_factor = " + (fill == null ? "0" : fill));
    conditions.add("i.is_padded = " + (options.is("pad_index", "true") ? 1 : 0));
    return "sys.indexes i JOIN sys.index_columns k"
        + " ON k.object_id = i.object_id AND k.index_id = i.index_id\n    WHERE i.object_id = "
        + catalog.tableId(table.name())
        + " AND i.name = "
        + string(name)
        + "\n    AND "
        + String.join(" AND ", conditions);
  }

  private List<String> filter(Table table, Index index) {
    String where = index.where();
    List<String> nullable =
        index.unique() && !index.nullsNotDistinct()
            ? SqlserverRules.nullable(table, index.columns())
            : List.of();
    if (where == null && nullable.isEmpty()) {
      return List.of("i.has_filter = 0");
    }
    List<String> conditions = new ArrayList<>();
    nullable.forEach(
        column -> conditions.add(dialect.identifiers().alwaysQuote(column) + " IS NOT NULL"));
    if (where != null) {
      conditions.add(where);
    }
    String shown = shown("i.filter_definition", String.join(" AND ", conditions), table);
    return List.of(shown == null ? "i.has_filter = 1" : shown);
  }

  // Constraints

  private SqlStatement check(Table table, Check check) {
    String shown = shown("k.definition", check.sql(), table);
    return require(
        List.of(List.of(shown == null ? "k.definition IS NOT NULL" : shown)),
        "sys.check_constraints k\n    WHERE k.parent_object_id = "
            + catalog.tableId(table.name())
            + " AND k.name = "
            + string(check.name())
            + "\n    AND k.is_disabled = 0 AND k.is_not_for_replication = 0",
        "The check constraint " + check.name() + " of " + table.name());
  }

  private SqlStatement foreignKey(Table table, ForeignKey key) {
    List<List<String>> columns = new ArrayList<>();
    for (int i = 0; i < key.columns().size(); i++) {
      columns.add(
          List.of(
              "k.constraint_column_id = " + (i + 1),
              "COL_NAME(k.parent_object_id, k.parent_column_id) = " + string(key.columns().get(i)),
              "COL_NAME(k.referenced_object_id, k.referenced_column_id) = "
                  + string(key.referredColumns().get(i))));
    }
    return require(
        columns,
        "sys.foreign_keys f JOIN sys.foreign_key_columns k"
            + " ON k.constraint_object_id = f.object_id\n    WHERE f.parent_object_id = "
            + catalog.tableId(table.name())
            + " AND f.name = "
            + string(key.name())
            + "\n    AND f.referenced_object_id = "
            + catalog.tableId(key.referredTable())
            + "\n    AND f.delete_referential_action_desc = "
            + action(key.onDelete())
            + " AND f.update_referential_action_desc = "
            + action(key.onUpdate())
            + "\n    AND f.is_disabled = 0 AND f.is_not_for_replication = 0",
        "The foreign key " + key.name() + " of " + table.name());
  }

  private static String action(@Nullable ReferentialAction action) {
    return action == null || action == ReferentialAction.RESTRICT
        ? "N'NO_ACTION'"
        : "N'" + action.name() + "'";
  }

  // Texts

  /** Null where the server may show it in other words. */
  private @Nullable String shown(String column, String expression, Table table) {
    List<String> columns = table.columns().stream().map(Column::name).toList();
    ShownExpression shown = ShownExpression.of(expression, columns, rules).orElse(null);
    if (shown == null) {
      return null;
    }
    String text = column;
    for (int i = 0; i < MARKS.length(); i++) {
      text = "REPLACE(" + text + ", N'" + MARKS.charAt(i) + "', N'')";
    }
    return (shown.hasStrings() ? text : "LOWER(" + text + ")")
        + " COLLATE "
        + dialect.binaryCollation()
        + " = "
        + string(shown.compared());
  }

  private String string(String value) {
    return dialect.literals().string(value);
  }

  private SqlStatement require(List<List<String>> conditions, String rows, String what) {
    return SqlStatement.check(
        "IF NOT "
            + CatalogColumns.are(rows, conditions, true)
            + "\n  "
            + catalog.fail(what + " is not as the revisions made it."));
  }
}
