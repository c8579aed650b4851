package io.schemachain.dialect;

import io.schemachain.model.ObjectKind;
import io.schemachain.model.TableName;
import java.util.List;

/** Tells names that mean something from those that the program made up that wrote the SQL. */
@FunctionalInterface
public interface WrittenNames {
  /** As people write them: each means something. */
  WrittenNames OF_PEOPLE = (kind, table, columns, name) -> false;

  /**
   * Whether a name is one that the program makes up by itself.
   *
   * @param columns what it is on; empty for a check
   */
  boolean isMadeUp(ObjectKind kind, TableName table, List<String> columns, String name);
}
