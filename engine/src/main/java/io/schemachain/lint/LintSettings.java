package io.schemachain.lint;

import static java.util.Objects.requireNonNull;

import io.schemachain.revision.RevisionHeader;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What {@code lint} in schema.yaml says.
 *
 * @param levels of rules, by slug or by the word of a group; the slug counts more
 * @param scopes levels of some revisions; the last that fits counts
 * @param smallTable a table with fewer rows is locked too shortly to matter
 * @param largeTable a table with at least as many makes an error of what locks it for long
 * @param names patterns that names must match, by the kind of object ({@code table}, {@code
 *     column}, …)
 */
public record LintSettings(
    Map<String, Level> levels,
    List<Scope> scopes,
    long smallTable,
    long largeTable,
    Map<String, Pattern> names) {
  /** Without a word in the settings. */
  public static final LintSettings DEFAULT =
      new LintSettings(Map.of(), List.of(), 10_000, 10_000_000, Map.of());

  public LintSettings {
    levels = Map.copyOf(levels);
    scopes = List.copyOf(scopes);
    names = Map.copyOf(names);
  }

  /**
   * Levels that hold for some revisions.
   *
   * @param paths of files, {@code *} within a folder and {@code **} across; empty for all
   * @param revisions ids; empty for all
   */
  public record Scope(List<Pattern> paths, List<String> revisions, Map<String, Level> levels) {
    public Scope {
      paths = List.copyOf(paths);
      revisions = List.copyOf(revisions);
      levels = Map.copyOf(levels);
    }

    boolean covers(RevisionHeader revision) {
      String path = revision.location().path();
      return (revisions.isEmpty() || revisions.contains(revision.id()))
          && (paths.isEmpty() || paths.stream().anyMatch(p -> p.matcher(path).find()));
    }
  }

  /** The level of a rule's findings in a revision. */
  Level level(Rule rule, RevisionHeader revision) {
    requireNonNull(rule, "rule");
    Level level = level(levels, rule, rule.level());
    for (Scope scope : scopes) {
      if (scope.covers(revision)) {
        level = level(scope.levels(), rule, level);
      }
    }
    return level;
  }

  /** Whether there may be a revision in which a rule's findings count. */
  boolean mayCount(Rule rule) {
    return level(levels, rule, rule.level()) != Level.OFF
        || scopes.stream().anyMatch(scope -> level(scope.levels(), rule, Level.OFF) != Level.OFF);
  }

  private static Level level(Map<String, Level> levels, Rule rule, Level otherwise) {
    return levels.getOrDefault(rule.slug(), levels.getOrDefault(rule.group().word(), otherwise));
  }
}
