package io.schemachain.revision;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A revision as people name it: {@code [branch@] name [+N | -N]} or {@code [branch@] +N | -N}. The
 * grammar of format-spec {@code docs/graph.md}; what it means, a graph and what is applied decide.
 *
 * @param text as typed
 * @param branch what stands before {@code @}: a label, an id or the start of either
 * @param name {@code head}, {@code heads}, {@code base}, {@code current}, an id, a label or the
 *     start of either; null for steps from where the database is
 * @param steps how many, negative for down; 0 for none
 */
public record RevisionArgument(
    String text, @Nullable String branch, @Nullable String name, int steps) {
  private static final Pattern FORM =
      Pattern.compile(
          "(?:(?<branch>[A-Za-z0-9_.]+)@)?"
              + "(?<name>[A-Za-z0-9_.]+)?"
              + "(?:(?<sign>[+-])(?<steps>[0-9]{1,9}))?");

  /**
   * One revision.
   *
   * @throws RevisionArgumentException if the text has another form
   */
  public static RevisionArgument parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches() || (matcher.group("name") == null && matcher.group("steps") == null)) {
      throw new RevisionArgumentException("'" + text + "' is not a revision. " + forms());
    }
    String branch = matcher.group("branch");
    if (branch != null && List.of("head", "heads", "base", "current").contains(branch)) {
      throw new RevisionArgumentException(
          "'" + branch + "' is not a branch: before @ stands a branch label or an id.");
    }
    String steps = matcher.group("steps");
    int count = steps == null ? 0 : Integer.parseInt(steps);
    if (steps != null && count == 0) {
      throw new RevisionArgumentException("'" + text + "' is no step: write +1 or -1.");
    }
    return new RevisionArgument(
        text, branch, matcher.group("name"), "-".equals(matcher.group("sign")) ? -count : count);
  }

  private static String forms() {
    return "Write an id or the start of one, a branch label, head, heads, base, current, +1 or -1;"
        + " each of the names may have +1 or -1 behind it, and <branch>@ before it.";
  }

  /**
   * One or several with commas between.
   *
   * @throws RevisionArgumentException if one of them has another form
   */
  public static List<RevisionArgument> parseList(String text) {
    List<RevisionArgument> arguments = new ArrayList<>();
    for (String one : text.split(",", -1)) {
      arguments.add(parse(one.strip()));
    }
    return arguments;
  }

  /** The same name without its steps. */
  RevisionArgument withoutSteps() {
    return new RevisionArgument(text, branch, name, 0);
  }

  /** Whether it counts from where the database is. */
  public boolean isRelative() {
    return name == null;
  }

  /** Whether it needs to be known what is applied. */
  public boolean needsDatabase() {
    return name == null || name.equals("current");
  }

  @Override
  public String toString() {
    return text;
  }
}
