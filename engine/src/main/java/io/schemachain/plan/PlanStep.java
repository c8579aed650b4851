package io.schemachain.plan;

import static java.util.Objects.requireNonNull;

import io.schemachain.dialect.SqlStatement;
import io.schemachain.revision.Revision;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One revision on its way up or down.
 *
 * @param transactional whether it runs in one transaction, its bookkeeping included; otherwise each
 *     statement is journaled
 * @param notes what a reader should know, such as what a derived downgrade passes over
 */
public record PlanStep(
    Revision revision,
    Direction direction,
    List<PlannedOperation> operations,
    boolean transactional,
    List<String> notes) {
  public PlanStep {
    requireNonNull(revision, "revision");
    requireNonNull(direction, "direction");
    operations = List.copyOf(operations);
    notes = List.copyOf(notes);
  }

  /** Session settings that must precede the transaction, each once. */
  public List<SqlStatement> sessionStatements() {
    Set<SqlStatement> hoisted = new LinkedHashSet<>();
    for (PlannedOperation operation : operations) {
      for (SqlStatement statement : operation.statements()) {
        if (statement.isHoisted()) {
          hoisted.add(statement);
        }
      }
    }
    return List.copyOf(hoisted);
  }

  /** The statement at a place that the step has. */
  public SqlStatement statement(Place place) {
    return operations.get(place.operation()).statements().get(place.statement());
  }

  /** All places, in the order in which they run; what precedes the transaction is not there. */
  public List<Place> places() {
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < operations.size(); i++) {
      List<SqlStatement> statements = operations.get(i).statements();
      for (int k = 0; k < statements.size(); k++) {
        if (!statements.get(k).isHoisted()) {
          places.add(new Place(i, k));
        }
      }
    }
    return places;
  }

  /** {@code upgrade 8f4b2c1d90ae (Add phone to users)}. */
  public String title() {
    return direction.word() + " " + revision.header().title();
  }
}
