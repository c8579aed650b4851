package io.schemachain.format;

import io.schemachain.format.Written.Items;
import io.schemachain.format.Written.Keys;
import io.schemachain.format.Written.Noted;
import io.schemachain.format.Written.Text;
import io.schemachain.format.Written.Word;
import java.util.List;
import java.util.Map;

/**
 * Prints YAML for people: blocks, and what is small and fits into the line in braces. A text is
 * quoted exactly when it would be read as something else.
 */
final class YamlPrinter {
  private static final int WIDTH = 100;
  private static final String INDICATORS = "-?:,[]{}#&*!|>'\"%@`=";

  private final StringBuilder out = new StringBuilder();

  /** The entries of a map, each from the start of a line. */
  String print(Keys keys) {
    block(keys, 0);
    return out.toString();
  }

  private void block(Keys keys, int indent) {
    boolean first = true;
    for (Map.Entry<String, Written> entry : keys.entries().entrySet()) {
      if (!first) {
        indent(indent);
      }
      first = false;
      String key = scalar(entry.getKey(), true) + ":";
      out.append(key);
      value(entry.getValue(), indent, key.length());
    }
  }

  /** The value of a key that was just written; ends the line. */
  private void value(Written value, int indent, int used) {
    if (value instanceof Text text) {
      out.append(' ');
      text(text.text(), indent);
    } else if (value instanceof Keys keys && !isSmall(keys, WIDTH - indent - used - 1)) {
      out.append('\n');
      indent(indent + 2);
      block(keys, indent + 2);
    } else if (value instanceof Items items && !isFlow(items, WIDTH - indent - used - 1)) {
      out.append('\n');
      for (Written item : items.items()) {
        indent(indent + 2);
        if (item instanceof Noted noted) {
          for (String note : noted.notes()) {
            out.append("# ").append(note).append('\n');
            indent(indent + 2);
          }
          out.append("- ");
          item(noted.item(), indent + 4);
        } else {
          out.append("- ");
          item(item, indent + 4);
        }
      }
    } else {
      out.append(' ').append(flow(value)).append('\n');
    }
  }

  private void item(Written item, int indent) {
    if (item instanceof Keys keys
        && !keys.entries().isEmpty()
        && (isWord(keys) || !isSmall(keys, WIDTH - indent))) {
      block(keys, indent);
    } else if (item instanceof Text text) {
      text(text.text(), indent - 2);
    } else {
      out.append(flow(item)).append('\n');
    }
  }

  /** A word with parameters, which reads better without braces around both. */
  private static boolean isWord(Keys keys) {
    return keys.entries().size() == 1 && keys.entries().values().iterator().next() instanceof Keys;
  }

  /** A map of plain things: names, words, short lists, or one more such map. */
  private static boolean isSmall(Keys keys, int width) {
    return keys.entries().values().stream().noneMatch(YamlPrinter::isLarge)
        && flow(keys).length() <= width;
  }

  private static boolean isLarge(Written written) {
    if (written instanceof Text text) {
      return text.text().indexOf('\n') >= 0;
    }
    if (written instanceof Items items) {
      return items.items().stream().anyMatch(YamlPrinter::isBlockItem);
    }
    return written instanceof Keys keys
        && keys.entries().values().stream().anyMatch(v -> v instanceof Keys || isLarge(v));
  }

  private static boolean isBlockItem(Written item) {
    return item instanceof Keys || item instanceof Noted || isLarge(item);
  }

  private static boolean isFlow(Items items, int width) {
    return items.items().stream().noneMatch(YamlPrinter::isBlockItem)
        && flow(items).length() <= width;
  }

  private static String flow(Written written) {
    if (written instanceof Text text) {
      return scalar(text.text(), true);
    }
    if (written instanceof Word word) {
      return word.text();
    }
    if (written instanceof Items items) {
      return "[" + String.join(", ", items.items().stream().map(YamlPrinter::flow).toList()) + "]";
    }
    if (written instanceof Keys keys) {
      List<String> entries =
          keys.entries().entrySet().stream()
              .map(e -> scalar(e.getKey(), true) + ": " + flow(e.getValue()))
              .toList();
      return "{" + String.join(", ", entries) + "}";
    }
    return "null";
  }

  /** A text in a line of its own or as a block of lines; ends the line. */
  private void text(String text, int indent) {
    if (text.indexOf('\n') < 0 || !isBlockable(text)) {
      out.append(scalar(text, false)).append('\n');
      return;
    }
    String body = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    out.append(text.endsWith("\n") ? "|" : "|-").append('\n');
    for (String line : body.split("\n", -1)) {
      if (!line.isEmpty()) {
        indent(indent + 2);
      }
      out.append(line).append('\n');
    }
  }

  /** Blocks that need indicators for their indentation or their end are quoted instead. */
  private static boolean isBlockable(String text) {
    return !text.endsWith("\n\n")
        && text.length() > 1
        && !text.startsWith(" ")
        && !text.startsWith("\n")
        && !text.startsWith("\t")
        && text.lines().noneMatch(line -> !line.isEmpty() && line.isBlank())
        && text.chars().allMatch(c -> c == '\n' || isPrintable((char) c));
  }

  private static String scalar(String text, boolean inFlow) {
    if (text.isEmpty()) {
      return "''";
    }
    if (!text.chars().allMatch(c -> isPrintable((char) c))) {
      return doubleQuoted(text);
    }
    if (isPlain(text, inFlow)) {
      return text;
    }
    // SQL is full of single quotation marks, which would all be doubled.
    return text.indexOf('\'') >= 0 && text.indexOf('"') < 0 && text.indexOf('\\') < 0
        ? '"' + text + '"'
        : "'" + text.replace("'", "''") + "'";
  }

  private static boolean isPlain(String text, boolean inFlow) {
    char first = text.charAt(0);
    char last = text.charAt(text.length() - 1);
    boolean dashed =
        (first == '-' || first == '?') && text.length() > 1 && isSafeAfterDash(text.charAt(1));
    return (INDICATORS.indexOf(first) < 0 || dashed)
        && !text.equals("null")
        && !text.equals("Null")
        && !text.equals("NULL")
        && !text.equals("~")
        && !text.startsWith("---")
        && !text.startsWith("...")
        && !text.contains(": ")
        && !text.contains(" #")
        && first != ' '
        && last != ' '
        && last != ':'
        && (!inFlow
            || text.chars().noneMatch(c -> ",[]{}\"':".indexOf(c) >= 0)
            || isPlainPath(text));
  }

  private static boolean isSafeAfterDash(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /** {@code 12:10:00} and {@code 2026-11-20T12:10:00Z} are read well everywhere. */
  private static boolean isPlainPath(String text) {
    return text.chars().allMatch(c -> (c >= '0' && c <= '9') || "-:.TZ+".indexOf(c) >= 0);
  }

  private static boolean isPrintable(char c) {
    return (c >= ' ' && c < 0x7F)
        || (c >= 0xA0 && c != '\u2028' && c != '\u2029' && c != '\uFEFF' && c < '\uFFFE');
  }

  private static String doubleQuoted(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 8).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> quoted.append('\\').append(c);
        case '\n' -> quoted.append("\\n");
        case '\t' -> quoted.append("\\t");
        case '\r' -> quoted.append("\\r");
        default -> {
          if (isPrintable(c)) {
            quoted.append(c);
          } else {
            quoted.append(String.format("\\u%04X", (int) c));
          }
        }
      }
    }
    return quoted.append('"').toString();
  }

  private void indent(int columns) {
    out.append(" ".repeat(columns));
  }
}
