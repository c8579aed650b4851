package io.schemachain.review;

import io.schemachain.dialect.OperationStep;
import io.schemachain.model.Column;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Schema;
import io.schemachain.model.Table;
import io.schemachain.picture.Entities;
import io.schemachain.plan.Plan;
import io.schemachain.plan.PlanStep;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The tables that there are behind the last of the revisions. Of a large schema only what they
 * change, and what that leads to.
 */
final class EntityPicture {
  /** More are no picture that anybody reads. */
  private static final int MOST = 60;

  private EntityPicture() {}

  static Entities of(Plan plan, Set<String> reviewed) {
    List<PlanStep> steps =
        plan.steps().stream().filter(step -> reviewed.contains(step.revision().id())).toList();
    List<OperationStep> all = new ArrayList<>();
    steps.forEach(step -> step.operations().forEach(planned -> all.add(planned.step())));
    if (all.isEmpty()) {
      return new Entities("Nothing changes", List.of(), 0);
    }
    Schema before = all.get(0).before();
    Schema after = all.get(all.size() - 1).after();
    List<Table> tables = List.copyOf(after.tables());
    List<Table> shown = tables.size() <= MOST ? tables : nearby(before, after);
    return new Entities(
        "The tables afterwards, on " + plan.dialect().displayName(),
        shown.stream().map(table -> entity(table, before)).toList(),
        tables.size() - shown.size());
  }

  private static List<Table> nearby(Schema before, Schema after) {
    List<Table> changed =
        after.tables().stream()
            .filter(table -> !Optional.of(table).equals(before.find(table.name())))
            .limit(MOST)
            .toList();
    Set<String> keys = new HashSet<>();
    for (Table table : changed) {
      keys.add(table.name().key());
      table.foreignKeys().forEach(key -> keys.add(key.referredTable().key()));
    }
    return after.tables().stream().filter(t -> keys.contains(t.name().key())).limit(MOST).toList();
  }

  private static Entities.Entity entity(Table table, Schema before) {
    Optional<Table> old = before.find(table.name());
    Set<String> referring = new HashSet<>();
    List<Entities.Link> links = new ArrayList<>();
    for (ForeignKey key : table.foreignKeys()) {
      referring.addAll(key.columns());
      links.add(new Entities.Link(key.columns().get(0), key.referredTable().toString()));
    }
    List<Entities.Field> fields = new ArrayList<>();
    for (Column column : table.columns()) {
      boolean same =
          old.isEmpty() || old.get().column(column.name()).filter(column::equals).isPresent();
      fields.add(
          new Entities.Field(
              column.name(),
              column.type() + (column.nullable() ? "" : " not null"),
              table.primaryKeyColumns().contains(column.name()),
              referring.contains(column.name()),
              !same));
    }
    return new Entities.Entity(
        table.name().toString(),
        old.isEmpty()
            ? Entities.Mark.NEW
            : table.isEquivalentTo(old.get()) ? Entities.Mark.SAME : Entities.Mark.CHANGED,
        fields,
        links);
  }
}
