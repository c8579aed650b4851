package io.schemachain.picture;

/**
 * Texts of people, made fit for markup. Widths are estimates from tables of our own, so that a
 * picture is the same on every JDK and machine.
 */
public final class Text {
  private static final int REPLACEMENT = 0xFFFD;

  private Text() {}

  /**
   * One line in which each character may stand in XML: line ends and tabs become blanks, other
   * control characters and halves of surrogate pairs U+FFFD.
   */
  public static String clean(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().map(Text::clean).forEach(out::appendCodePoint);
    return out.toString();
  }

  private static int clean(int c) {
    if (c == '\n' || c == '\r' || c == '\t' || c == 0x85 || c == 0x2028 || c == 0x2029) {
      return ' ';
    }
    boolean control = c < 0x20 || (c >= 0x7F && c < 0xA0);
    boolean surrogate = c >= 0xD800 && c <= 0xDFFF;
    boolean nothing = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
    return control || surrogate || nothing ? REPLACEMENT : c;
  }

  /** For content and for attributes in double quotes, in XML and HTML alike. */
  public static String xml(String text) {
    return xmlLines(clean(text));
  }

  /** The same for a text of several lines, each of which is {@link #clean}. */
  public static String xmlLines(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /**
   * A name for HTML ids and Mermaid nodes: ASCII letters, digits and {@code _}. Different texts
   * have different names.
   */
  public static String name(String text) {
    StringBuilder out = new StringBuilder("r_");
    text.codePoints()
        .forEach(
            c -> {
              if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')) {
                out.appendCodePoint(c);
              } else if (c == '_') {
                out.append("__");
              } else {
                out.append('_').append(Integer.toHexString(c)).append('_');
              }
            });
    return out.toString();
  }

  /**
   * The text, or as much of its beginning as fits together with {@code …}.
   *
   * @param width in hundredths of the font size
   */
  static String cut(String text, int width) {
    String clean = clean(text);
    if (width(clean) <= width) {
      return clean;
    }
    int room = width - width('…');
    int end = 0;
    while (end < clean.length()) {
      int c = clean.codePointAt(end);
      room -= width(c);
      if (room < 0) {
        break;
      }
      end += Character.charCount(c);
    }
    return clean.substring(0, end).stripTrailing() + "…";
  }

  /** In hundredths of the font size, in a common sans serif; rather too much than too little. */
  static int width(String text) {
    return text.codePoints().map(Text::width).sum();
  }

  /** The same for a font where all letters are as wide. */
  static int monoWidth(String text) {
    return text.codePoints().map(c -> c < 0x7F ? 61 : Math.max(61, width(c))).sum();
  }

  private static int width(int c) {
    if (c < 0x7F) {
      return asciiWidth((char) c);
    }
    if ((c >= 0x300 && c <= 0x36F)
        || (c >= 0x200B && c <= 0x200F)
        || (c >= 0xFE00 && c <= 0xFE0F)) {
      return 0;
    }
    boolean wide = (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xFAFF) || c >= 0xFE30;
    return wide ? 125 : 66;
  }

  private static int asciiWidth(char c) {
    if ("ijlI.,:;'|!()[]{}`ftr\\/ ".indexOf(c) >= 0) {
      return 37;
    }
    if ("mwMW@%&".indexOf(c) >= 0) {
      return 95;
    }
    return c >= 'A' && c <= 'Z' ? 70 : 61;
  }
}
