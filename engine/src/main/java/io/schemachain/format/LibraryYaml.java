package io.schemachain.format;

import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.SourceLocation;
import io.schemachain.diagnostic.SourceText;
import io.schemachain.format.YamlNode.Entry;
import io.schemachain.format.YamlNode.Mapping;
import io.schemachain.format.YamlNode.Scalar;
import io.schemachain.format.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * Builds the tree of one document from the tokens of the library's parser. Refuses what the format
 * does without (tags, several documents, unusual characters) and bounds what a document can cost.
 */
final class LibraryYaml {
  private static final int MAX_DEPTH = 100;

  /** Of keys and values: one with its position takes about 150 bytes. */
  private static final int MAX_NODES = 400_000;

  /** The failsafe schema leaves every scalar a text; the limits are ours, see the constants. */
  private static final YAMLFactory FACTORY =
      YAMLFactory.builder()
          .loadSettings(
              LoadSettings.builder()
                  .setSchema(new FailsafeSchema())
                  .setCodePointLimit(Integer.MAX_VALUE)
                  .setAllowDuplicateKeys(true)
                  .build())
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH * 10)
                  .maxNameLength(YamlTree.MAX_LENGTH)
                  .maxStringLength(YamlTree.MAX_LENGTH)
                  .build())
          .build();

  private final SourceText source;
  private final YAMLParser parser;
  private final Diagnostics diagnostics;
  private final Map<String, YamlNode> anchors = new HashMap<>();
  private final Offsets offsets;
  private int nodes;

  private LibraryYaml(SourceText source, YAMLParser parser, Diagnostics diagnostics) {
    this.source = source;
    this.parser = parser;
    this.diagnostics = diagnostics;
    this.offsets = new Offsets(source.content());
  }

  /** The root of the document; nothing when it has none or its syntax is broken. */
  static Optional<YamlNode> read(SourceText source, Diagnostics diagnostics) {
    try (YAMLParser parser =
        (YAMLParser) FACTORY.createParser(ObjectReadContext.empty(), source.content())) {
      return Optional.of(new LibraryYaml(source, parser, diagnostics).document());
    } catch (Refused refused) {
      refused.problem.report(diagnostics);
    } catch (JacksonException e) {
      YamlProblem.of(source, e).report(diagnostics);
    }
    return Optional.empty();
  }

  private YamlNode document() {
    JsonToken first = parser.nextToken();
    if (first == null) {
      throw new Refused(
          new YamlProblem(
              SourceLocation.ofFile(source),
              "The file is empty.",
              "Begin it with `format: 1`, or remove it."));
    }
    YamlNode root = node(first, 0);
    if (parser.nextToken() != null) {
      throw refused(
          "The file has more than one document.", "Give each its own file, without `---`.");
    }
    return root;
  }

  private YamlNode node(JsonToken token, int depth) {
    SourceLocation location = location();
    count(1, location);
    if (depth > MAX_DEPTH) {
      throw refused("The document is nested more than " + MAX_DEPTH + " levels deep.", null);
    }
    if (parser.isCurrentAlias()) {
      return alias(location);
    }
    refuseTag();
    String anchor = parser.getObjectId();
    YamlNode node =
        switch (token) {
          case START_OBJECT -> mapping(location, depth);
          case START_ARRAY -> sequence(location, depth);
          default -> {
            int start = tokenOffset();
            int text = offsets.afterAnchor(start);
            anchor = text > start ? offsets.anchorName(start) : null;
            yield scalar(text, location);
          }
        };
    if (anchor != null) {
      anchors.put(anchor, node);
    }
    return node;
  }

  private Scalar scalar(int offset, SourceLocation location) {
    String text = characters(parser.getString(), location);
    boolean plain = offsets.isPlain(offset, text);
    if (plain && (text.equals("NULL") || text.equals("Null"))) {
      diagnostics.error(
          location,
          "'" + text + "' can be read as a text and as NULL.",
          "Write null, or quote the text: '" + text + "'.");
    }
    return new Scalar(text, plain, location);
  }

  private Mapping mapping(SourceLocation location, int depth) {
    List<Entry> entries = new ArrayList<>();
    Map<String, Scalar> seen = new HashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      // The tag and the anchor of the map itself show on its first key; they were seen before.
      SourceLocation keyLocation = location();
      count(1, keyLocation);
      Scalar key = new Scalar(characters(parser.currentName(), keyLocation), true, keyLocation);
      YamlNode value = node(parser.nextToken(), depth + 1);
      Scalar first = seen.putIfAbsent(key.text(), key);
      if (first == null) {
        entries.add(new Entry(key, value));
      } else {
        diagnostics.error(
            key.location(),
            "The key '" + key.text() + "' stands twice in this map.",
            "The first one is in line " + first.location().line() + ".");
      }
    }
    return new Mapping(List.copyOf(entries), location);
  }

  private Sequence sequence(SourceLocation location, int depth) {
    List<YamlNode> items = new ArrayList<>();
    JsonToken token = parser.nextToken();
    while (token != JsonToken.END_ARRAY) {
      items.add(node(token, depth + 1));
      token = parser.nextToken();
    }
    return new Sequence(List.copyOf(items), location);
  }

  private YamlNode alias(SourceLocation location) {
    String name = parser.getString();
    YamlNode node = anchors.get(name);
    if (node == null) {
      throw refused("There is no anchor '&" + name + "' before this alias.", null);
    }
    // An alias costs what it stands for: whoever reads the tree walks it again.
    count(size(node), location);
    return node;
  }

  private static int size(YamlNode node) {
    int size = 1;
    if (node instanceof Sequence sequence) {
      for (YamlNode item : sequence.items()) {
        size = Math.min(MAX_NODES + 1, size + size(item));
      }
    } else if (node instanceof Mapping mapping) {
      for (Entry entry : mapping.entries()) {
        size = Math.min(MAX_NODES + 1, size + 1 + size(entry.value()));
      }
    }
    return size;
  }

  private void count(int more, SourceLocation location) {
    nodes += more;
    if (nodes > MAX_NODES) {
      throw new Refused(
          new YamlProblem(
              location,
              "The document has more than " + MAX_NODES + " keys and values.",
              "Split it into several files; rows may be in a file of CSV or JSON."));
    }
  }

  private void refuseTag() {
    String tag = parser.getRawTag();
    if (tag != null) {
      throw refused(
          "Tags such as '!!str' are not part of the format.",
          "Leave the tag out: a value is what its place expects.");
    }
  }

  /** The escapes of a quoted text can make what no database and no UTF-8 can hold. */
  private String characters(String text, SourceLocation location) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        throw new Refused(
            new YamlProblem(location, "A NUL character cannot be stored in a database.", null));
      }
      if (Character.isSurrogate(c)) {
        if (!Character.isSurrogatePair(c, i + 1 < text.length() ? text.charAt(i + 1) : 0)) {
          throw new Refused(
              new YamlProblem(
                  location, "The text contains half a character (a lone surrogate).", null));
        }
        i++;
      }
    }
    return text;
  }

  private Refused refused(String message, @Nullable String hint) {
    return new Refused(new YamlProblem(location(), message, hint));
  }

  private SourceLocation location() {
    TokenStreamLocation mark = parser.currentTokenLocation();
    int column = offsets.column(mark.getLineNr(), mark.getColumnNr());
    return new SourceLocation(source, mark.getLineNr(), column);
  }

  private int tokenOffset() {
    return offsets.index((int) parser.currentTokenLocation().getCharOffset());
  }

  /** Leaves the parser; never leaves this class. */
  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient YamlProblem problem;

    Refused(YamlProblem problem) {
      super(problem.message(), null, false, false);
      this.problem = problem;
    }
  }

  /**
   * The parser counts code points, everything else counts UTF-16 units. It goes forward as a rule,
   * so that each place is counted from the last one.
   */
  private static final class Offsets {
    private final String text;
    private final boolean same;
    private int lastCodePoints;
    private int lastIndex;
    private int lastLine = 1;
    private int lastStart;

    Offsets(String text) {
      this.text = text;
      this.same = !hasSurrogate(text);
    }

    private static boolean hasSurrogate(String text) {
      for (int i = 0; i < text.length(); i++) {
        if (Character.isSurrogate(text.charAt(i))) {
          return true;
        }
      }
      return false;
    }

    int index(int codePoints) {
      if (same) {
        return codePoints;
      }
      lastIndex = text.offsetByCodePoints(lastIndex, codePoints - lastCodePoints);
      lastCodePoints = codePoints;
      return lastIndex;
    }

    int column(int line, int column) {
      if (same) {
        return column;
      }
      if (line < lastLine) {
        lastLine = 1;
        lastStart = 0;
      }
      for (; lastLine < line; lastLine++) {
        lastStart = text.indexOf('\n', lastStart) + 1;
      }
      return text.offsetByCodePoints(lastStart, column - 1) - lastStart + 1;
    }

    /** Where the value starts whose token starts here: after {@code &name}, if there is one. */
    int afterAnchor(int start) {
      if (start >= text.length() || text.charAt(start) != '&') {
        return start;
      }
      int at = anchorEnd(start);
      while (at < text.length()) {
        char c = text.charAt(at);
        if (c == '#') {
          int end = text.indexOf('\n', at);
          at = end < 0 ? text.length() : end;
        } else if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
          at++;
        } else {
          return at;
        }
      }
      return at;
    }

    String anchorName(int start) {
      return text.substring(start + 1, anchorEnd(start));
    }

    private int anchorEnd(int start) {
      int end = start;
      while (end < text.length() && " \t\r\n,[]{}".indexOf(text.charAt(end)) < 0) {
        end++;
      }
      return end;
    }

    boolean isPlain(int at, String value) {
      return value.isEmpty()
          ? at >= text.length() || "\"'|>".indexOf(text.charAt(at)) < 0
          : "\"'|>".indexOf(text.charAt(at)) < 0;
    }
  }
}
