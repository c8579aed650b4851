package io.schemachain.format;

import io.schemachain.diagnostic.Located;
import io.schemachain.format.NamingConventions.From;
import io.schemachain.format.YamlNode.Scalar;
import io.schemachain.format.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads {@code naming_convention} of the settings: patterns, or a list of them. */
final class NamingReader {
  private static final String KEY = "naming_convention";
  private static final Set<String> PLACEHOLDERS = Set.of("table", "columns", "referred_table");

  private NamingReader() {}

  static NamingConventions read(Fields settings) {
    YamlNode node = settings.node(KEY);
    if (!(node instanceof Sequence sequence)) {
      Fields patterns = node == null ? null : Fields.of(settings.reading(), node, KEY);
      return patterns == null
          ? NamingConventions.DEFAULT
          : new NamingConventions(convention(patterns), List.of());
    }
    NamingConvention first = NamingConvention.DEFAULT;
    List<From> later = new ArrayList<>();
    for (int i = 0; i < sequence.items().size(); i++) {
      Fields patterns = Fields.of(settings.reading(), sequence.items().get(i), KEY);
      if (patterns == null) {
        continue;
      }
      Located<String> from = i == 0 ? null : from(patterns);
      NamingConvention convention = convention(patterns);
      if (i == 0) {
        first = convention;
      } else if (from != null) {
        later.add(new From(from, convention));
      }
    }
    return new NamingConventions(first, later);
  }

  /** The revision that a later convention begins with. */
  private static @Nullable Located<String> from(Fields patterns) {
    YamlNode node = patterns.required("from");
    if (node == null) {
      return null;
    }
    if (node instanceof Scalar scalar && RevisionIds.isValid(scalar.text())) {
      return new Located<>(scalar.text(), node.location());
    }
    patterns.wrongType(node, "from", "the id of a revision");
    return null;
  }

  private static NamingConvention convention(Fields patterns) {
    NamingConvention otherwise = NamingConvention.DEFAULT;
    NamingConvention convention =
        new NamingConvention(
            pattern(patterns, "pk", otherwise.primaryKey()),
            pattern(patterns, "uq", otherwise.unique()),
            pattern(patterns, "fk", otherwise.foreignKey()),
            pattern(patterns, "ix", otherwise.index()));
    patterns.finish();
    return convention;
  }

  private static String pattern(Fields patterns, String key, String otherwise) {
    String pattern = patterns.name(key);
    YamlNode node = patterns.node(key);
    if (pattern == null || node == null) {
      return otherwise;
    }
    int open = pattern.indexOf('{');
    while (open >= 0) {
      int close = pattern.indexOf('}', open);
      String placeholder = pattern.substring(open + 1, close < 0 ? pattern.length() : close);
      boolean known =
          close >= 0
              && PLACEHOLDERS.contains(placeholder)
              && (key.equals("fk") || !placeholder.equals("referred_table"));
      if (!known) {
        Set<String> possible = new TreeSet<>(PLACEHOLDERS);
        if (!key.equals("fk")) {
          possible.remove("referred_table");
        }
        patterns
            .reading()
            .error(
                node,
                "There is no placeholder '{" + placeholder + "}' for '" + key + "'.",
                "The placeholders are {" + String.join("}, {", possible) + "}.");
      }
      open = pattern.indexOf('{', open + 1);
    }
    if (!pattern.contains("{table}")) {
      patterns
          .reading()
          .error(
              node,
              "The pattern for '" + key + "' has no {table}.",
              "Without it two tables would share a name.");
    }
    return pattern;
  }
}
