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
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Constraints and indexes. */
final class H2CatalogKeys {
  private final SchemaDraft draft;
  private final H2CatalogNames names;
  private final CatalogRows rows;
  private final Map<List<String>, List<CatalogRow>> columns;
  private final Map<List<String>, List<CatalogRow>> references;
  private final Map<List<String>, List<CatalogRow>> checks;

  H2CatalogKeys(SchemaDraft draft, H2CatalogNames names, CatalogRows rows) {
    this.draft = draft;
    this.names = names;
    this.rows = rows;
    this.columns = byConstraint(H2CatalogQueries.KEY_COLUMNS);
    this.references = byConstraint(H2CatalogQueries.REFERENCES);
    this.checks = byConstraint(H2CatalogQueries.CHECKS);
  }

  private Map<List<String>, List<CatalogRow>> byConstraint(String query) {
    return rows.by(query, "constraint_schema", "constraint_name");
  }

  // Constraints

  void constraints() {
    for (CatalogRow row : rows.of(H2CatalogQueries.CONSTRAINTS)) {
      TableDraft table = table(row);
      if (table == null) {
        continue; // That of a table which is named as left out.
      }
      ObjectKind kind = ObjectKind.valueOf(row.text("constraint_type").replace(' ', '_'));
      String name = names.ofPart(draft, table.name(), kind, row.text("constraint_name"));
      if (name == null) {
        continue;
      }
      List<String> key = List.of(row.text("constraint_schema"), row.text("constraint_name"));
      if (kind == ObjectKind.CHECK) {
        check(table, name, checks.getOrDefault(key, List.of()));
        continue;
      }
      List<String> own = columns(table, columns.getOrDefault(key, List.of()));
      if (own == null) {
        draft.leaveOut(
            kind.words(), name + " of " + table.name(), "one of its columns is left out");
      } else if (kind == ObjectKind.FOREIGN_KEY) {
        foreignKey(table, name, own, key);
      } else if (kind == ObjectKind.PRIMARY_KEY) {
        table.add(new PrimaryKey(name, own));
      } else {
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
      table.add(new Check(name, H2CatalogText.plain(sql)));
    }
  }

  private void foreignKey(TableDraft table, String name, List<String> own, List<String> key) {
    CatalogRow reference =
        references.getOrDefault(key, List.of()).stream().findFirst().orElse(null);
    List<CatalogRow> target =
        reference == null
            ? List.of()
            : columns.getOrDefault(
                List.of(
                    reference.text("unique_constraint_schema"),
                    reference.text("unique_constraint_name")),
                List.of());
    TableName referred =
        target.isEmpty()
            ? null
            : names
                .of(target.get(0).text("table_schema"), target.get(0).text("table_name"))
                .orElse(null);
    List<String> to = new ArrayList<>();
    for (CatalogRow column : columns.getOrDefault(key, List.of())) {
      Long position = column.findLong("position_in_unique_constraint");
      if (position != null && position <= target.size()) {
        names.of(target.get(position.intValue() - 1).text("column_name")).ifPresent(to::add);
      }
    }
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

  private static @Nullable ReferentialAction action(String rule) {
    ReferentialAction action = ReferentialAction.valueOf(rule.replace(' ', '_'));
    return action == ReferentialAction.NO_ACTION ? null : action;
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
    Map<List<String>, List<CatalogRow>> parts =
        rows.by(H2CatalogQueries.INDEX_COLUMNS, "index_schema", "index_name");
    for (CatalogRow row : rows.of(H2CatalogQueries.INDEXES)) {
      TableDraft table = table(row);
      if (table == null) {
        continue; // That of a table which is named as left out.
      }
      String name = names.ofPart(draft, table.name(), ObjectKind.INDEX, row.text("index_name"));
      if (name != null) {
        List<String> key = List.of(row.text("index_schema"), row.text("index_name"));
        index(table, name, row, parts.getOrDefault(key, List.of()));
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
