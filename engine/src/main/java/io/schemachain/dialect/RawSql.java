package io.schemachain.dialect;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.Schema;
import io.schemachain.operation.Execute;
import io.schemachain.operation.OperationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the SQL of an {@code execute} may do. A statement is free where it changes rows or touches
 * only what the model of the schema does not hold; of any other the effect is read, or it must say
 * its effects, so that the replayed schema stays true. The list is published in format-spec, {@code
 * docs/raw-sql.md}.
 */
public final class RawSql {
  static final String EFFECTS_HINT =
      "Add `effects:` with the operations it amounts to, or `effects: []` if it changes no table.";

  private RawSql() {}

  /**
   * Why a statement cannot stand in a revision.
   *
   * @param message one sentence
   * @param hint what to do
   * @param offset of the statement in the text
   */
  public record Refusal(String message, @Nullable String hint, int offset) {
    public Refusal {
      requireNonNull(message, "message");
    }
  }

  /**
   * What is known of the text.
   *
   * @param execute with the effects that were read, if any were
   * @param refusals everything that is wrong; nothing if it may run
   */
  public record Reading(Execute execute, List<Refusal> refusals) {
    public Reading {
      requireNonNull(execute, "execute");
      refusals = List.copyOf(refusals);
    }

    private static Reading refused(Execute execute, Refusal refusal) {
      return new Reading(execute, List.of(refusal));
    }
  }

  /** Looks at every statement; reads effects where none are given. */
  public static Reading read(Execute execute, Dialect dialect, Schema before) {
    List<SqlSplitter.Part> parts;
    try {
      parts = dialect.split(execute.sql());
    } catch (SqlSyntaxException e) {
      return Reading.refused(
          execute, new Refusal(requireNonNull(e.getMessage()), e.hint(), e.offset()));
    }
    if (parts.isEmpty()) {
      return Reading.refused(execute, new Refusal("There is no statement in the SQL.", null, 0));
    }
    if (execute.doneWhen() != null && parts.size() > 1) {
      return Reading.refused(
          execute,
          new Refusal(
              "done_when is about one statement, and there are " + parts.size() + ".",
              "Give each an execute of its own.",
              parts.get(1).offset()));
    }
    List<RawStatement> statements = new ArrayList<>();
    for (SqlSplitter.Part part : parts) {
      statements.add(
          new RawStatement(
              SqlScanner.code(part.text(), dialect.lexis()), part.text(), dialect.hasBatches()));
    }
    // A temporary table hides another of the same name.
    boolean readable = true;
    for (RawStatement statement : statements) {
      readable &= !statement.isTemporary();
    }
    ReadEffects effects = new ReadEffects(dialect, before);
    List<Refusal> refusals = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      RawStatement statement = statements.get(i);
      String text = parts.get(i).text();
      Optional<Refusal> refusal =
          execute.effects() == null ? statement.refusal(before) : statement.transactionControl();
      if (refusal.isPresent() && readable && statement.definesTable()) {
        refusal = readInto(effects, statement, text, refusal.get(), refusals.isEmpty());
      }
      int offset = parts.get(i).offset();
      refusal.map(found -> new Refusal(found.message, found.hint, offset)).ifPresent(refusals::add);
    }
    boolean none = execute.effects() != null || effects.operations().isEmpty();
    return new Reading(
        none
            ? execute
            : new Execute(execute.sql(), execute.file(), effects.operations(), execute.doneWhen()),
        refusals);
  }

  /**
   * @param unknown the refusal if it is not understood
   * @param complete whether all statements before were understood
   */
  private static Optional<Refusal> readInto(
      ReadEffects effects, RawStatement statement, String text, Refusal unknown, boolean complete) {
    try {
      effects.add(text);
      return Optional.empty();
    } catch (NotUnderstoodException e) {
      String hint = e.hint() == null ? unknown.hint : e.hint() + " " + unknown.hint;
      return Optional.of(new Refusal(unknown.message, hint, 0));
    } catch (OperationException e) {
      String hint = e.hint() == null ? EFFECTS_HINT : e.hint();
      return complete
          ? Optional.of(
              new Refusal(statement.subject() + " does not fit: " + e.getMessage(), hint, 0))
          : Optional.empty();
    }
  }
}
