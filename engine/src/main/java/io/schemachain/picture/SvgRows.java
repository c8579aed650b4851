package io.schemachain.picture;

import io.schemachain.picture.Lanes.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** The columns beside the lanes: id, marks and message, state. Widths are in pixels. */
final class SvgRows {
  static final int HEIGHT = 30;
  static final int EDGE = 16;

  private static final int GAP = 14;
  private static final int BADGE_GAP = 6;

  /** In hundredths of the size of the font. */
  private static final int MOST_MESSAGE = 3600;

  private static final int MOST_ID = 2600;

  private final int idX;
  private final int marksX;
  private final int width;
  private final String band;

  /**
   * @param left where the lanes end
   * @param leastWidth of the picture
   */
  SvgRows(List<Node> nodes, int left, int leastWidth) {
    idX = left + GAP;
    marksX = idX + most(nodes, node -> Text.monoWidth(id(node)) * SvgText.FONT / 100) + GAP;
    int messages = most(nodes, node -> marksWidth(node) + SvgText.width(message(node)));
    int states = most(nodes, SvgRows::stateWidth);
    width = Math.max(leastWidth, marksX + messages + (states == 0 ? 0 : GAP + states) + EDGE);
    band = "<rect class=\"band\" x=\"1\" width=\"%d\" height=\"%d\"/>".formatted(width - 2, HEIGHT);
  }

  /** Of the picture. */
  int width() {
    return width;
  }

  /**
   * Places are relative to the row, so that a new revision changes few of them.
   *
   * @param x the middle of the lane of the revision
   */
  void write(StringBuilder out, Node node, Spot spot, String x) {
    int middle = HEIGHT / 2;
    out.append("<title>").append(Text.xmlLines(tooltip(node))).append("</title>");
    out.append(band);
    if (spot.cut()) {
      String path = spot.goesOn() ? "q1 9 10 13" : "v15";
      out.append("<path class=\"more\" d=\"M%s %d%s\"/>".formatted(x, middle, path));
    }
    out.append(Glyph.of(node.state(), spot.colour(), x, middle));
    SvgText.write(out, "id", idX, middle + 5, id(node));
    int marks = marksX;
    for (Badge badge : Badge.of(node)) {
      out.append(badge.svg(marks, middle));
      marks += badge.width() + BADGE_GAP;
    }
    if (node.message() != null) {
      SvgText.write(out, "", marks, middle + 5, message(node));
    }
    state(out, node, middle);
  }

  private void state(StringBuilder out, Node node, int middle) {
    switch (node.state()) {
      case UNKNOWN -> {}
      case APPLIED ->
          SvgText.write(out, "quiet end", width - EDGE, middle + 5, node.stateWithDate());
      case PENDING, REVIEWED, NO_FILE -> {
        Badge badge = stateBadge(node);
        out.append(badge.svg(width - EDGE - badge.width(), middle));
      }
    }
  }

  private static Badge stateBadge(Node node) {
    return new Badge(node.state().word(), node.state().style());
  }

  private static int stateWidth(Node node) {
    return switch (node.state()) {
      case UNKNOWN -> 0;
      case APPLIED -> SvgText.width(node.stateWithDate());
      case PENDING, REVIEWED, NO_FILE -> stateBadge(node).width();
    };
  }

  private static int marksWidth(Node node) {
    return Badge.of(node).stream().mapToInt(badge -> badge.width() + BADGE_GAP).sum();
  }

  private static String id(Node node) {
    return Text.cut(node.id(), MOST_ID);
  }

  private static String message(Node node) {
    return node.message() == null ? "" : Text.cut(node.message(), MOST_MESSAGE);
  }

  private static int most(List<Node> nodes, ToIntFunction<Node> size) {
    return nodes.stream().mapToInt(size).max().orElse(0);
  }

  /** All of it, uncut, for the pointer and for screen readers. */
  private static String tooltip(Node node) {
    List<String> lines = new ArrayList<>();
    lines.add(node.id() + (node.message() == null ? "" : "  " + node.message()));
    if (node.state() != State.UNKNOWN) {
      String at = node.appliedAt();
      lines.add(at == null ? node.state().word() : node.state().word() + " " + at);
    }
    lines.add("builds on " + (node.base() ? "nothing" : String.join(", ", node.parents())));
    add(lines, "depends on ", String.join(", ", node.dependencies()));
    add(lines, "labels ", String.join(", ", node.labels()));
    add(lines, "", node.file());
    return String.join("\n", lines.stream().map(Text::clean).toList());
  }

  private static void add(List<String> lines, String name, String value) {
    if (!value.isEmpty()) {
      lines.add(name + value);
    }
  }
}
