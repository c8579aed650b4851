package io.schemachain.format;

import static java.util.Objects.requireNonNull;

import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.SourceLocation;
import io.schemachain.diagnostic.SourceText;
import io.schemachain.format.YamlNode.Entry;
import io.schemachain.format.YamlNode.Mapping;
import io.schemachain.format.YamlNode.Sequence;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes {@code strategy: online} into a revision as its author would have: all else, comments and
 * layout included, stays byte for byte.
 */
public final class StrategyEdit {
  private static final String KEY = "strategy";
  private static final String TEXT = KEY + ": online";

  private StrategyEdit() {}

  /**
   * What became of a text.
   *
   * @param count of the operations that got the strategy
   */
  public record Edited(String text, int count) {
    public Edited {
      requireNonNull(text, "text");
    }
  }

  /**
   * The text with the strategy at operations that say none.
   *
   * @param operations where their words stand
   * @return nothing where the result would not read as meant
   */
  public static Optional<Edited> online(SourceText source, Collection<SourceLocation> operations) {
    Optional<YamlNode> root = YamlTree.parse(source, new Diagnostics());
    if (root.isEmpty() || !(root.get() instanceof Mapping document)) {
      return Optional.empty();
    }
    StringBuilder text = new StringBuilder(source.content());
    List<Mapping> edited =
        operationsOf(document)
            .filter(entry -> operations.contains(entry.key().location()))
            .map(Entry::value)
            .filter(Mapping.class::isInstance)
            .map(Mapping.class::cast)
            .filter(parameters -> parameters.get(KEY) == null && !parameters.entries().isEmpty())
            .sorted(Comparator.comparing(StrategyEdit::place).reversed())
            .toList();
    for (Mapping parameters : edited) {
      edit(text, parameters);
    }
    String result = text.toString();
    return isAsMeant(document, result, source, edited.size())
        ? Optional.of(new Edited(result, edited.size()))
        : Optional.empty();
  }

  private static Stream<Entry> operationsOf(Mapping document) {
    return Stream.of("upgrade", "downgrade")
        .map(document::get)
        .filter(Sequence.class::isInstance)
        .flatMap(list -> ((Sequence) list).items().stream())
        .filter(Mapping.class::isInstance)
        .flatMap(item -> ((Mapping) item).entries().stream());
  }

  private static Long place(Mapping parameters) {
    return ((long) parameters.location().line() << 32) + parameters.location().column();
  }

  private static void edit(StringBuilder text, Mapping parameters) {
    int start = offset(text, parameters.location());
    if (start < text.length() && text.charAt(start) == '{') {
      int end = closingBrace(text, start);
      int last = end;
      while (last > start + 1 && Character.isWhitespace(text.charAt(last - 1))) {
        last--;
      }
      text.insert(last, (text.charAt(last - 1) == ',' ? " " : ", ") + TEXT);
      return;
    }
    SourceLocation first = parameters.entries().get(0).key().location();
    int at = offset(text, first);
    text.insert(at, TEXT + lineEnd(text) + " ".repeat(first.column() - 1));
  }

  private static String lineEnd(StringBuilder text) {
    return text.indexOf("\r\n") >= 0 ? "\r\n" : "\n";
  }

  private static int offset(StringBuilder text, SourceLocation location) {
    int offset = 0;
    for (int line = 1; line < location.line(); line++) {
      offset = text.indexOf("\n", offset) + 1;
    }
    return offset + location.column() - 1;
  }

  /** The brace that belongs to one, quotes and comments passed over. */
  private static int closingBrace(StringBuilder text, int open) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '{' || c == '[') {
        depth++;
      } else if (c == '}' || c == ']') {
        depth--;
        if (depth == 0) {
          return i;
        }
      } else if ((c == '"' || c == '\'') && startsToken(text, i)) {
        i = endOfQuoted(text, i);
      } else if (c == '#' && Character.isWhitespace(text.charAt(i - 1))) {
        int end = text.indexOf("\n", i);
        i = end < 0 ? text.length() : end;
      }
    }
    return text.length();
  }

  /** A quote within a plain word is a letter of it. */
  private static boolean startsToken(StringBuilder text, int at) {
    char before = text.charAt(at - 1);
    return Character.isWhitespace(before) || "{[,:".indexOf(before) >= 0;
  }

  private static int endOfQuoted(StringBuilder text, int start) {
    char quote = text.charAt(start);
    for (int i = start + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && quote == '"') {
        i++;
      } else if (c == quote) {
        if (quote == '\'' && i + 1 < text.length() && text.charAt(i + 1) == quote) {
          i++;
        } else {
          return i;
        }
      }
    }
    return text.length();
  }

  /** What was written reads as before, but for the strategies. */
  private static boolean isAsMeant(Mapping before, String text, SourceText source, int expected) {
    Diagnostics diagnostics = new Diagnostics();
    Optional<YamlNode> root = YamlTree.parse(new SourceText(source.path(), text), diagnostics);
    if (diagnostics.hasErrors() || root.isEmpty() || !(root.get() instanceof Mapping after)) {
      return false;
    }
    return count(after) == count(before) + expected && size(after) == size(before) + expected;
  }

  private static long count(Mapping document) {
    return operationsOf(document)
        .filter(entry -> entry.value() instanceof Mapping map && map.get(KEY) != null)
        .count();
  }

  /** How many keys and scalars there are. */
  private static long size(YamlNode node) {
    if (node instanceof Mapping mapping) {
      return mapping.entries().stream().mapToLong(entry -> size(entry.value())).sum();
    }
    return node instanceof Sequence sequence
        ? sequence.items().stream().mapToLong(StrategyEdit::size).sum()
        : 1;
  }
}
