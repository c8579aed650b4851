package io.schemachain.plan;

import static java.util.Objects.requireNonNull;

import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.OperationStep;
import io.schemachain.dialect.RawSql;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.dialect.StatementKind;
import io.schemachain.dialect.UnsupportedFeatureException;
import io.schemachain.model.Column;
import io.schemachain.model.DataType;
import io.schemachain.model.EnumType;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.Schema;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.operation.ApplyToSchema;
import io.schemachain.operation.Execute;
import io.schemachain.operation.Operation;
import io.schemachain.operation.OperationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The schema before and after each statement of one operation. An operation of several statements
 * is told as finer operations, each of which renders to one of them; what no finer operation says
 * is not known. Asks no database.
 */
public final class StatementStates {
  private final Dialect dialect;
  private final OperationStep step;
  private final List<State> found = new ArrayList<>();
  private Schema schema;

  private StatementStates(Dialect dialect, OperationStep step) {
    this.dialect = requireNonNull(dialect, "dialect");
    this.step = requireNonNull(step, "step");
    this.schema = step.before();
  }

  /**
   * What a statement leads from and to.
   *
   * @param before null where it is not known
   * @param after null where it is not known
   */
  public record State(@Nullable Schema before, @Nullable Schema after) {
    /** Whether both are known. */
    public boolean isKnown() {
      return before != null && after != null;
    }
  }

  /**
   * The states of all statements; those that change no schema stay where they are.
   *
   * @param after the schema when all statements are done: that of the step, or of a later one whose
   *     work they do as well
   */
  public static List<State> of(
      Dialect dialect, OperationStep step, Schema after, List<SqlStatement> statements) {
    List<State> changes =
        new StatementStates(dialect, step)
            .tell(statements.stream().filter(StatementStates::changes).toList(), after);
    List<State> states = new ArrayList<>(statements.size());
    Schema current = step.before();
    int next = 0;
    for (SqlStatement statement : statements) {
      if (!changes(statement)) {
        states.add(new State(current, current));
        continue;
      }
      State state = changes.get(next++);
      states.add(state);
      current = state.after();
    }
    return states;
  }

  private static boolean changes(SqlStatement statement) {
    return statement.kind() == StatementKind.DDL;
  }

  private List<State> tell(List<SqlStatement> statements, Schema after) {
    int count = statements.size();
    while (found.size() < count - 1) {
      Optional<State> state = next(rest(statements));
      if (state.isEmpty()) {
        break;
      }
      found.add(state.get());
      schema = requireNonNull(state.get().after());
    }
    if (found.size() == count - 1) {
      found.add(new State(schema, after)); // What is left to do is what the last one does.
    }
    while (found.size() < count) {
      boolean isFirst = found.isEmpty() || found.get(found.size() - 1).after() != null;
      found.add(new State(isFirst ? schema : null, found.size() == count - 1 ? after : null));
    }
    return found;
  }

  private List<String> rest(List<SqlStatement> statements) {
    return statements.subList(found.size(), statements.size()).stream()
        .map(SqlStatement::text)
        .toList();
  }

  /**
   * @param rest the statements from here on
   */
  private Optional<State> next(List<String> rest) {
    if (step.operation() instanceof Execute execute) {
      return ofRawSql(execute, rest.get(0));
    }
    Schema declared = withTypes();
    for (Operation finer : FinerOperations.of(step, schema)) {
      Optional<State> state = state(finer, schema, rest).or(() -> state(finer, declared, rest));
      if (state.isPresent()) {
        return state;
      }
    }
    return Optional.empty();
  }

  /**
   * Where the operation fits here and is the next statement. Others may follow that put back what
   * it took along, and that may run at any time.
   */
  private Optional<State> state(Operation finer, Schema from, List<String> rest) {
    try {
      OperationStep one =
          new OperationStep(finer, from, ApplyToSchema.apply(finer, from), step.algorithms());
      List<String> texts =
          dialect.render(List.of(one)).get(0).stream()
              .filter(StatementStates::changes)
              .map(SqlStatement::text)
              .toList();
      return !texts.isEmpty()
              && texts.size() <= rest.size()
              && texts.equals(rest.subList(0, texts.size()))
              && texts.stream().skip(1).allMatch(Repeatable::isRepeatable)
          ? Optional.of(new State(schema, one.after()))
          : Optional.empty();
    } catch (OperationException | UnsupportedFeatureException | IllegalArgumentException e) {
      return Optional.empty(); // It is none of the finer operations here.
    }
  }

  /** The same where enum types outlive their columns, as they do until they are dropped. */
  private Schema withTypes() {
    Schema declared = schema;
    for (Table table : schema.tables()) {
      for (Column column : table.columns()) {
        DataType type =
            column.type() instanceof DataType.Array array ? array.element() : column.type();
        if (type instanceof DataType.Enumeration enumeration
            && declared.find(ObjectKind.TYPE, TableName.of(enumeration.name())).isEmpty()) {
          declared = declared.plus(new EnumType(enumeration));
        }
      }
    }
    return declared;
  }

  /** Each statement has the effects that are read from it alone. */
  private Optional<State> ofRawSql(Execute execute, String text) {
    Execute alone = new Execute(text, null, null);
    RawSql.Reading reading = RawSql.read(alone, dialect, schema);
    if (!reading.refusals().isEmpty() || isToldByAuthor(execute)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new State(schema, ApplyToSchema.apply(reading.execute(), schema)));
    } catch (OperationException e) {
      return Optional.empty();
    }
  }

  private boolean isToldByAuthor(Execute execute) {
    Execute untold = new Execute(execute.sql(), execute.file(), null, execute.doneWhen());
    RawSql.Reading reading = RawSql.read(untold, dialect, step.before());
    return !reading.refusals().isEmpty() || !execute.equals(reading.execute());
  }
}
