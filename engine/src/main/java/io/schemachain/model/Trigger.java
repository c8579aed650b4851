package io.schemachain.model;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What happens when rows of a table or a view change.
 *
 * @param trigger its name
 * @param table the table or view
 * @param event when it happens, in the words of the database: {@code BEFORE INSERT OR UPDATE}
 * @param sql what stands behind event and table
 */
public record Trigger(String trigger, TableName table, String event, String sql)
    implements SchemaObject {
  public Trigger {
    Names.requireName(trigger, "trigger");
    requireNonNull(table, "table");
    requireNonNull(event, "event");
    requireNonNull(sql, "sql");
  }

  @Override
  public ObjectKind kind() {
    return ObjectKind.TRIGGER;
  }

  /** In the schema of its table. */
  @Override
  public TableName name() {
    return table.withName(trigger);
  }

  @Override
  public Trigger onTable(TableName other) {
    return new Trigger(trigger, other, event, sql);
  }

  @Override
  public List<String> texts() {
    return List.of(event, sql);
  }
}
