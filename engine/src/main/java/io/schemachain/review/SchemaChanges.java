package io.schemachain.review;

import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.OperationStep;
import io.schemachain.diff.Difference;
import io.schemachain.diff.SchemaDiff;
import io.schemachain.diff.Side;
import io.schemachain.introspect.Kinds;
import io.schemachain.model.Schema;
import io.schemachain.model.TableName;
import io.schemachain.operation.AlterColumn;
import io.schemachain.operation.RenameTable;
import java.util.ArrayList;
import java.util.List;

/**
 * What becomes of the schema. Tables and columns that get another name are told as that, and not as
 * one that goes and one that comes.
 */
final class SchemaChanges {
  private final Dialect dialect;
  private final List<SchemaChange> changes = new ArrayList<>();

  private SchemaChanges(Dialect dialect) {
    this.dialect = dialect;
  }

  /**
   * @param steps of a revision, one behind the other
   */
  static List<SchemaChange> of(List<OperationStep> steps, Dialect dialect) {
    SchemaChanges all = new SchemaChanges(dialect);
    int from = 0;
    for (int i = 0; i < steps.size(); i++) {
      if (isRename(steps.get(i))) {
        all.compare(steps.subList(from, i));
        all.rename(steps.get(i));
        from = i + 1;
      }
    }
    all.compare(steps.subList(from, steps.size()));
    return all.changes;
  }

  private static boolean isRename(OperationStep step) {
    return step.operation() instanceof RenameTable
        || (step.operation() instanceof AlterColumn alter && alter.newName() != null);
  }

  private void rename(OperationStep step) {
    if (step.operation() instanceof RenameTable rename) {
      TableName after = rename.table().withName(rename.newName());
      changes.add(
          new SchemaChange(
              SchemaChange.Kind.RENAMED,
              "table " + rename.table(),
              rename.table().toString(),
              after.toString()));
      return;
    }
    AlterColumn alter = (AlterColumn) step.operation();
    changes.add(
        new SchemaChange(
            SchemaChange.Kind.RENAMED,
            "column " + alter.table() + "." + alter.column(),
            alter.column(),
            alter.resultingName()));
    if (alter.changesMoreThanName()) {
      // As if it had had its new name before.
      step.before()
          .find(alter.table())
          .ifPresent(
              table ->
                  compare(
                      step.before()
                          .replace(
                              table.name(),
                              table.withColumn(
                                  alter.column(), c -> c.withName(alter.resultingName()))),
                      step.after()));
    }
  }

  private void compare(List<OperationStep> steps) {
    if (!steps.isEmpty()) {
      compare(steps.get(0).before(), steps.get(steps.size() - 1).after());
    }
  }

  private void compare(Schema before, Schema after) {
    for (Difference difference :
        SchemaDiff.of(dialect, Kinds.everything(), Side.of(before), Side.of(after))) {
      changes.add(
          new SchemaChange(
              switch (difference.kind()) {
                case ADDED -> SchemaChange.Kind.ADDED;
                case REMOVED -> SchemaChange.Kind.REMOVED;
                case CHANGED -> SchemaChange.Kind.CHANGED;
              },
              difference.subject(),
              difference.beforeText(),
              difference.afterText()));
    }
  }
}
