package io.schemachain.dialect;

import io.schemachain.model.ObjectKind;
import io.schemachain.model.TableName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes up the names that SQL leaves to the database. */
public interface ConstraintNamer {
  /**
   * A name, always the same for the same part.
   *
   * @param columns what it is on; for a check what tells it from the others of its table
   * @param referred the table that a foreign key leads to
   */
  String name(ObjectKind kind, TableName table, List<String> columns, @Nullable TableName referred);
}
