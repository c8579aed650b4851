package io.schemachain.format;

import io.schemachain.diagnostic.SourceLocation;
import io.schemachain.diagnostic.SourceText;
import io.schemachain.format.PlainScanner.Unsure;
import io.schemachain.format.YamlNode.Entry;
import io.schemachain.format.YamlNode.Mapping;
import io.schemachain.format.YamlNode.Scalar;
import io.schemachain.format.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the part of YAML that revisions are written in, to the tree that {@link LibraryYaml} makes
 * of it. A run reads its revisions in a JVM that has just started. There the library took 70 ms for
 * its first file, to load 150 classes, and for 1,000 files 360 ms in code not yet compiled; this
 * takes 7 and 90.
 *
 * <p>It has no errors: what it is not sure of, and every mistake, it leaves to the library, which
 * then reads the document from the start. {@code PlainYamlTest} compares the two, for all documents
 * of this project and for random ones.
 */
final class PlainYaml {
  /** So short that the limit on the number of values is never reached. */
  private static final int MAX_LENGTH = 500_000;

  private static final int MAX_DEPTH = 50;

  /** Each key is compared with those before it. */
  private static final int MAX_KEYS = 200;

  private final PlainScanner in;

  private PlainYaml(PlainScanner in) {
    this.in = in;
  }

  /**
   * The root of the document; null when the library has to read it.
   *
   * @param source a text in which {@link YamlText} finds nothing wrong
   */
  static @Nullable YamlNode read(SourceText source) {
    if (source.content().length() > MAX_LENGTH) {
      return null;
    }
    try {
      return new PlainYaml(new PlainScanner(source)).document();
    } catch (Unsure e) {
      return null;
    }
  }

  private YamlNode document() {
    in.findContent();
    YamlNode root = node(-1, true, 0);
    if (!in.atEnd()) {
      throw new Unsure();
    }
    return root;
  }

  /**
   * A node that is not within brackets. As all methods for those, it leaves the position at the
   * start of the next line that has content.
   *
   * @param indent of the block that it stands in; -1 for none
   * @param block whether a list or a map without brackets may start here
   */
  private YamlNode node(int indent, boolean block, int depth) {
    char c = in.peek();
    if (c == '|') {
      return in.literal(indent);
    }
    if (c == '[' || c == '{') {
      YamlNode node = inBrackets(depth);
      in.finishLine();
      return node;
    }
    if (block && in.atDash()) {
      return sequence(depth);
    }
    Scalar scalar = in.scalar(false);
    if (block && in.atColon(scalar)) {
      return mapping(scalar, depth);
    }
    in.finishLine();
    return scalar;
  }

  private Sequence sequence(int depth) {
    SourceLocation location = in.location();
    int column = in.column();
    List<YamlNode> items = new ArrayList<>();
    do {
      items.add(value(column, true, depth + 1));
    } while (in.column() == column && in.atDash());
    return new Sequence(List.copyOf(items), location);
  }

  private Mapping mapping(Scalar firstKey, int depth) {
    SourceLocation location = firstKey.location();
    int column = location.column() - 1;
    List<Entry> entries = new ArrayList<>();
    add(entries, firstKey, value(column, false, depth + 1));
    while (in.column() == column && !in.atEnd()) {
      Scalar key = in.scalar(false);
      if (!in.atColon(key)) {
        throw new Unsure();
      }
      add(entries, key, value(column, false, depth + 1));
    }
    return new Mapping(List.copyOf(entries), location);
  }

  /** What follows the dash or the colon here: in its line, or in lines that are indented more. */
  private YamlNode value(int indent, boolean afterDash, int depth) {
    if (depth > MAX_DEPTH) {
      throw new Unsure();
    }
    in.skip();
    SourceLocation location = in.location();
    in.findContent();
    if (in.line() == location.line() && !in.atEnd()) {
      return node(indent, afterDash, depth);
    }
    boolean listOfMap = !afterDash && in.column() == indent && in.atDash();
    if ((in.column() > indent || listOfMap) && !in.atEnd()) {
      return node(indent, true, depth);
    }
    return new Scalar("", true, location);
  }

  private YamlNode inBrackets(int depth) {
    if (depth > MAX_DEPTH) {
      throw new Unsure();
    }
    SourceLocation location = in.location();
    boolean list = in.peek() == '[';
    in.skip();
    in.findContent();
    return list
        ? new Sequence(List.copyOf(items(depth)), location)
        : new Mapping(List.copyOf(entries(depth)), location);
  }

  private List<YamlNode> items(int depth) {
    List<YamlNode> items = new ArrayList<>();
    while (in.peek() != ']') {
      items.add(nodeInBrackets(depth + 1));
      findComma(']');
    }
    in.skip();
    return items;
  }

  private List<Entry> entries(int depth) {
    List<Entry> entries = new ArrayList<>();
    while (in.peek() != '}') {
      Scalar key = in.scalar(true);
      if (!in.atColon(key)) {
        throw new Unsure();
      }
      in.skip();
      in.findContent();
      add(entries, key, nodeInBrackets(depth + 1));
      findComma('}');
    }
    in.skip();
    return entries;
  }

  private YamlNode nodeInBrackets(int depth) {
    char c = in.peek();
    return c == '[' || c == '{' ? inBrackets(depth) : in.scalar(true);
  }

  /** To what follows a comma, or to the bracket. */
  private void findComma(char close) {
    in.findContent();
    if (in.peek() == ',') {
      in.skip();
      in.findContent();
    } else if (in.peek() != close) {
      throw new Unsure();
    }
  }

  private static void add(List<Entry> entries, Scalar key, YamlNode value) {
    if (entries.size() == MAX_KEYS) {
      throw new Unsure();
    }
    String name = key.text();
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).key().text().equals(name)) {
        throw new Unsure();
      }
    }
    // Quoted or not, a key is one.
    entries.add(new Entry(key.plain() ? key : new Scalar(name, true, key.location()), value));
  }
}
