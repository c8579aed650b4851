package io.schemachain.dialect.sqlserver;

import io.schemachain.dialect.CatalogNames;
import io.schemachain.introspect.CatalogRow;
import io.schemachain.introspect.CatalogRows;
import io.schemachain.introspect.SchemaDraft;
import io.schemachain.introspect.TableDraft;
import io.schemachain.model.Column;
import io.schemachain.model.Deferral;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Index;
import io.schemachain.model.IndexPart;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.Options;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.ReferentialAction;
import io.schemachain.model.TableName;
import io.schemachain.model.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Keys and indexes. */
final class SqlserverCatalogKeys {
  private static final String CLUSTERED = "clustered";
  private static final int FULL = 100;

  private final SqlserverDialect dialect;
  private final SchemaDraft draft;
  private final CatalogNames names;
  private final CatalogRows rows;
  private final SqlserverCatalogText text;
  private final Map<List<String>, List<CatalogRow>> columns;
  private final Map<List<String>, List<CatalogRow>> constraints;

  SqlserverCatalogKeys(
      SqlserverDialect dialect, SchemaDraft draft, CatalogNames names, CatalogRows rows) {
    this.dialect = dialect;
    this.draft = draft;
    this.names = names;
    this.rows = rows;
    this.text = new SqlserverCatalogText(dialect);
    this.columns =
        rows.by(SqlserverCatalogQueries.INDEX_COLUMNS, "table_schema", "table_name", "index_name");
    this.constraints =
        rows.by(SqlserverCatalogQueries.KEYS, "table_schema", "table_name", "constraint_name");
  }

  private @Nullable TableDraft table(CatalogRow row) {
    return names.of(row.text("table_schema"), row.text("table_name")).map(draft::find).orElse(null);
  }

  // Foreign keys

  void foreignKeys() {
    rows.by(SqlserverCatalogQueries.FOREIGN_KEYS, "table_schema", "table_name", "constraint_name")
        .values()
        .forEach(this::foreignKey);
  }

  private void foreignKey(List<CatalogRow> key) {
    CatalogRow row = key.get(0);
    TableDraft table = table(row);
    if (table == null) {
      return; // That of a table which is named as left out.
    }
    String shown = row.text("constraint_name") + " of " + table.name();
    List<String> own = names.columns(table, key);
    TableName referred =
        row.isNull("referred_table")
            ? null
            : names.of(row.text("referred_schema"), row.text("referred_table")).orElse(null);
    List<String> to =
        key.stream()
            .filter(column -> !column.isNull("referred_column"))
            .flatMap(column -> names.of(column.text("referred_column")).stream())
            .toList();
    String reason = null;
    if (row.flag("is_disabled")) {
      reason = "it is disabled";
    } else if (own == null) {
      reason = "one of its columns is left out";
    } else if (referred == null || to.size() != own.size()) {
      reason = "what it refers to is not told to this user, or no document can name it";
    }
    if (own == null || referred == null || reason != null) {
      draft.leaveOut(ObjectKind.FOREIGN_KEY.words(), shown, String.valueOf(reason));
      return;
    }
    String name =
        names.ofPart(
            draft,
            table.name(),
            ObjectKind.FOREIGN_KEY,
            row.text("constraint_name"),
            row.flag("is_system_named"));
    if (name == null) {
      return;
    }
    boolean replication = row.flag("is_not_for_replication");
    table.add(
        new ForeignKey(
            name,
            own,
            referred,
            to,
            action(row.text("delete_rule")),
            action(row.text("update_rule")),
            Deferral.NONE,
            false,
            replication || !row.flag("is_not_trusted")));
    if (replication) {
      draft.leaveOut("clause", "NOT FOR REPLICATION of " + shown, "");
    }
  }

  private static @Nullable ReferentialAction action(String rule) {
    ReferentialAction action = ReferentialAction.valueOf(rule);
    return action == ReferentialAction.NO_ACTION ? null : action;
  }

  // Keys and indexes

  void indexes() {
    for (CatalogRow row : rows.of(SqlserverCatalogQueries.INDEXES)) {
      TableDraft table = table(row);
      if (table != null && !row.flag("is_hypothetical")) {
        read(table, row);
      }
    }
  }

  private static List<String> key(CatalogRow row) {
    return List.of(row.text("table_schema"), row.text("table_name"), row.text("index_name"));
  }

  private static ObjectKind kind(CatalogRow row) {
    if (row.flag("is_primary_key")) {
      return ObjectKind.PRIMARY_KEY;
    }
    return row.flag("is_unique_constraint") ? ObjectKind.UNIQUE : ObjectKind.INDEX;
  }

  private void read(TableDraft table, CatalogRow row) {
    ObjectKind kind = kind(row);
    String inCatalog = row.text("index_name");
    String shown = inCatalog + " of " + table.name();
    String type = row.text("type_desc");
    if (!type.matches("(NON)?CLUSTERED|NONCLUSTERED COLUMNSTORE")) {
      draft.leaveOut(kind.words(), shown, "it is a " + type + " index");
      return;
    }
    if (row.flag("is_disabled")) {
      draft.leaveOut(kind.words(), shown, "it is disabled");
      return;
    }
    boolean columnstore = type.endsWith("COLUMNSTORE");
    List<CatalogRow> keyRows = new ArrayList<>();
    List<CatalogRow> included = new ArrayList<>();
    for (CatalogRow column : columns.getOrDefault(key(row), List.of())) {
      if (column.number("key_ordinal") > 0 || (columnstore && column.flag("is_included_column"))) {
        keyRows.add(column);
      } else if (column.flag("is_included_column")) {
        included.add(column); // Others are there for partitions alone.
      }
    }
    List<String> own = names.columns(table, keyRows);
    List<String> include = included.isEmpty() ? List.of() : names.columns(table, included);
    if (own == null || include == null) {
      draft.leaveOut(kind.words(), shown, "one of its columns is left out");
      return;
    }
    List<CatalogRow> constraint = constraints.getOrDefault(key(row), List.of());
    boolean madeUp = !constraint.isEmpty() && constraint.get(0).flag("is_system_named");
    String name = names.ofPart(draft, table.name(), kind, inCatalog, madeUp);
    if (name == null) {
      return;
    }
    Options options = options(kind, row, shown);
    switch (kind) {
      case PRIMARY_KEY -> table.add(new PrimaryKey(name, own, Deferral.NONE, options));
      case UNIQUE ->
          table.add(
              new UniqueConstraint(name, own, Deferral.NONE, hasNullable(table, own), options));
      default -> index(table, row, name, parts(own, keyRows), include, options);
    }
  }

  private static List<IndexPart> parts(List<String> own, List<CatalogRow> rows) {
    List<IndexPart> parts = new ArrayList<>();
    for (int i = 0; i < own.size(); i++) {
      parts.add(new IndexPart.ColumnPart(own.get(i), rows.get(i).flag("is_descending_key")));
    }
    return parts;
  }

  /** Two NULLs are the same, unless the index has no row with one. */
  private void index(
      TableDraft table,
      CatalogRow row,
      String name,
      List<IndexPart> parts,
      List<String> include,
      Options options) {
    boolean unique = row.flag("is_unique");
    String filter = row.find("filter_definition");
    Index index =
        new Index(
            name,
            parts,
            unique,
            filter == null ? null : text.unwrapped(filter),
            null,
            include,
            false,
            options);
    if (unique && hasNullable(table, index.columns())) {
      Index ofAllRows = index.withWhere(null);
      String without = SqlserverFragments.condition(dialect, table.columns(), ofAllRows);
      boolean leavesNullsOut =
          filter != null
              && dialect
                  .expressionForm()
                  .of(filter)
                  .equals(dialect.expressionForm().of(without == null ? "" : without));
      index = leavesNullsOut ? ofAllRows : index.withNullsNotDistinct(true);
    }
    table.add(index);
  }

  private static boolean hasNullable(TableDraft table, List<String> columns) {
    for (String name : columns) {
      Column column = table.column(name);
      if (column != null && column.nullable()) {
        return true;
      }
    }
    return false;
  }

  /** A primary key is clustered and others are not, unless they say so. */
  private Options options(ObjectKind kind, CatalogRow row, String shown) {
    Map<String, String> words = new TreeMap<>();
    String type = row.text("type_desc");
    boolean clustered = type.equals("CLUSTERED");
    boolean usual = clustered == (kind == ObjectKind.PRIMARY_KEY);
    if (!usual && !type.endsWith("COLUMNSTORE")) {
      words.put(CLUSTERED, Boolean.toString(clustered));
    }
    if (type.endsWith("COLUMNSTORE")) {
      words.put("columnstore", "true");
    }
    int fill = row.number("fill_factor");
    if (fill > 0 && fill < FULL) {
      words.put("fill_factor", Integer.toString(fill));
    }
    if (row.flag("is_padded")) {
      if (kind == ObjectKind.INDEX) {
        words.put("pad_index", "true");
      } else {
        draft.leaveOut("clause", "PAD_INDEX of " + shown, "");
      }
    }
    if (!clustered) {
      SqlserverCatalogTables.space(words, row, draft, shown); // Else that of the table.
    }
    if (row.flag("ignore_dup_key")) {
      draft.leaveOut("clause", "IGNORE_DUP_KEY of " + shown, "");
    }
    return Options.of(dialect.name(), words);
  }
}
