package io.schemachain.format;

import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.SourceLocation;
import io.schemachain.diagnostic.SourceText;
import io.schemachain.format.YamlNode.Entry;
import io.schemachain.format.YamlNode.Mapping;
import io.schemachain.format.YamlNode.Scalar;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What all readers of one document share: where mistakes go, which dialect it is narrowed to and
 * what its variables are. Without a narrowing a document has no maps by dialect, without variables
 * every {@code $} stays.
 */
final class Reading {
  private final Diagnostics diagnostics;
  private final @Nullable Narrowing narrowing;
  private final @Nullable Map<String, String> variables;
  private int errors;

  Reading(
      Diagnostics diagnostics,
      @Nullable Narrowing narrowing,
      @Nullable Map<String, String> variables) {
    this.diagnostics = diagnostics;
    this.narrowing = narrowing;
    this.variables = variables;
  }

  /** For documents, or parts of them, that are the same on every dialect. */
  static Reading plain(Diagnostics diagnostics) {
    return new Reading(diagnostics, null, null);
  }

  void error(SourceLocation location, String message, @Nullable String hint) {
    errors++;
    diagnostics.error(location, message, hint);
  }

  void error(YamlNode node, String message, @Nullable String hint) {
    error(node.location(), message, hint);
  }

  /** How many mistakes were found so far; the same before and after means none between. */
  int errors() {
    return errors;
  }

  /** Adds what another reading of a part of the document found. */
  void addErrorsOf(Reading other) {
    errors += other.errors;
  }

  /** The same document for dialects that an operation is not meant for. */
  Reading lenient() {
    return new Reading(diagnostics, narrowing == null ? null : narrowing.lenient(), variables);
  }

  /** Whether values are those of variables, not their names. */
  boolean resolvesVariables() {
    return variables != null;
  }

  boolean isLenient() {
    return narrowing != null && narrowing.anyEntry();
  }

  Narrowing narrowing() {
    if (narrowing == null) {
      throw new IllegalStateException("The document is not narrowed to a dialect.");
    }
    return narrowing;
  }

  /**
   * The value itself, or the dialect's own where it is a map by dialect; null after an error.
   *
   * @param scalarOnly whether every map is one by dialect, as its place takes no other
   */
  @Nullable YamlNode narrow(YamlNode node, boolean scalarOnly) {
    if (narrowing == null
        || !(node instanceof Mapping mapping)
        || !(scalarOnly ? !mapping.entries().isEmpty() : Narrowing.isByDialect(mapping))) {
      return node;
    }
    boolean known = true;
    for (Entry entry : Narrowing.foreignEntries(mapping)) {
      String key = entry.key().text();
      String meant = DialectWords.meant(key);
      error(
          entry.key(),
          "'" + key + "' is not a dialect.",
          meant == null
              ? "A map by dialect has the keys " + String.join(", ", Narrowing.allKeys()) + "."
              : "Did you mean " + meant + "?");
      known = false;
    }
    if (!known) {
      return null;
    }
    YamlNode chosen = narrowing.choose(mapping);
    if (chosen == null) {
      error(
          mapping,
          "This says nothing for " + narrowing.dialect() + ".",
          "Add an entry '" + narrowing.dialect() + "' or 'default'.");
    }
    return chosen;
  }

  /** The text of a scalar with its variables replaced. */
  String resolve(Scalar scalar) {
    return resolve(scalar.text(), scalar.location());
  }

  /** A text with its variables replaced; {@code from} is where it starts. */
  String resolve(String text, SourceLocation from) {
    Map<String, String> declared = variables;
    if (declared == null || !Variables.isMentioned(text)) {
      return text;
    }
    return Variables.replace(
        text, declared::get, (name, offset) -> undeclared(name, from, declared));
  }

  private void undeclared(String name, SourceLocation from, Map<String, String> declared) {
    SourceLocation location = placeOf("${" + name + "}", from);
    if (name.startsWith("env.")) {
      error(
          location,
          "'${" + name + "}' stands in schema.yaml only.",
          "Declare a variable under `variables:` in schema.yaml, or escape it: $${" + name + "}.");
      return;
    }
    String closest = Suggestions.closest(name, declared.keySet());
    error(
        location,
        "The variable '" + name + "' is not declared.",
        closest != null
            ? "Did you mean ${" + closest + "}?"
            : "Add it to `variables:` in schema.yaml, or escape it: $${" + name + "}.");
  }

  private static SourceLocation placeOf(String text, SourceLocation from) {
    SourceText source = from.source();
    int line = Math.max(1, from.line());
    int lineStart = 0;
    for (int i = 1; i < line; i++) {
      lineStart = source.content().indexOf('\n', lineStart) + 1;
    }
    int at = source.content().indexOf(text, lineStart + Math.max(0, from.column() - 1));
    if (at < 0) {
      return from;
    }
    int end = source.content().indexOf('\n', lineStart);
    while (end >= 0 && end < at) {
      line++;
      lineStart = end + 1;
      end = source.content().indexOf('\n', lineStart);
    }
    return new SourceLocation(source, line, at - lineStart + 1);
  }

  /** A record that checks itself; what it refuses is an error at the node. */
  <T> @Nullable T build(YamlNode node, Supplier<T> supplier) {
    try {
      return supplier.get();
    } catch (IllegalArgumentException e) {
      error(node, String.valueOf(e.getMessage()), null);
      return null;
    }
  }
}
