package io.schemachain.model;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A function or a procedure.
 *
 * @param kind one of the two
 * @param arguments what stands between its parentheses, in the words of the database
 * @param sql what stands behind them
 */
public record Routine(ObjectKind kind, TableName name, String arguments, String sql)
    implements SchemaObject {
  public Routine {
    if (kind != ObjectKind.FUNCTION && kind != ObjectKind.PROCEDURE) {
      throw new IllegalArgumentException("A routine is no " + kind.words());
    }
    requireNonNull(name, "name");
    requireNonNull(arguments, "arguments");
    requireNonNull(sql, "sql");
  }

  @Override
  public List<String> texts() {
    return List.of(arguments, sql);
  }
}
