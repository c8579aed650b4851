package io.schemachain.dialect.mysql;

import static java.util.Objects.requireNonNull;

import io.schemachain.introspect.CatalogRow;
import io.schemachain.introspect.CatalogRows;
import io.schemachain.introspect.SchemaDraft;
import io.schemachain.introspect.Scope;
import io.schemachain.introspect.TableDraft;
import io.schemachain.model.Deferral;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Index;
import io.schemachain.model.IndexPart;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.Options;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.ReferentialAction;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.model.UniqueConstraint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Primary keys, unique keys, indexes and foreign keys as the catalog has them. */
final class MysqlCatalogKeys {
  static final String PRIMARY = "PRIMARY";

  private final MysqlDialect dialect;
  private final MysqlCatalogSql sql;
  private final Scope scope;
  private final SchemaDraft draft;

  MysqlCatalogKeys(MysqlDialect dialect, MysqlCatalogSql sql, Scope scope, SchemaDraft draft) {
    this.dialect = requireNonNull(dialect, "dialect");
    this.sql = requireNonNull(sql, "sql");
    this.scope = requireNonNull(scope, "scope");
    this.draft = requireNonNull(draft, "draft");
  }

  void readAll(CatalogRows rows) {
    Map<TableName, List<Index>> indexes = new HashMap<>();
    for (List<CatalogRow> parts : by(rows, MysqlCatalogQueries.INDEXES, "index_name")) {
      TableDraft table = find(parts.get(0));
      if (table != null) {
        Index index = index(table, parts);
        if (index != null) {
          indexes.computeIfAbsent(table.name(), name -> new ArrayList<>()).add(index);
        }
      }
    }
    foreignKeys(rows);
    indexes.forEach(
        (name, found) -> {
          TableDraft table = requireNonNull(draft.find(name), "table");
          withoutOwn(table.table(), found).forEach(table::add);
        });
  }

  private static Iterable<List<CatalogRow>> by(CatalogRows rows, String query, String name) {
    return rows.by(query, "table_schema", "table_name", name).values();
  }

  private @Nullable TableDraft find(CatalogRow row) {
    return draft.find(
        new TableName(scope.inModel(row.text("table_schema")), row.text("table_name")));
  }

  // Keys and indexes

  /** An index; null where it is that of a primary key or unique constraint, which is added. */
  private @Nullable Index index(TableDraft table, List<CatalogRow> rows) {
    CatalogRow first = rows.get(0);
    String name = first.text("index_name");
    List<IndexPart> parts = new ArrayList<>(rows.size());
    for (CatalogRow row : rows) {
      IndexPart part = part(row);
      if (part instanceof IndexPart.ColumnPart of && table.column(of.column()) == null) {
        draft.leaveOut("index", table.name() + "." + name, "a column of it was left out");
        return null;
      }
      parts.add(part);
    }
    boolean unique = !first.flag("non_unique");
    Index index = new Index(name, parts, unique, null).withOptions(options(first));
    if (name.equals(PRIMARY)) {
      table.add(new PrimaryKey(PRIMARY, index.columns()));
      draft.madeUp(table.name(), ObjectKind.PRIMARY_KEY, PRIMARY);
      return null;
    }
    if (isConstraint(index)) {
      table.add(new UniqueConstraint(name, index.columns()));
      if (isNamedAfter(name, index.columns().get(0))) {
        draft.madeUp(table.name(), ObjectKind.UNIQUE, name);
      }
      return null;
    }
    return index;
  }

  /** Whether it says no more than a unique constraint, which the catalog does not tell from it. */
  static boolean isConstraint(Index index) {
    return index.isKey()
        && index.options().isEmpty()
        && index.parts().stream().noneMatch(IndexPart::descending);
  }

  /** The server calls a key after its first column, with a number where that is taken. */
  private static boolean isNamedAfter(String name, String column) {
    return name.startsWith(column) && name.substring(column.length()).matches("(?:_\\d+)?");
  }

  private IndexPart part(CatalogRow row) {
    IndexPart.Options options =
        new IndexPart.Options("D".equals(row.find("collation")), null, null, null);
    String expression = row.find("part");
    if (expression != null) {
      return new IndexPart.ExpressionPart(sql.expression(expression), options);
    }
    boolean spatial = row.text("index_type").equals("SPATIAL");
    Long length = spatial ? null : row.findLong("sub_part");
    return new IndexPart.ColumnPart(
        row.text("column_name"), length == null ? null : length.intValue(), options);
  }

  /** What MEMORY's hash indexes are is said by its engine; the parser of words is not shown. */
  private Options options(CatalogRow row) {
    Map<String, String> words = new HashMap<>();
    String type = row.text("index_type").toLowerCase(Locale.ROOT);
    if (type.equals("fulltext") || type.equals("spatial")) {
      words.put(type, "true");
    }
    if (row.flag("hidden")) {
      words.put(dialect.options().hidden(), "true");
    }
    String comment = MysqlIntrospection.textOrNull(row.find("index_comment"));
    if (comment != null) {
      words.put("comment", comment);
    }
    return Options.of(dialect.name(), words);
  }

  /**
   * The indexes without those that foreign keys have of their own. One of another name than its
   * foreign key is kept: what is rendered later relies on the name.
   */
  private static List<Index> withoutOwn(Table table, List<Index> indexes) {
    Table alone = table;
    for (Index index : indexes) {
      if (table.foreignKeys().stream().noneMatch(key -> isOwn(index, key))) {
        alone = alone.plus(index);
      }
    }
    List<ForeignKey> own = MysqlKeys.withOwnIndex(alone);
    List<Index> kept = new ArrayList<>(indexes);
    kept.removeIf(index -> own.stream().anyMatch(key -> isOwn(index, key)));
    return kept;
  }

  private static boolean isOwn(Index index, ForeignKey key) {
    return index.name().equals(key.name())
        && index.columns().equals(key.columns())
        && index.equals(
            new Index(
                index.name(), key.columns().stream().map(IndexPart::column).toList(), false, null));
  }

  // Foreign keys

  private void foreignKeys(CatalogRows rows) {
    Map<List<String>, List<CatalogRow>> rules =
        rows.by(MysqlCatalogQueries.FOREIGN_KEYS, "table_schema", "table_name", "constraint_name");
    rows.by(
            MysqlCatalogQueries.FOREIGN_KEY_COLUMNS,
            "table_schema",
            "table_name",
            "constraint_name")
        .forEach((key, columns) -> foreignKey(columns, rules.get(key)));
  }

  /** MariaDB shows the rules of foreign keys to those alone who may do more than read. */
  private void foreignKey(List<CatalogRow> columns, @Nullable List<CatalogRow> rule) {
    TableDraft table = find(columns.get(0));
    if (table == null) {
      return;
    }
    if (rule == null) {
      draft.leaveOut(
          "foreign key",
          table.name() + "." + columns.get(0).text("constraint_name"),
          "this user may not see its rules (another right than SELECT on the table is missing)");
      return;
    }
    table.add(foreignKey(table, columns, rule.get(0)));
  }

  private ForeignKey foreignKey(TableDraft table, List<CatalogRow> columns, CatalogRow rule) {
    CatalogRow first = columns.get(0);
    String name = first.text("constraint_name");
    if (name.matches(Pattern.quote(table.name().name()) + "_ibfk_\\d+")) {
      draft.madeUp(table.name(), ObjectKind.FOREIGN_KEY, name);
    }
    return new ForeignKey(
        name,
        columns.stream().map(row -> row.text("column_name")).toList(),
        new TableName(
            scope.inModel(first.text("referenced_table_schema")),
            first.text("referenced_table_name")),
        columns.stream().map(row -> row.text("referenced_column_name")).toList(),
        action(rule.text("delete_rule")),
        action(rule.text("update_rule")),
        Deferral.NONE,
        false,
        true);
  }

  /** To InnoDB RESTRICT and NO ACTION are the same; MariaDB shows the first where none is said. */
  private static @Nullable ReferentialAction action(String rule) {
    ReferentialAction action = ReferentialAction.valueOf(rule.replace(' ', '_'));
    return action == ReferentialAction.NO_ACTION || action == ReferentialAction.RESTRICT
        ? null
        : action;
  }
}
