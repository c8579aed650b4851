package io.schemachain.format;

import io.schemachain.diagnostic.Located;
import io.schemachain.format.YamlNode.Entry;
import io.schemachain.format.YamlNode.Mapping;
import io.schemachain.format.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads {@code lint} of the settings. */
final class LintReader {
  static final List<String> LEVELS = List.of("off", "note", "warning", "error");
  static final List<String> FAIL_ON = List.of("error", "warning", "never");

  /** Kinds of objects whose names may have a pattern. */
  static final List<String> KINDS =
      List.of(
          "table",
          "column",
          "primary_key",
          "unique",
          "foreign_key",
          "check",
          "index",
          "view",
          "sequence",
          "routine",
          "trigger",
          "type");

  private final Reading reading;

  private LintReader(Reading reading) {
    this.reading = reading;
  }

  static LintOptions read(Fields settings) {
    YamlNode node = settings.node("lint");
    Fields fields = node == null ? null : Fields.of(settings.reading(), node, "lint");
    return fields == null
        ? LintOptions.DEFAULT
        : new LintReader(settings.reading()).options(fields);
  }

  private LintOptions options(Fields fields) {
    LintOptions none = LintOptions.DEFAULT;
    String failOn = fields.oneOf("fail_on", FAIL_ON);
    List<LintOptions.Rule> rules = rules(fields);
    List<LintOptions.Override> overrides = new ArrayList<>();
    List<YamlNode> items = fields.list("overrides");
    for (YamlNode item : items == null ? List.<YamlNode>of() : items) {
      Fields override = Fields.of(reading, item, "an override of lint");
      if (override != null) {
        overrides.add(override(override));
      }
    }
    String statistics = fields.text("statistics");
    long small = number(fields, "small_table", none.smallTable());
    long large = number(fields, "large_table", none.largeTable());
    if (small > large) {
      reading.error(
          fields.source(), "'small_table' of lint is more than 'large_table'.", "Swap the two.");
    }
    Map<String, Pattern> names = names(fields);
    fields.finish();
    return new LintOptions(
        failOn,
        rules,
        overrides,
        statistics == null ? none.statistics() : statistics,
        small,
        large,
        names);
  }

  private List<LintOptions.Rule> rules(Fields fields) {
    List<LintOptions.Rule> rules = new ArrayList<>();
    for (Entry entry : entries(fields, "rules")) {
      if (entry.value() instanceof Scalar level && LEVELS.contains(level.text())) {
        rules.add(
            new LintOptions.Rule(
                new Located<>(entry.key().text(), entry.key().location()), level.text()));
      } else {
        reading.error(
            entry.value(),
            "The level of '" + entry.key().text() + "' is " + String.join(", ", LEVELS) + ".",
            "Write for example {drop-column: error}.");
      }
    }
    return rules;
  }

  private LintOptions.Override override(Fields fields) {
    List<Pattern> paths = new ArrayList<>();
    for (Scalar path : texts(fields, "paths")) {
      paths.add(glob(path.text()));
    }
    List<Located<String>> revisions = new ArrayList<>();
    for (Scalar revision : texts(fields, "revisions")) {
      revisions.add(new Located<>(revision.text(), revision.location()));
    }
    List<LintOptions.Rule> rules = rules(fields);
    if (paths.isEmpty() && revisions.isEmpty()) {
      reading.error(
          fields.source(),
          "An override of lint says for which 'paths' or 'revisions' it is.",
          "Write levels for all under `rules` of lint.");
    }
    fields.finish();
    return new LintOptions.Override(paths, revisions, rules);
  }

  /** {@code **} is any number of folders, {@code *} anything within one, {@code ?} a character. */
  private static Pattern glob(String glob) {
    StringBuilder regex = new StringBuilder("(?:^|/)");
    for (int i = 0; i < glob.length(); i++) {
      char c = glob.charAt(i);
      if (c == '*' && glob.startsWith("**", i)) {
        regex.append(".*");
        i++;
      } else {
        regex.append(c == '*' ? "[^/]*" : c == '?' ? "[^/]" : Pattern.quote(String.valueOf(c)));
      }
    }
    return Pattern.compile(regex.append('$').toString());
  }

  private long number(Fields fields, String key, long unsaid) {
    Long number = fields.integer(key);
    if (number != null && number < 0) {
      reading.error(
          fields.source(), "'" + key + "' of lint is a number of rows, not negative.", null);
      return unsaid;
    }
    return number == null ? unsaid : number;
  }

  private Map<String, Pattern> names(Fields fields) {
    Map<String, Pattern> names = new LinkedHashMap<>();
    for (Entry entry : entries(fields, "names")) {
      String kind = entry.key().text();
      if (!KINDS.contains(kind)) {
        reading.error(
            entry.key(),
            "'" + kind + "' is no kind of object whose names have a pattern.",
            io.schemachain.diagnostic.Suggestions.didYouMean(kind, KINDS)
                .orElse("The kinds are " + String.join(", ", KINDS) + "."));
      } else if (entry.value() instanceof Scalar scalar && !scalar.isNull()) {
        Pattern pattern = pattern(scalar);
        if (pattern != null) {
          names.put(kind, pattern);
        }
      } else {
        reading.error(entry.value(), "The pattern of '" + kind + "' is a text.", null);
      }
    }
    return names;
  }

  private @Nullable Pattern pattern(Scalar scalar) {
    try {
      return Pattern.compile(scalar.text());
    } catch (PatternSyntaxException e) {
      reading.error(
          scalar,
          "'" + scalar.text() + "' is no regular expression: " + e.getDescription() + ".",
          "Write for example '[a-z][a-z0-9_]*'; it is for the whole name.");
      return null;
    }
  }

  private List<Entry> entries(Fields fields, String key) {
    YamlNode node = fields.node(key);
    if (node instanceof Mapping mapping) {
      return mapping.entries();
    }
    if (node != null) {
      fields.wrongType(node, key, "a map");
    }
    return List.of();
  }

  private List<Scalar> texts(Fields fields, String key) {
    List<Scalar> texts = fields.texts(key);
    if (texts != null && texts.isEmpty()) {
      reading.error(
          fields.source(), "'" + key + "' of an override of lint is an empty list.", "Name one.");
    }
    return texts == null ? List.of() : texts;
  }
}
