package io.schemachain.plan;

import static java.util.Objects.requireNonNull;

import io.schemachain.dialect.OperationStep;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.dialect.StatementKind;
import io.schemachain.revision.Revision;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One revision on its way up or down.
 *
 * @param segments all operations, cut where transactions begin and end; at least one
 * @param notes what a reader should know, such as what a derived downgrade passes over
 */
public record PlanStep(
    Revision revision,
    Direction direction,
    List<PlannedOperation> operations,
    List<Segment> segments,
    List<String> notes) {
  public PlanStep {
    requireNonNull(revision, "revision");
    requireNonNull(direction, "direction");
    operations = List.copyOf(operations);
    segments = List.copyOf(segments);
    if (segments.isEmpty()) {
      throw new IllegalArgumentException("A step without a segment");
    }
    notes = List.copyOf(notes);
  }

  /** Whether it runs in one transaction, its bookkeeping included. */
  public boolean transactional() {
    return segments.size() == 1 && segments.get(0).transactional();
  }

  /** The operations that each operation of the author is done in; mostly it is that one. */
  @SuppressWarnings("ReferenceEquality") // The same update may be written twice.
  public List<List<PlannedOperation>> parts() {
    List<List<PlannedOperation>> parts = new ArrayList<>();
    OperationStep last = null;
    for (PlannedOperation operation : operations) {
      if (operation.written() != last) {
        parts.add(new ArrayList<>());
      }
      parts.get(parts.size() - 1).add(operation);
      last = operation.written();
    }
    return parts;
  }

  /** Its statements as entries of a journal, in order; not those that stand before it. */
  public List<Bookkeeping.Entry> entries(String run, Segment segment) {
    return entries(run, segment, Place.START);
  }

  /**
   * The same from a place on.
   *
   * @param from the first of the step that counts
   */
  public List<Bookkeeping.Entry> entries(String run, Segment segment, Place from) {
    List<Bookkeeping.Entry> entries = new ArrayList<>();
    for (int i = Math.max(segment.from(), from.operation()); i < segment.to(); i++) {
      List<SqlStatement> statements = operations.get(i).statements();
      for (int j = i == from.operation() ? from.statement() : 0; j < statements.size(); j++) {
        if (!statements.get(j).isHoisted()) {
          entries.add(new Bookkeeping.Entry(run, this, i, j, statements.get(j)));
        }
      }
    }
    return entries;
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

  /** What set up the session before a place: another session has none of it. */
  public List<SqlStatement> sessionBefore(Place place) {
    return places().stream()
        .filter(one -> one.isBefore(place))
        .map(this::statement)
        .filter(statement -> statement.kind() == StatementKind.SESSION)
        .toList();
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
