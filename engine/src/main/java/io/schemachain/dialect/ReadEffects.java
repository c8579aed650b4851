package io.schemachain.dialect;

import io.schemachain.model.Schema;
import io.schemachain.operation.ApplyToSchema;
import io.schemachain.operation.Operation;
import io.schemachain.operation.OperationException;
import java.util.ArrayList;
import java.util.List;

/** The effects of the statements of one text, one after the other. */
final class ReadEffects {
  private final Dialect dialect;
  private final List<Operation> operations = new ArrayList<>();
  private Schema schema;

  ReadEffects(Dialect dialect, Schema before) {
    this.dialect = dialect;
    this.schema = before;
  }

  /**
   * Reads the next statement.
   *
   * @throws NotUnderstoodException if its effect cannot be read
   * @throws OperationException if its effect does not fit the schema that it finds
   */
  void add(String statement) {
    for (Operation operation : SqlEffects.read(statement, dialect, schema)) {
      Schema after = ApplyToSchema.apply(operation, schema);
      if (!isSupported(new OperationStep(operation, schema, after))) {
        throw new NotUnderstoodException();
      }
      operations.add(operation);
      schema = after;
    }
  }

  /** What the database does not support it may as well pass over without a word. */
  private boolean isSupported(OperationStep step) {
    try {
      return dialect.render(List.of(step)).size() == 1;
    } catch (UnsupportedFeatureException e) {
      return false;
    }
  }

  List<Operation> operations() {
    return List.copyOf(operations);
  }
}
