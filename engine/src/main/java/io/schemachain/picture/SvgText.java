package io.schemachain.picture;

import java.util.regex.Pattern;

/** Writes pieces of text. */
final class SvgText {
  /** The size of the font, in pixels. */
  static final int FONT = 13;

  /** What turns the reading direction, so that a text would look like another one. */
  private static final Pattern TURNING =
      Pattern.compile("[\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

  private SvgText() {}

  /**
   * @param style class names, or nothing
   */
  static void write(StringBuilder out, String style, int x, int y, String text) {
    out.append("<text");
    if (!style.isEmpty()) {
      out.append(" class=\"").append(style).append('"');
    }
    out.append(" x=\"").append(x).append("\" y=\"").append(y).append("\">");
    out.append(Text.xml(shown(text))).append("</text>");
  }

  /** With nothing that turns the reading direction. */
  static String shown(String text) {
    return TURNING.matcher(text).replaceAll("\uFFFD");
  }

  /** In pixels. */
  static int width(String text) {
    return Text.width(shown(text)) * FONT / 100;
  }
}
