package io.schemachain.command;

import static java.util.Objects.requireNonNull;

import io.schemachain.apply.Database;
import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.dialect.StatementKind;
import io.schemachain.diff.Difference;
import io.schemachain.diff.SchemaDiff;
import io.schemachain.diff.Side;
import io.schemachain.introspect.Introspected;
import io.schemachain.introspect.Kinds;
import io.schemachain.model.Schema;
import io.schemachain.plan.Place;
import io.schemachain.plan.PlanStep;
import io.schemachain.plan.PlannedOperation;
import io.schemachain.plan.Repeatable;
import io.schemachain.plan.StatementStates;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Asks the catalog whether the schema before or the one after a statement is there. */
final class Reconciliation {
  private final Database database;
  private final Dialect dialect;

  Reconciliation(Database database) {
    this.database = requireNonNull(database, "database");
    this.dialect = database.dialect();
  }

  /** What became of a statement. */
  enum Verdict {
    DONE,
    NOT_DONE,
    UNKNOWN
  }

  /**
   * The answer.
   *
   * @param reason a clause for people
   * @param differences what the catalog has of neither, a line each
   */
  record Result(Verdict verdict, String reason, List<String> differences) {
    Result {
      differences = List.copyOf(differences);
    }
  }

  Result of(PlanStep step, Place place, SqlStatement statement) {
    StatementStates.State state = state(step, place);
    Schema before = state.before();
    Schema after = state.after();
    if (statement.kind() != StatementKind.DDL || before == null || after == null) {
      return again(statement, "what it does to the schema is not known");
    }
    List<Difference> change = difference(Side.of(before), Side.of(after));
    if (change.isEmpty()) {
      Result again = again(statement, "the catalog does not show what it does");
      return again.verdict() == Verdict.UNKNOWN ? byName(before, after).orElse(again) : again;
    }
    Introspected read = read(before, after);
    List<Difference> fromAfter = left(change, difference(Side.of(after), Side.of(read)));
    List<Difference> fromBefore = left(change, difference(Side.of(before), Side.of(read)));
    if (fromAfter.isEmpty() && !fromBefore.isEmpty()) {
      return found(true, change);
    }
    if (fromBefore.isEmpty() && !fromAfter.isEmpty()) {
      return found(false, change);
    }
    return new Result(
        Verdict.UNKNOWN,
        "the database is neither as before it nor as after it",
        fromAfter.stream().map(Drift::line).map(line -> "After it, " + line).toList());
  }

  /**
   * Where it does nothing but make or drop objects of which the catalog is asked the names alone.
   */
  private Optional<Result> byName(Schema before, Schema after) {
    List<Difference> change =
        SchemaDiff.of(
            dialect, Kinds.of(dialect.introspection().named()), Side.of(before), Side.of(after));
    if (change.isEmpty()) {
      return Optional.empty();
    }
    Introspected read = read(before, after);
    List<Boolean> done = new ArrayList<>();
    for (Difference one : change) {
      if (one instanceof Difference.OfObject object && one.kind() == Difference.Kind.ADDED) {
        done.add(read.names(requireNonNull(object.after())));
      } else if (one instanceof Difference.OfObject object
          && one.kind() == Difference.Kind.REMOVED) {
        done.add(!read.names(requireNonNull(object.before())));
      } else {
        return Optional.empty();
      }
    }
    return done.stream().distinct().count() == 1
        ? Optional.of(found(done.get(0), change))
        : Optional.empty();
  }

  private static Result found(boolean done, List<Difference> change) {
    return done
        ? new Result(Verdict.DONE, "it is done, " + shown(change, true), List.of())
        : new Result(Verdict.NOT_DONE, "it is not done, " + shown(change, false), List.of());
  }

  private static Result again(SqlStatement statement, String why) {
    boolean mayRunTwice =
        statement.kind() == StatementKind.DDL && Repeatable.isRepeatable(statement.text());
    return mayRunTwice
        ? new Result(Verdict.NOT_DONE, "it may run twice", List.of())
        : new Result(Verdict.UNKNOWN, "nobody knows whether it was done: " + why, List.of());
  }

  private static String shown(List<Difference> change, boolean done) {
    Difference first = change.get(0);
    return "the "
        + first.subject()
        + switch (first.kind()) {
          case ADDED -> done ? " is there" : " is not there";
          case REMOVED -> done ? " is gone" : " is still there";
          case CHANGED -> done ? " is changed" : " is as before";
        };
  }

  private Introspected read(Schema before, Schema after) {
    return database.introspect(Comparison.schemas(List.of(before, after)));
  }

  private StatementStates.State state(PlanStep step, Place place) {
    PlannedOperation operation = step.operations().get(place.operation());
    int last = place.operation();
    while (last + 1 < step.operations().size()
        && step.operations().get(last + 1).statements().isEmpty()) {
      last++; // Its statements are among these.
    }
    Schema after = step.operations().get(last).step().after();
    return StatementStates.of(dialect, operation.step(), after, operation.statements())
        .get(place.statement());
  }

  private List<Difference> difference(Side from, Side to) {
    return SchemaDiff.of(dialect, dialect.introspection().kinds(), from, to);
  }

  /** Those that are about what the statement changes. */
  private static List<Difference> left(List<Difference> change, List<Difference> found) {
    return found.stream()
        .filter(one -> change.stream().anyMatch(wanted -> isAbout(wanted, one)))
        .toList();
  }

  private static boolean isAbout(Difference change, Difference found) {
    if (change instanceof Difference.OfTable || found instanceof Difference.OfTable) {
      return Objects.equals(change.table(), found.table());
    }
    if (Collections.disjoint(change.subjects(), found.subjects())) {
      return false;
    }
    return !(change instanceof Difference.OfColumn one
            && found instanceof Difference.OfColumn other
            && one.kind() == Difference.Kind.CHANGED
            && other.kind() == Difference.Kind.CHANGED)
        || one.aspects().stream().anyMatch(aspect -> other.differsIn(aspect.of()));
  }
}
