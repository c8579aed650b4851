package io.schemachain.format;

import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.SourceLocation;
import io.schemachain.diagnostic.SourceText;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/** A document that is not YAML, or not the part of YAML that the format uses, in our own words. */
record YamlProblem(SourceLocation location, String message, @Nullable String hint) {
  private static final String INDENTATION =
      "Check the indentation: what belongs together starts in the same column.";

  void report(Diagnostics diagnostics) {
    diagnostics.error(location, message, hint);
  }

  static YamlProblem of(SourceText source, JacksonException e) {
    if (e.getCause() instanceof MarkedYamlEngineException marked) {
      Optional<Mark> mark = marked.getProblemMark();
      SourceLocation location =
          mark.map(m -> at(source, m.getLine() + 1, m.getColumn() + 1))
              .orElse(SourceLocation.ofFile(source));
      return describe(location, marked);
    }
    TokenStreamLocation place = e.getLocation();
    SourceLocation location =
        place == null || place.getLineNr() < 1
            ? SourceLocation.ofFile(source)
            : at(source, place.getLineNr(), place.getColumnNr());
    if (e.getOriginalMessage().startsWith("Expected a property name")) {
      return new YamlProblem(
          location,
          "A key is a text, not a list, a map or an alias.",
          "Quote a text that starts with '{', '[', '*' or '&'.");
    }
    return new YamlProblem(location, "This is not valid YAML.", INDENTATION);
  }

  private static YamlProblem describe(SourceLocation location, MarkedYamlEngineException e) {
    String problem = String.valueOf(e.getProblem());
    String context = String.valueOf(e.getContext());
    String line = location.source().line(location.line());
    if (problem.contains("TAB") || startsWithTab(line)) {
      return new YamlProblem(
          location, "A tab cannot indent a line in YAML.", "Use spaces in place of the tab.");
    }
    if (problem.contains("cannot start any token")) {
      String character =
          location.column() <= line.length() && location.column() > 0
              ? line.substring(location.column() - 1, location.column())
              : "";
      return new YamlProblem(
          location,
          "A value cannot start with '" + character + "'.",
          "Put the text in quotation marks.");
    }
    if (problem.contains("mapping values are not allowed")) {
      return new YamlProblem(
          location,
          "A ':' is not possible here.",
          "Quote a text that contains ': '. " + INDENTATION);
    }
    if (problem.contains("could not find expected ':'")) {
      return new YamlProblem(
          location,
          "The line before is neither `key: value` nor a list entry.",
          "Put a ':' and a space after a key.");
    }
    if (problem.contains("sequence entries are not allowed")) {
      return new YamlProblem(location, "A list entry '- ' is not possible here.", INDENTATION);
    }
    if (problem.contains("expected ',' or") || problem.contains("expected ',' or '")) {
      String close = problem.contains("]") ? "]" : "}";
      return new YamlProblem(
          location,
          "Expected ',' or '" + close + "' here.",
          "Close the '"
              + (close.equals("]") ? "[" : "{")
              + "' that is open, or quote a text with commas.");
    }
    if (problem.contains("unexpected end of stream") || context.contains("quoted scalar")) {
      return quoted(location, problem);
    }
    if (problem.contains("expected <block end>")
        || context.contains("block collection")
        || context.contains("block mapping")) {
      return new YamlProblem(
          location, "This line does not fit to the lines around it.", INDENTATION);
    }
    if (context.contains("block scalar")) {
      return new YamlProblem(
          location,
          "The block of text after '|' or '>' is not written well.",
          "Nothing but a comment stands after '|' or '>', and the text below is indented evenly.");
    }
    return new YamlProblem(location, "This is not valid YAML.", INDENTATION);
  }

  private static YamlProblem quoted(SourceLocation location, String problem) {
    if (problem.contains("escape") || problem.contains("hexadecimal")) {
      return new YamlProblem(
          location,
          "There is no such escape after '\\'.",
          "Write \\\\ for a backslash, or use single quotation marks, where '\\' is a character.");
    }
    return new YamlProblem(
        location, "A quotation mark or bracket is never closed.", "Close it where the text ends.");
  }

  private static boolean startsWithTab(String line) {
    return line.stripLeading().length() < line.length()
        && line.substring(0, line.length() - line.stripLeading().length()).indexOf('\t') >= 0;
  }

  private static SourceLocation at(SourceText source, int line, int column) {
    // At the end of a file that ends in a line end the mark is on a line that nobody sees.
    String content = source.content();
    int lines = (int) content.chars().filter(c -> c == '\n').count() + 1;
    if (line < lines || content.isEmpty() || (line == lines && !content.endsWith("\n"))) {
      return new SourceLocation(source, line, column);
    }
    int last = Math.max(1, lines - 1);
    return new SourceLocation(source, last, source.line(last).length() + 1);
  }
}
