package io.schemachain.picture;

/** The sign of a state: each has a shape of its own. */
final class Glyph {
  private Glyph() {}

  /** Around a place, in the colour of a lane. */
  static String of(State state, int colour, String x, int y) {
    String lane = " c" + colour % Colour.LANES + "\"";
    return switch (state) {
      case APPLIED ->
          "<circle class=\"dot" + lane + " cx=\"" + x + "\" cy=\"" + y + "\" r=\"5.5\"/>";
      case PENDING ->
          "<circle class=\"ring" + lane + " cx=\"" + x + "\" cy=\"" + y + "\" r=\"4.5\"/>";
      case REVIEWED -> path("ring" + lane, x, y, "m0-6 6 10h-12z");
      case UNKNOWN -> path("dot" + lane, x, y, "m0-7 7 7-7 7-7-7z");
      case NO_FILE -> path("ring gone\"", x, y, "m-5-5h10v10h-10zl10 10m0-10-10 10");
    };
  }

  private static String path(String style, String x, int y, String shape) {
    return "<path class=\"" + style + " d=\"M" + x + " " + y + shape + "\"/>";
  }
}
