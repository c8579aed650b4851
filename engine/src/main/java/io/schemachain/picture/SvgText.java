package io.schemachain.picture;

/** Writes pieces of text. */
final class SvgText {
  /** The size of the font, in pixels. */
  static final int FONT = 13;

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
    out.append(Text.xml(text)).append("</text>");
  }

  /** In pixels. */
  static int width(String text) {
    return Text.width(text) * FONT / 100;
  }
}
