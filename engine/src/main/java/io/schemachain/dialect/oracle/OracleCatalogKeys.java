package io.schemachain.dialect.oracle;

import io.schemachain.dialect.CatalogNames;
import io.schemachain.introspect.CatalogRow;
import io.schemachain.introspect.CatalogRows;
import io.schemachain.introspect.SchemaDraft;
import io.schemachain.introspect.TableDraft;
import io.schemachain.model.Check;
import io.schemachain.model.Column;
import io.schemachain.model.Deferral;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.Options;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.ReferentialAction;
import io.schemachain.model.TableName;
import io.schemachain.model.UniqueConstraint;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Constraints. */
final class OracleCatalogKeys {
  private final SchemaDraft draft;
  private final CatalogNames names;
  private final OracleCatalogChecks checks;
  private final CatalogRows rows;
  private final Map<List<String>, List<CatalogRow>> columns;

  OracleCatalogKeys(
      SchemaDraft draft, CatalogNames names, OracleCatalogChecks checks, CatalogRows rows) {
    this.draft = draft;
    this.names = names;
    this.checks = checks;
    this.rows = rows;
    this.columns = rows.by(OracleCatalogQueries.KEY_COLUMNS, "owner", "constraint_name");
  }

  void read() {
    for (CatalogRow row : rows.of(OracleCatalogQueries.CONSTRAINTS)) {
      TableDraft table =
          names.of(row.text("owner"), row.text("table_name")).map(draft::find).orElse(null);
      if (table == null) {
        continue; // That of a table which is named as left out, or of a view.
      }
      if (row.text("constraint_type").equals("C")) {
        check(table, row);
      } else {
        key(table, row);
      }
    }
  }

  private List<CatalogRow> columns(String owner, String constraint) {
    return columns.getOrDefault(List.of(owner, constraint), List.of());
  }

  /** The name of a constraint that is there to stay; null where it is left out. */
  private @Nullable String name(TableDraft table, ObjectKind kind, CatalogRow row) {
    String name = row.text("constraint_name");
    if (!row.text("status").equals("ENABLED")) {
      draft.leaveOut(kind.words(), name + " of " + table.name(), "it is disabled");
      return null;
    }
    boolean madeUp = row.text("generated").equals("GENERATED NAME");
    return names.ofPart(draft, table.name(), kind, name, madeUp);
  }

  // Checks

  private void check(TableDraft table, CatalogRow row) {
    String sql = checks.text(row);
    String shown = row.text("constraint_name") + " of " + table.name();
    if (isOfColumn(table, row, sql)) {
      if (!validated(row)) {
        draft.leaveOut("clause", "NOVALIDATE of " + shown, "");
      }
      return;
    }
    String name = name(table, ObjectKind.CHECK, row);
    if (name == null) {
      return;
    }
    if (sql == null) {
      draft.leaveOut(ObjectKind.CHECK.words(), shown, "its text is not told to this user");
      return;
    }
    table.add(new Check(name, sql, validated(row)));
    if (deferral(row) != Deferral.NONE) {
      draft.leaveOut("clause", "DEFERRABLE of " + shown, "");
    }
  }

  /** Whether it is NOT NULL of a column, or what makes the type of one. */
  private boolean isOfColumn(TableDraft table, CatalogRow row, @Nullable String sql) {
    List<CatalogRow> own = columns(row.text("owner"), row.text("constraint_name"));
    if (own.size() != 1) {
      return false;
    }
    String inCatalog = own.get(0).text("column_name");
    Column column = names.of(inCatalog).map(table::column).orElse(null);
    return column != null
        && ((OracleCatalogChecks.isNotNull(sql, inCatalog) && !column.nullable())
            || checks.isOwn(row, table.name(), column));
  }

  // Keys

  private void key(TableDraft table, CatalogRow row) {
    ObjectKind kind =
        switch (row.text("constraint_type")) {
          case "P" -> ObjectKind.PRIMARY_KEY;
          case "U" -> ObjectKind.UNIQUE;
          default -> ObjectKind.FOREIGN_KEY;
        };
    String name = name(table, kind, row);
    if (name == null) {
      return;
    }
    List<String> own =
        names.columns(table, columns(row.text("owner"), row.text("constraint_name")));
    String shown = row.text("constraint_name") + " of " + table.name();
    if (own == null) {
      draft.leaveOut(kind.words(), shown, "one of its columns is left out");
      return;
    }
    if (kind == ObjectKind.FOREIGN_KEY) {
      foreignKey(table, name, own, row, shown);
      return;
    }
    table.add(
        kind == ObjectKind.PRIMARY_KEY
            ? new PrimaryKey(name, own, deferral(row), Options.none())
            : new UniqueConstraint(name, own, deferral(row), false, Options.none()));
    if (!validated(row)) {
      draft.leaveOut("clause", "NOVALIDATE of " + shown, "");
    }
  }

  private void foreignKey(
      TableDraft table, String name, List<String> own, CatalogRow row, String shown) {
    String owner = row.find("r_owner");
    String key = row.find("r_constraint_name");
    List<CatalogRow> there = owner == null || key == null ? List.of() : columns(owner, key);
    List<String> to =
        there.stream().flatMap(column -> names.of(column.text("column_name")).stream()).toList();
    TableName referred =
        there.stream()
            .findFirst()
            .flatMap(column -> names.of(column.text("owner"), column.text("table_name")))
            .orElse(null);
    if (referred == null || to.size() != own.size()) {
      draft.leaveOut(
          ObjectKind.FOREIGN_KEY.words(),
          shown,
          "what it refers to is not told to this user, or no document can name it");
      return;
    }
    table.add(
        new ForeignKey(
            name,
            own,
            referred,
            to,
            action(row.text("delete_rule")),
            null,
            deferral(row),
            false,
            validated(row)));
  }

  private static @Nullable ReferentialAction action(String rule) {
    ReferentialAction action = ReferentialAction.valueOf(rule.replace(' ', '_'));
    return action == ReferentialAction.NO_ACTION ? null : action;
  }

  private static Deferral deferral(CatalogRow row) {
    if (!row.text("deferrable").equals("DEFERRABLE")) {
      return Deferral.NONE;
    }
    return row.text("deferred").equals("DEFERRED")
        ? Deferral.INITIALLY_DEFERRED
        : Deferral.INITIALLY_IMMEDIATE;
  }

  private static boolean validated(CatalogRow row) {
    return row.text("validated").equals("VALIDATED");
  }
}
