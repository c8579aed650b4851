package io.schemachain.picture;

import java.util.ArrayList;
import java.util.List;

/** A mark of a revision, in a frame. */
record Badge(String text, String style) {
  private static final int MOST_LABELS = 3;
  private static final int LABEL_WIDTH = 1500;
  private static final int FONT = 11;

  /** Words for the place of a revision. */
  static List<String> marks(Node node) {
    List<String> marks = new ArrayList<>();
    if (node.current()) {
      marks.add("current");
    }
    if (node.head()) {
      marks.add("head");
    }
    if (node.base()) {
      marks.add("base");
    }
    return marks;
  }

  /** Of a revision, but for its state. More labels than fit are counted. */
  static List<Badge> of(Node node) {
    List<Badge> badges = new ArrayList<>();
    marks(node).forEach(mark -> badges.add(new Badge(mark, mark)));
    node.labels().stream()
        .limit(MOST_LABELS)
        .forEach(label -> badges.add(new Badge(Text.cut(label, LABEL_WIDTH), "label")));
    if (node.labels().size() > MOST_LABELS) {
      badges.add(new Badge("+" + (node.labels().size() - MOST_LABELS), "label"));
    }
    return badges;
  }

  /** In pixels. */
  int width() {
    return Text.monoWidth(text) * FONT / 100 + 14;
  }

  /** With its left edge at x, on a line whose middle is y. */
  String svg(int x, int y) {
    String round = style.equals("label") ? "3" : "9";
    return "<g class=\"badge "
        + style
        + "\"><rect x=\""
        + x
        + "\" y=\""
        + (y - 9)
        + "\" width=\""
        + width()
        + "\" height=\"18\" rx=\""
        + round
        + "\"/><text x=\""
        + (x + width() / 2)
        + "\" y=\""
        + (y + 4)
        + "\">"
        + Text.xml(SvgText.shown(text))
        + "</text></g>";
  }
}
