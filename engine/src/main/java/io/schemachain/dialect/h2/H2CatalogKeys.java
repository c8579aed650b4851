package io.schemachain.dialect.h2;

import io.schemachain.introspect.CatalogRow;
import io.schemachain.introspect.CatalogRows;
import io.schemachain.introspect.SchemaDraft;
import io.schemachain.introspect.TableDraft;
import io.schemachain.model.Check;
import io.schemachain.model.Column;
import io.schemachain.model.Deferral;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Index;
import io.schemachain.model.IndexPart;
import io.schemachain.model.NullsOrder;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.Options;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.ReferentialAction;
import io.schemachain.model.TableName;
import io.schemachain.model.UniqueConstraint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Constraints and indexes. */
final class H2CatalogKeys {
  private final H2Features features;
  private final SchemaDraft draft;
  private final H2CatalogNames names;
  private final CatalogRows rows;
  private final Map<List<String>, List<CatalogRow>> columns;
  private final Map<List<String>, List<CatalogRow>> references;
  private final Map<List<String>, List<CatalogRow>> checks;
  private final Map<List<String>, List<CatalogRow>> indexes;
  private final Map<List<String>, List<CatalogRow>> indexColumns;

  /** The columns of constraints that were read. */
  private final Map<List<String>, List<String>> keys = new HashMap<>();

  H2CatalogKeys(H2Features features, SchemaDraft draft, H2CatalogNames names, CatalogRows rows) {
    this.features = features;
    this.draft = draft;
    this.names = names;
    this.rows = rows;
    this.columns = byConstraint(H2CatalogQueries.KEY_COLUMNS);
    this.references = byConstraint(H2CatalogQueries.REFERENCES);
    this.checks = byConstraint(H2CatalogQueries.CHECKS);
    this.indexes = rows.by(H2CatalogQueries.INDEXES, "index_schema", "index_name");
    this.indexColumns = rows.by(H2CatalogQueries.INDEX_COLUMNS, "index_schema", "index_name");
  }

  private Map<List<String>, List<CatalogRow>> byConstraint(String query) {
    return rows.by(query, "constraint_schema", "constraint_name");
  }

  // Constraints

  /** Foreign keys last, for they refer to the others. */
  void constraints() {
    for (CatalogRow row : rows.of(H2CatalogQueries.CONSTRAINTS)) {
      if (kind(row) != ObjectKind.FOREIGN_KEY) {
        constraint(row);
      }
    }
    for (CatalogRow row : rows.of(H2CatalogQueries.CONSTRAINTS)) {
      if (kind(row) == ObjectKind.FOREIGN_KEY) {
        constraint(row);
      }
    }
  }

  private static ObjectKind kind(CatalogRow row) {
    return ObjectKind.valueOf(row.text("constraint_type").replace(' ', '_'));
  }

  private void constraint(CatalogRow row) {
    TableDraft table = table(row);
    if (table == null) {
      return; // That of a table which is named as left out.
    }
    ObjectKind kind = kind(row);
    String name = names.ofPart(draft, table.name(), kind, row.text("constraint_name"));
    if (name == null) {
      return;
    }
    List<String> key = List.of(row.text("constraint_schema"), row.text("constraint_name"));
    if (kind == ObjectKind.CHECK) {
      check(table, name, checks.getOrDefault(key, List.of()));
      return;
    }
    List<String> own = columns(table, row, columns.getOrDefault(key, List.of()));
    if (own == null) {
      draft.leaveOut(kind.words(), name + " of " + table.name(), "one of its columns is left out");
      return;
    }
    keys.put(key, own);
    switch (kind) {
      case FOREIGN_KEY -> foreignKey(table, name, own, key);
      case PRIMARY_KEY -> table.add(new PrimaryKey(name, own));
      default -> {
        boolean notDistinct = notDistinct(row, name + " of " + table.name());
        table.add(new UniqueConstraint(name, own, Deferral.NONE, notDistinct, Options.none()));
      }
    }
  }

  private void check(TableDraft table, String name, List<CatalogRow> found) {
    String sql = found.isEmpty() ? null : found.get(0).find("check_clause");
    if (sql == null) {
      draft.leaveOut(
          ObjectKind.CHECK.words(),
          name + " of " + table.name(),
          "its text is not told to this user");
    } else {
      table.add(new Check(name, names.expression(sql)));
    }
  }

  private void foreignKey(TableDraft table, String name, List<String> own, List<String> key) {
    CatalogRow reference =
        references.getOrDefault(key, List.of()).stream().findFirst().orElse(null);
    List<String> referredKey =
        reference == null
            ? List.of()
            : List.of(
                reference.text("unique_constraint_schema"),
                reference.text("unique_constraint_name"));
    List<CatalogRow> target = columns.getOrDefault(referredKey, List.of());
    TableName referred =
        target.stream()
            .findFirst()
            .flatMap(row -> names.of(row.text("table_schema"), row.text("table_name")))
            .orElse(null);
    List<String> to = referredColumns(key, keys.getOrDefault(referredKey, names(target)));
    if (reference == null || referred == null || to.size() != own.size()) {
      draft.leaveOut(
          ObjectKind.FOREIGN_KEY.words(),
          name + " of " + table.name(),
          "what it refers to is not told to this user, or no document can name it");
      return;
    }
    table.add(
        new ForeignKey(
            name,
            own,
            referred,
            to,
            action(reference.text("delete_rule")),
            action(reference.text("update_rule"))));
  }

  /** The columns of a key of another schema, as far as a document can name them. */
  private List<String> names(List<CatalogRow> found) {
    return found.stream().flatMap(row -> names.of(row.text("column_name")).stream()).toList();
  }

  private List<String> referredColumns(List<String> key, List<String> referred) {
    List<String> to = new ArrayList<>();
    for (CatalogRow column : columns.getOrDefault(key, List.of())) {
      Long position = column.findLong("position_in_unique_constraint");
      if (position != null && position <= referred.size()) {
        to.add(referred.get(position.intValue() - 1));
      }
    }
    return to;
  }

  private @Nullable ReferentialAction action(String rule) {
    ReferentialAction action = ReferentialAction.valueOf(rule.replace(' ', '_'));
    return action == ReferentialAction.NO_ACTION || action == features.unsaidAction()
        ? null
        : action;
  }

  private boolean notDistinct(CatalogRow row, String shown) {
    String distinct = row.find("nulls_distinct");
    if ("ALL".equals(distinct)) {
      draft.leaveOut("clause", "NULLS ALL DISTINCT of " + shown, "");
    }
    return "NO".equals(distinct);
  }

  // Indexes

  void indexes() {
    for (CatalogRow row : rows.of(H2CatalogQueries.INDEXES)) {
      TableDraft table = table(row);
      if (table == null || row.flag("is_generated")) {
        continue; // That of a table which is named as left out, or of a constraint.
      }
      String name = names.ofPart(draft, table.name(), ObjectKind.INDEX, row.text("index_name"));
      if (name != null) {
        List<String> key = List.of(row.text("index_schema"), row.text("index_name"));
        index(table, name, row, indexColumns.getOrDefault(key, List.of()));
      }
    }
  }

  private void index(TableDraft table, String name, CatalogRow row, List<CatalogRow> parts) {
    String shown = name + " of " + table.name();
    String type = row.text("index_type_name");
    boolean unique = type.startsWith("UNIQUE");
    List<String> all = columns(table, parts);
    if (all == null || !type.matches("(UNIQUE )?INDEX")) {
      draft.leaveOut(
          ObjectKind.INDEX.words(),
          shown,
          all == null ? "one of its columns is left out" : "it is a " + type);
      return;
    }
    List<IndexPart> keyParts = new ArrayList<>();
    List<String> include = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      if (unique && !parts.get(i).flag("is_unique")) {
        include.add(all.get(i));
      } else {
        keyParts.add(new IndexPart.ColumnPart(all.get(i), null, options(parts.get(i))));
      }
    }
    boolean notDistinct = notDistinct(row, shown);
    table.add(new Index(name, keyParts, unique, null, null, include, notDistinct, Options.none()));
  }

  private static IndexPart.Options options(CatalogRow row) {
    boolean descending = row.text("ordering_specification").equals("DESC");
    String nulls = row.find("null_ordering");
    NullsOrder order = nulls == null ? null : NullsOrder.valueOf(nulls);
    return new IndexPart.Options(
        descending, order == defaultOrder(descending) ? null : order, null, null);
  }

  /** NULL is less than all values. */
  static NullsOrder defaultOrder(boolean descending) {
    return descending ? NullsOrder.LAST : NullsOrder.FIRST;
  }

  // Both

  private @Nullable TableDraft table(CatalogRow row) {
    return names.of(row.text("table_schema"), row.text("table_name")).map(draft::find).orElse(null);
  }

  /**
   * The columns of a key. A column that was renamed has its old name among those of a key, so that
   * the index of the key is asked; one that was there before the key may have another order.
   */
  private @Nullable List<String> columns(
      TableDraft table, CatalogRow constraint, List<CatalogRow> found) {
    if (constraint.isNull("index_name")) {
      return columns(table, found);
    }
    List<String> key = List.of(constraint.text("index_schema"), constraint.text("index_name"));
    List<CatalogRow> all = indexColumns.getOrDefault(key, List.of());
    if (all.size() < found.size()) {
      return columns(table, found);
    }
    List<CatalogRow> first = all.subList(0, found.size());
    if (columnNames(first).equals(columnNames(found))) {
      return columns(table, found); // The index may be that of another key, in another order.
    }
    List<CatalogRow> index = indexes.getOrDefault(key, List.of());
    boolean own = !index.isEmpty() && index.get(0).flag("is_generated");
    return columns(table, own ? first : withOneRenamed(found, first));
  }

  private static Set<String> columnNames(List<CatalogRow> rows) {
    return rows.stream().map(row -> row.text("column_name")).collect(Collectors.toSet());
  }

  /** With the one name that the index does not know replaced by the one that the key does not. */
  private static List<CatalogRow> withOneRenamed(List<CatalogRow> key, List<CatalogRow> index) {
    List<CatalogRow> renamed = new ArrayList<>(index);
    List<CatalogRow> stale = new ArrayList<>();
    for (CatalogRow row : key) {
      String name = row.text("column_name");
      if (!renamed.removeIf(other -> other.text("column_name").equals(name))) {
        stale.add(row);
      }
    }
    if (stale.size() != 1 || renamed.size() != 1) {
      return key;
    }
    List<CatalogRow> columns = new ArrayList<>(key);
    columns.set(key.indexOf(stale.get(0)), renamed.get(0));
    return columns;
  }

  private @Nullable List<String> columns(TableDraft table, List<CatalogRow> found) {
    List<String> own = new ArrayList<>(found.size());
    for (CatalogRow row : found) {
      Column column = names.of(row.text("column_name")).map(table::column).orElse(null);
      if (column == null) {
        return null;
      }
      own.add(column.name());
    }
    return own.isEmpty() ? null : own;
  }
}
