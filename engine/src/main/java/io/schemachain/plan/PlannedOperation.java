package io.schemachain.plan;

import static java.util.Objects.requireNonNull;

import io.schemachain.diagnostic.SourceLocation;
import io.schemachain.dialect.OperationStep;
import io.schemachain.dialect.SqlStatement;
import java.util.List;

/**
 * An operation and the statements it becomes.
 *
 * @param step the operation in its place
 * @param written the operation of the author that it is, or that it is a part of, where that is
 *     done online
 * @param title for people: {@code add_column users.phone}
 * @param location where it is written; for a derived downgrade, the operation that it undoes
 * @param losesData whether it takes data away that nothing brings back
 */
public record PlannedOperation(
    OperationStep step,
    OperationStep written,
    String title,
    SourceLocation location,
    List<SqlStatement> statements,
    boolean losesData) {
  public PlannedOperation {
    requireNonNull(step, "step");
    requireNonNull(written, "written");
    requireNonNull(title, "title");
    requireNonNull(location, "location");
    statements = List.copyOf(statements);
  }

  /** The operation as its author wrote it, with the statements of all of its parts. */
  public static PlannedOperation whole(List<PlannedOperation> parts) {
    PlannedOperation first = parts.get(0);
    return parts.size() == 1
        ? first
        : new PlannedOperation(
            first.written,
            first.written,
            first.written.operation().accept(OperationTitle.OF),
            first.location,
            parts.stream().flatMap(part -> part.statements.stream()).toList(),
            parts.stream().anyMatch(PlannedOperation::losesData));
  }
}
