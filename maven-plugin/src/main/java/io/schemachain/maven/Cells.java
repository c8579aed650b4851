package io.schemachain.maven;

/** Text in the cells of a terminal: letters of East Asia and emoji take two, accents none. */
final class Cells {
  /**
   * First and last code points that take two cells: the blocks in which Unicode's East Asian Width
   * is wide or full, and those of symbols that terminals draw as emoji. Where a block is mixed all
   * of it counts: a cell too many only cuts a line earlier, a cell too few would wrap it.
   */
  private static final int[][] WIDE = {
    {0x1100, 0x115F},
    {0x231A, 0x23FF},
    {0x2600, 0x27BF},
    {0x2B00, 0x2BFF},
    {0x2E80, 0xA4CF},
    {0xA960, 0xA97F},
    {0xAC00, 0xD7A3},
    {0xF900, 0xFAFF},
    {0xFE10, 0xFE19},
    {0xFE30, 0xFE6F},
    {0xFF01, 0xFF60},
    {0xFFE0, 0xFFE6},
    {0x16FE0, 0x1B2FF},
    {0x1F000, 0x1FAFF},
    {0x20000, 0x3FFFD},
  };

  private Cells() {}

  static int count(String text) {
    return text.codePoints().map(Cells::width).sum();
  }

  /** The text if it fits, else its beginning and {@code …}. */
  static String fit(String text, int cells) {
    if (count(text) <= cells) {
      return text;
    }
    StringBuilder beginning = new StringBuilder();
    int left = cells - 1;
    for (int c : text.codePoints().toArray()) {
      left -= width(c);
      if (left < 0) {
        break;
      }
      beginning.appendCodePoint(c);
    }
    return cells <= 0 ? "" : beginning.append('…').toString();
  }

  /** Without what a terminal would act on, and what it may draw or not (joiners of emoji). */
  static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> Character.getType(c) != Character.FORMAT)
        .forEach(c -> plain.appendCodePoint(Character.isISOControl(c) ? ' ' : c));
    return plain.toString();
  }

  private static int width(int c) {
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    for (int[] range : WIDE) {
      if (c >= range[0] && c <= range[1]) {
        return 2;
      }
    }
    return 1;
  }
}
