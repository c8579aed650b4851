package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.model.Names;
import io.schemachain.model.SchemaObject;
import io.schemachain.model.SqlIdentifiers;
import io.schemachain.model.TableName;
import io.schemachain.model.Trigger;
import io.schemachain.operation.DropColumn;
import java.util.List;
import java.util.Set;

/** A column goes that a view, a trigger or a routine names. */
public final class DropColumnInUseRule extends Rule {
  public DropColumnInUseRule() {
    super(
        "drop-column-in-use",
        RuleGroup.DATA_LOSS,
        Level.WARNING,
        "Some databases refuse it, others leave views and triggers behind that fail when they are"
            + " used.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    if (!(site.operation() instanceof DropColumn drop)
        || site.column(drop.table(), drop.column()).isEmpty()) {
      return;
    }
    List<String> users =
        site.after().objects().stream()
            .filter(object -> names(object, drop.table(), drop.column()))
            .map(object -> object.kind().words() + " " + object.name())
            .toList();
    if (!users.isEmpty()) {
      report
          .at(
              site,
              "The column "
                  + drop.table()
                  + "."
                  + drop.column()
                  + " is dropped, and named by the "
                  + String.join(", the ", users)
                  + ".")
          .fix("Drop or change what uses it first.");
    }
  }

  /** Whether it is about the table, and has the name of the column in it. */
  private static boolean names(SchemaObject object, TableName table, String column) {
    boolean isOn = object instanceof Trigger trigger && trigger.table().equals(table);
    return object.texts().stream()
        .map(SqlIdentifiers::words)
        .anyMatch(words -> (isOn || has(words, table.name())) && has(words, column));
  }

  private static boolean has(Set<String> words, String name) {
    return words.contains(Names.fold(name));
  }
}
