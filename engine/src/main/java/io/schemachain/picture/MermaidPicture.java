package io.schemachain.picture;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The graph as a flowchart of Mermaid, which GitHub and others draw in Markdown: the newest on top,
 * arrows to what a revision builds on, dotted ones to what it depends on.
 */
public final class MermaidPicture {
  /** What Mermaid draws unless the page that shows it allows more; a diagram cannot ask for it. */
  private static final int MOST_ARROWS = 500;

  private static final int MOST_CHARACTERS = 50_000;

  /** In hundredths of the size of the font. */
  private static final int MOST_MESSAGE = 6000;

  private static final int MOST_NAME = 4000;

  /** Letters on fills of their own, so that they can be read on light and dark pages alike. */
  private static final String CLASSES =
      """
        classDef applied fill:#dafbe1,stroke:#1a7f37,stroke-width:2px,color:#1f2328
        classDef pending fill:#fff3d1,stroke:#7a4a00,stroke-width:2px,stroke-dasharray:6 4,color:#1f2328
        classDef unknown fill:#ddf4ff,stroke:#0969da,stroke-width:1px,color:#1f2328
        classDef nofile fill:#ffebe9,stroke:#b3131f,stroke-width:4px,stroke-dasharray:2 2,color:#1f2328
        classDef hidden fill:#f6f8fa,stroke:#59636e,stroke-width:1px,stroke-dasharray:1 3,color:#59636e
      """;

  private MermaidPicture() {}

  /** The text of a diagram, for a file or a code block of Markdown. */
  public static String of(Graph graph) {
    String diagram = diagram(graph);
    return "---\ntitle: \""
        + title(graph.title())
        + "\"\n---\n"
        + tooLarge(graph, diagram).map(why -> "%% " + why + "\n").orElse("")
        + diagram;
  }

  /** One sentence or two for people when Mermaid, as it comes, refuses to draw this graph. */
  public static Optional<String> tooLarge(Graph graph) {
    return tooLarge(graph, diagram(graph));
  }

  private static Optional<String> tooLarge(Graph graph, String diagram) {
    int arrows = graph.nodes().stream().mapToInt(node -> arrows(node).size()).sum();
    int characters = diagram.length();
    if (arrows <= MOST_ARROWS && characters <= MOST_CHARACTERS) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "Mermaid draws %d arrows and %d characters unless it is told to draw more; these are"
                + " %d and %d. Take a range, or SVG.",
            MOST_ARROWS,
            MOST_CHARACTERS,
            arrows,
            characters));
  }

  private static String diagram(Graph graph) {
    StringBuilder out = new StringBuilder("flowchart TD\n");
    out.append("  accDescr: ").append(graph.summary()).append(".\n");
    Set<String> hidden = new TreeSet<>();
    graph.nodes().forEach(node -> hidden.addAll(node.below()));
    graph.nodes().forEach(node -> hidden.remove(node.id()));
    List<Node> newestFirst = graph.newestFirst();
    if (newestFirst.isEmpty()) {
      node(out, "none", "There are no revisions.", "hidden");
    }
    newestFirst.forEach(node -> node(out, Text.name(node.id()), label(node), node.state().style()));
    hidden.forEach(id -> node(out, Text.name(id), label(id) + "<br/>not shown", "hidden"));
    newestFirst.forEach(
        node -> arrows(node).forEach(arrow -> out.append("  ").append(arrow).append('\n')));
    return out.append(CLASSES).toString();
  }

  private static void node(StringBuilder out, String name, String label, String style) {
    out.append("  ").append(name).append("[\"").append(label).append("\"]:::").append(style);
    out.append('\n');
  }

  private static Set<String> arrows(Node node) {
    String from = Text.name(node.id());
    Set<String> arrows = new LinkedHashSet<>();
    node.parents().forEach(id -> arrows.add(from + " --> " + Text.name(id)));
    node.dependencies().forEach(id -> arrows.add(from + " -. depends on .-> " + Text.name(id)));
    return arrows;
  }

  private static String label(Node node) {
    List<String> lines = new ArrayList<>();
    lines.add(label(node.id()));
    if (node.message() != null) {
      lines.add(escape(Text.cut(node.message(), MOST_MESSAGE)));
    }
    List<String> marks = new ArrayList<>();
    if (node.state() != State.UNKNOWN) {
      marks.add(escape(node.stateWithDate()));
    }
    Badge.marks(node).forEach(marks::add);
    node.labels().forEach(label -> marks.add("label " + label(label)));
    if (!marks.isEmpty()) {
      lines.add(String.join(", ", marks));
    }
    return String.join("<br/>", lines);
  }

  private static String label(String name) {
    return escape(Text.cut(name, MOST_NAME));
  }

  /**
   * A label is read as Mermaid, as Markdown, for formulas and icons, and as HTML. What could mean
   * something to one of them is written by its number: all of ASCII but letters, digits and blanks,
   * and {@code - _ .} inside a word; and the signs by which Mermaid marks such numbers.
   */
  static String escape(String text) {
    int[] all = Text.clean(text).codePoints().toArray();
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < all.length; i++) {
      int c = all[i];
      boolean inWord = i > 0 && i < all.length - 1 && isWord(all[i - 1]) && isWord(all[i + 1]);
      boolean plain = c == ' ' || c == ',' || isWord(c) || (inWord && "-_.".indexOf(c) >= 0);
      if (plain && c != '°' && c != '¶') {
        out.appendCodePoint(c);
      } else {
        out.append('#').append(c).append(';');
      }
    }
    return out.toString();
  }

  private static boolean isWord(int c) {
    return c > 0x7F || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  /**
   * For YAML in double quotes. A title is passed through as HTML and its tags are dropped, even
   * when they are escaped: full-width signs are shown.
   */
  private static String title(String text) {
    StringBuilder out = new StringBuilder();
    Text.clean(text.replace('<', '＜').replace('>', '＞').replace('&', '＆'))
        .codePoints()
        .forEach(
            c -> {
              if (isWord(c) || " ,.-_()".indexOf(c) >= 0) {
                out.appendCodePoint(c);
              } else {
                out.append(String.format(Locale.ROOT, "\\u%04x", c));
              }
            });
    return out.toString();
  }
}
