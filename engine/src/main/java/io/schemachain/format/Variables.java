package io.schemachain.format;

import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The syntax of {@code ${name}}: only that is one, and {@code $${name}} is its escape. */
final class Variables {
  private Variables() {}

  static boolean isMentioned(String text) {
    return text.contains("${");
  }

  static boolean isName(String name) {
    return !name.isEmpty()
        && !Character.isDigit(name.charAt(0))
        && name.chars().allMatch(Variables::isNamePart);
  }

  private static boolean isNamePart(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '.'
        || c == '-';
  }

  /** The text that reads back as this one: what looks like a variable is escaped. */
  static String escape(String text) {
    return replace(text, name -> "$${" + name + "}", true, (name, at) -> {});
  }

  /**
   * The text with each variable replaced.
   *
   * @param values null where there is no such variable
   * @param undeclared told the name and its offset in the text; the variable stays
   */
  static String replace(
      String text, UnaryOperator<@Nullable String> values, BiConsumer<String, Integer> undeclared) {
    return replace(text, values, false, undeclared);
  }

  private static String replace(
      String text,
      UnaryOperator<@Nullable String> values,
      boolean escapesToo,
      BiConsumer<String, Integer> undeclared) {
    if (!isMentioned(text)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 16);
    int at = 0;
    while (at < text.length()) {
      boolean escaped = !escapesToo && text.startsWith("$${", at);
      int open = escaped ? at + 1 : at;
      int close = text.startsWith("${", open) ? text.indexOf('}', open) : -1;
      String name = close < 0 ? "" : text.substring(open + 2, close);
      if (!isName(name)) {
        out.append(text.charAt(at++));
        continue;
      }
      if (escaped) {
        out.append(text, open, close + 1);
      } else {
        String value = values.apply(name);
        if (value == null) {
          undeclared.accept(name, at);
          out.append(text, open, close + 1);
        } else {
          out.append(value);
        }
      }
      at = close + 1;
    }
    return out.toString();
  }
}
