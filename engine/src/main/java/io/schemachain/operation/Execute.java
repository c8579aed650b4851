package io.schemachain.operation;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs SQL text: one or more statements in the words of the database.
 *
 * @param sql the text, with LF line ends
 * @param file the file it was read from, for messages, if it was
 * @param effects what it does to the schema; null when nothing is said, empty for "nothing"
 * @param doneWhen a query whose first value is true when the one statement is done; null where none
 *     is given
 */
public record Execute(
    String sql, @Nullable String file, @Nullable List<Operation> effects, @Nullable String doneWhen)
    implements Operation {
  public Execute {
    requireNonNull(sql, "sql");
    effects = effects == null ? null : List.copyOf(effects);
  }

  /** SQL of which nobody says when it is done. */
  public Execute(String sql, @Nullable String file, @Nullable List<Operation> effects) {
    this(sql, file, effects, null);
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visitExecute(this);
  }
}
