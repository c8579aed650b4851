package io.schemachain.review;

import static java.util.Objects.requireNonNull;

import io.schemachain.lint.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One revision.
 *
 * @param message one line for people
 * @param authors who wrote its file, the first one first; none where nobody knows
 * @param file relative to the project
 * @param parents ids that it builds on
 * @param dependencies ids that have to be applied before as well
 * @param yaml its file
 * @param dialects what it is on each, in their order
 * @param findings of rules, those that are accepted among them
 */
public record Card(
    String id,
    @Nullable String message,
    List<String> authors,
    String file,
    List<String> parents,
    List<String> dependencies,
    String yaml,
    List<DialectCard> dialects,
    List<Finding> findings) {
  public Card {
    requireNonNull(id, "id");
    authors = List.copyOf(authors);
    requireNonNull(file, "file");
    parents = List.copyOf(parents);
    dependencies = List.copyOf(dependencies);
    requireNonNull(yaml, "yaml");
    dialects = List.copyOf(dialects);
    findings = List.copyOf(findings);
  }

  /** The id and the message. */
  public String title() {
    return message == null ? id : id + " " + message;
  }
}
