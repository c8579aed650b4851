package io.schemachain.golden;

import static java.util.Objects.requireNonNull;

import io.schemachain.dialect.DatabaseVersion;
import io.schemachain.dialect.Dialect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/**
 * A case as written. The operations are kept as text, so that the revision that is read from them
 * is what an author would have written.
 *
 * @param name the path below {@code golden}, without the ending
 * @param why what the case shows, one sentence
 * @param given operations before; what follows the colon of the key
 * @param up the operations that are looked at
 * @param down null when the way back is derived
 * @param notExecuted why it does not run on databases, null when it does
 * @param versions of dialects that are not looked at in their oldest version
 * @param expect by dialect
 */
record GoldenCase(
    Path file,
    String name,
    String why,
    String given,
    String up,
    @Nullable String down,
    @Nullable String notExecuted,
    Map<String, String> versions,
    Map<String, Expectation> expect) {
  static final Path ROOT = Path.of("src/test/resources/golden");
  private static final Set<String> KEYS =
      Set.of("why", "given", "up", "down", "not_executed", "versions", "expect");
  private static final Pattern TOP_LEVEL_KEY = Pattern.compile("(?m)^([a-z_]+):");

  /**
   * All cases of a folder below {@link #ROOT}, ordered by path; for the inner loop those alone
   * whose path has the text of {@code -Dgolden.only} in it.
   */
  static List<GoldenCase> all(String folder) {
    String only = System.getenv("CI") == null ? System.getProperty("golden.only", "") : "";
    try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> file.toString().contains(only))
          .sorted()
          .map(GoldenCase::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static GoldenCase read(Path file) {
    try {
      return parse(file, Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  private static GoldenCase parse(Path file, String text) {
    Map<?, ?> root = (Map<?, ?>) load(text);
    for (Object key : root.keySet()) {
      if (!KEYS.contains(key)) {
        throw new IllegalArgumentException("Unknown key '" + key + "'");
      }
    }
    if (!(root.get("why") instanceof String why) || why.isBlank()) {
      throw new IllegalArgumentException("A case says why it is there");
    }
    Map<String, String> sections = sections(text);
    String path = ROOT.relativize(file).toString().replace('\\', '/');
    return new GoldenCase(
        file,
        path.replaceFirst("\\.yaml$", ""),
        why,
        sections.getOrDefault("given", " []\n"),
        requireNonNull(sections.get("up"), "A case has 'up'"),
        sections.get("down"),
        (String) root.get("not_executed"),
        versions(root.get("versions")),
        expectations(root.get("expect")));
  }

  /** Every scalar is a text, and no key stands twice. */
  static Object load(String text) {
    LoadSettings settings =
        LoadSettings.builder().setSchema(new FailsafeSchema()).setAllowDuplicateKeys(false).build();
    return requireNonNull(new Load(settings).loadFromString(text), "An empty file");
  }

  private static Map<String, String> versions(@Nullable Object node) {
    Map<String, String> versions = new LinkedHashMap<>();
    if (node instanceof Map<?, ?> byDialect) {
      byDialect.forEach((dialect, version) -> versions.put((String) dialect, (String) version));
    }
    return versions;
  }

  /** The dialect in the version that the case is about. */
  Dialect inVersion(Dialect dialect) {
    String version = versions.get(dialect.name());
    return version == null ? dialect : dialect.forVersion(DatabaseVersion.parse(version));
  }

  private static Map<String, Expectation> expectations(@Nullable Object node) {
    Map<String, Expectation> expectations = new LinkedHashMap<>();
    if (node instanceof Map<?, ?> byDialect) {
      byDialect.forEach(
          (dialect, keys) -> {
            Map<String, String> texts = new LinkedHashMap<>();
            ((Map<?, ?>) keys).forEach((key, value) -> texts.put((String) key, (String) value));
            expectations.put((String) dialect, Expectation.read(texts));
          });
    }
    return expectations;
  }

  /** What follows the colon of each key at the left edge, as it is written. */
  static Map<String, String> sections(String text) {
    Map<String, String> sections = new LinkedHashMap<>();
    Matcher matcher = TOP_LEVEL_KEY.matcher(text);
    String key = null;
    int start = 0;
    while (matcher.find()) {
      if (key != null) {
        sections.put(key, text.substring(start, matcher.start()));
      }
      key = matcher.group(1);
      start = matcher.end();
    }
    if (key != null) {
      sections.put(key, text.substring(start));
    }
    return sections;
  }

  /** The operations before, as a revision. */
  String givenDocument() {
    return "format: 1\nrevision: given\nupgrade:" + given;
  }

  /** The operations of the case, as a revision. */
  String document() {
    return "format: 1\nrevision: case\ndown_revision: given\nupgrade:"
        + up
        + (down == null ? "" : "downgrade:" + down);
  }

  /** The expectation with {@code same_as} followed; null if there is none. */
  @Nullable Expectation expectation(String dialect) {
    Expectation own = expect.get(dialect);
    return own == null || own.sameAs() == null ? own : expect.get(own.sameAs());
  }

  /** The folder of the operation it is about. */
  String folder() {
    return requireNonNull(file.getParent()).getFileName().toString();
  }

  @Override
  public String toString() {
    return name;
  }
}
