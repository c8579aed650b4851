package io.schemachain.diff;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.TableName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that may be an old part under a new name, or a new part in the place of an old one:
 * only a person knows.
 *
 * @param table in the target
 * @param column in the target; null where it is about the table
 * @param candidates the old names that it may have had
 */
public record Undecided(TableName table, @Nullable String column, List<String> candidates) {
  public Undecided {
    requireNonNull(table, "table");
    candidates = List.copyOf(candidates);
  }

  /** For people: {@code column users.mobile}. */
  public String subject() {
    return (column == null ? "table " : "column ") + name();
  }

  /** {@code users.mobile}. */
  public String name() {
    return column == null ? table.toString() : table + "." + column;
  }

  /** What a person may type to decide it: each former name, then nothing, for a new part. */
  public List<String> answers() {
    List<String> answers = new ArrayList<>();
    candidates.forEach(old -> answers.add(Renames.typed(name(), old)));
    answers.add(Renames.typed(name(), null));
    return answers;
  }
}
