package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.model.Column;
import io.schemachain.model.DefaultValue;
import io.schemachain.model.Names;
import io.schemachain.model.SchemaObject;
import io.schemachain.model.SqlIdentifiers;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.operation.DropFunction;
import io.schemachain.operation.DropMaterializedView;
import io.schemachain.operation.DropProcedure;
import io.schemachain.operation.DropSequence;
import io.schemachain.operation.DropTable;
import io.schemachain.operation.DropView;
import io.schemachain.operation.Operation;
import java.util.ArrayList;
import java.util.List;

/** Something goes that other objects name. */
public final class DropObjectInUseRule extends Rule {
  public DropObjectInUseRule() {
    super(
        "drop-object-in-use",
        RuleGroup.DATA_LOSS,
        Level.WARNING,
        "Some databases refuse it, others leave views, triggers or defaults behind that "
            + "fail when they are used.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    Operation operation = site.operation();
    if (operation instanceof DropView drop) {
      look(site, "view", drop.view(), false, report);
    } else if (operation instanceof DropMaterializedView drop) {
      look(site, "materialized view", drop.view(), false, report);
    } else if (operation instanceof DropTable drop && !site.isNew(drop.table())) {
      look(site, "table", drop.table(), false, report);
    } else if (operation instanceof DropFunction drop) {
      look(site, "function", drop.function(), true, report);
    } else if (operation instanceof DropProcedure drop) {
      look(site, "procedure", drop.procedure(), true, report);
    } else if (operation instanceof DropSequence drop) {
      look(site, "sequence", drop.name(), true, report);
    }
  }

  private static void look(
      OperationSite site, String kind, TableName name, boolean inTables, Report report) {
    List<String> users = new ArrayList<>();
    for (SchemaObject object : site.after().objects()) {
      if (object.texts().stream().anyMatch(text -> names(text, name))) {
        users.add(object.kind().words() + " " + object.name());
      }
    }
    if (inTables) {
      for (Table table : site.after().tables()) {
        addColumns(table, name, users);
      }
    }
    if (!users.isEmpty()) {
      report
          .at(
              site,
              "The "
                  + kind
                  + " "
                  + name
                  + " is dropped, and named by the "
                  + String.join(", the ", users)
                  + ".")
          .fix("Drop or change what uses it first.");
    }
  }

  private static void addColumns(Table table, TableName name, List<String> users) {
    for (Column column : table.columns()) {
      boolean inDefault =
          column.defaultValue() instanceof DefaultValue.Expression value
              && names(value.sql(), name);
      if (inDefault || (column.computed() != null && names(column.computed().sql(), name))) {
        users.add("column " + table.name() + "." + column.name());
      }
    }
  }

  private static boolean names(String sql, TableName name) {
    return SqlIdentifiers.words(sql).contains(Names.fold(name.name()));
  }
}
