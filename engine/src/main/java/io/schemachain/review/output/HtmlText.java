package io.schemachain.review.output;

import io.schemachain.review.LockLine;

/** Words and names in the page, each kept apart from what stands around it. */
final class HtmlText {
  private HtmlText() {}

  /** Writing from right to left turns nothing around it. */
  static String text(String text) {
    return text.isEmpty() ? "" : "<bdi>" + CodeHtml.words(text) + "</bdi>";
  }

  /** Words with code between backticks. */
  static String prose(String text) {
    String[] parts = text.split("`", -1);
    if (parts.length % 2 == 0) {
      return text(text);
    }
    StringBuilder html = new StringBuilder();
    for (int i = 0; i < parts.length; i++) {
      html.append(i % 2 == 0 ? text(parts[i]) : code(parts[i]));
    }
    return html.toString();
  }

  static String code(String text) {
    return text.isEmpty() ? "" : "<code>" + text(text) + "</code>";
  }

  /** The table, where it is known which, and the words. */
  static String work(LockLine line, String words) {
    return (line.table() == null ? "" : code(line.table()) + ": ") + text(words);
  }

  /** In a frame; the words are HTML. */
  static String tag(String style, String words) {
    return "<span class=\"tag " + style + "\">" + words + "</span>";
  }
}
