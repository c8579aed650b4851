package io.schemachain.revision;

import io.schemachain.diagnostic.Suggestions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A revision as people name it: an id, a unique prefix of one, {@code head}, {@code base}, and each
 * of these with {@code +N} or {@code -N} behind it; {@code +N} and {@code -N} alone count from
 * where the database is.
 */
public final class RevisionArgument {
  /** So that a number of steps whose sign was forgotten is no id. */
  private static final int LEAST_PREFIX = 4;

  private static final Pattern FORM =
      Pattern.compile("(?<name>[A-Za-z0-9_.]+)?(?:(?<sign>[+-])(?<steps>\\d{1,9}))?");

  private final String text;
  private final @Nullable String name;
  private final int steps;

  private RevisionArgument(String text, @Nullable String name, int steps) {
    this.text = text;
    this.name = name;
    this.steps = steps;
  }

  /**
   * @throws RevisionArgumentException if the text has another form
   */
  public static RevisionArgument parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (text.isEmpty() || !matcher.matches()) {
      throw new RevisionArgumentException(
          "'"
              + text
              + "' is not a revision: write an id or the start of one, head, base, +1, -1 or "
              + "an id with +1 or -1 behind it.");
    }
    String steps = matcher.group("steps");
    int count = steps == null ? 0 : Integer.parseInt(steps);
    if (steps != null && count == 0) {
      throw new RevisionArgumentException("'" + text + "' is no step: write +1 or -1.");
    }
    return new RevisionArgument(
        text, matcher.group("name"), "-".equals(matcher.group("sign")) ? -count : count);
  }

  /** Whether it counts from where the database is. */
  public boolean isRelative() {
    return name == null;
  }

  /** How many steps, negative for down. */
  public int steps() {
    return steps;
  }

  /**
   * The revision that is meant; nothing means base, before the first.
   *
   * @param current where the database is, for a relative argument: the heads of what is applied
   * @throws RevisionArgumentException if there is none, or more than one
   */
  public Optional<String> resolve(RevisionGraph graph, List<String> current) {
    Optional<String> start = name == null ? from(graph, current) : named(graph, name);
    Optional<String> position = start;
    for (int i = 0; i < Math.abs(steps); i++) {
      position = steps > 0 ? Optional.of(up(graph, position)) : down(graph, position);
    }
    return position;
  }

  private Optional<String> from(RevisionGraph graph, List<String> current) {
    if (current.size() > 1) {
      throw new RevisionArgumentException(
          "The database is at several revisions ("
              + String.join(", ", current)
              + "), so '"
              + text
              + "' says too little: name a revision.");
    }
    return current.stream().findFirst().filter(id -> graph.find(id).isPresent());
  }

  private static Optional<String> named(RevisionGraph graph, String name) {
    if (name.equals("base")) {
      return Optional.empty();
    }
    if (name.equals("head") || name.equals("heads")) {
      List<String> heads = graph.heads();
      if (heads.size() > 1) {
        throw RevisionArgumentException.severalHeads(heads.stream().map(graph::require).toList());
      }
      return heads.stream().findFirst();
    }
    if (graph.find(name).isPresent()) {
      return Optional.of(name);
    }
    if (name.length() < LEAST_PREFIX) {
      throw new RevisionArgumentException(
          "There is no revision "
              + name
              + ", and the start of an id has at least "
              + LEAST_PREFIX
              + " characters. For steps write +1 or -1.");
    }
    List<String> candidates = graph.ids().stream().filter(id -> id.startsWith(name)).toList();
    if (candidates.size() == 1) {
      return Optional.of(candidates.get(0));
    }
    if (candidates.isEmpty()) {
      throw new RevisionArgumentException(
          "There is no revision "
              + name
              + "."
              + Suggestions.didYouMean(name, graph.ids()).map(s -> " " + s).orElse(""));
    }
    List<String> lines = new ArrayList<>();
    candidates.forEach(id -> lines.add("\n  " + graph.require(id).title()));
    throw new RevisionArgumentException(
        "Several revisions start with " + name + ":" + String.join("", lines));
  }

  private String up(RevisionGraph graph, Optional<String> position) {
    List<String> next = position.map(graph::children).orElseGet(() -> bases(graph));
    if (next.isEmpty()) {
      throw new RevisionArgumentException(
          "'"
              + text
              + "' goes beyond the head: nothing builds on "
              + position.orElse("base")
              + ".");
    }
    if (next.size() > 1) {
      throw new RevisionArgumentException(
          "'"
              + text
              + "' is not clear: "
              + String.join(" and ", next)
              + " build on "
              + position.orElse("base")
              + ". Name a revision.");
    }
    return next.get(0);
  }

  private Optional<String> down(RevisionGraph graph, Optional<String> position) {
    if (position.isEmpty()) {
      throw new RevisionArgumentException("'" + text + "' goes below base.");
    }
    List<String> parents = graph.require(position.get()).downRevisions();
    if (parents.size() > 1) {
      throw new RevisionArgumentException(
          "'"
              + text
              + "' is not clear: "
              + position.get()
              + " builds on "
              + String.join(" and ", parents)
              + ". Name a revision.");
    }
    return parents.stream().findFirst();
  }

  private static List<String> bases(RevisionGraph graph) {
    return graph.ids().stream().filter(id -> graph.require(id).downRevisions().isEmpty()).toList();
  }

  @Override
  public String toString() {
    return text;
  }
}
