package io.schemachain.format;

import static java.util.Objects.requireNonNull;

import io.schemachain.diagnostic.Located;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What {@code lint} in schema.yaml says, as written: which rules there are is not known here.
 *
 * @param failOn {@code error}, {@code warning} or {@code never}; null where it is not said
 * @param rules words for levels, by slug or group
 * @param overrides words for levels of some revisions, in the order of the file
 * @param statistics file of table sizes below the schema folder
 * @param smallTable a table with fewer rows is locked too shortly to matter
 * @param largeTable a table with at least as many makes an error of what locks it for long
 * @param names patterns for names, by the kind of object
 */
public record LintOptions(
    @Nullable String failOn,
    List<Rule> rules,
    List<Override> overrides,
    String statistics,
    long smallTable,
    long largeTable,
    Map<String, Pattern> names) {
  public static final LintOptions DEFAULT =
      new LintOptions(null, List.of(), List.of(), "statistics.yaml", 10_000, 10_000_000, Map.of());

  public LintOptions {
    rules = List.copyOf(rules);
    overrides = List.copyOf(overrides);
    requireNonNull(statistics, "statistics");
    names = Map.copyOf(names);
  }

  /**
   * The level of a rule.
   *
   * @param name a slug, or the word of a group, and where it stands
   * @param level {@code off}, {@code note}, {@code warning} or {@code error}
   */
  public record Rule(Located<String> name, String level) {}

  /**
   * Levels of some revisions.
   *
   * @param paths globs of files below the schema folder; empty for all
   * @param revisions ids; empty for all
   */
  public record Override(List<Pattern> paths, List<Located<String>> revisions, List<Rule> rules) {
    public Override {
      paths = List.copyOf(paths);
      revisions = List.copyOf(revisions);
      rules = List.copyOf(rules);
    }
  }
}
