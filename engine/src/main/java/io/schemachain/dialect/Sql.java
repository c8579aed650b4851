package io.schemachain.dialect;

import io.schemachain.model.TableName;
import java.util.ArrayList;
import java.util.List;

/**
 * Builds SQL text from a pattern with typed placeholders, so that quoting is written once per
 * dialect:
 *
 * <ul>
 *   <li>{@code $N} a name, a {@link TableName}, or a list of names
 *   <li>{@code $S} a string literal
 *   <li>{@code $L} text that is SQL already, or a number
 * </ul>
 *
 * <p>{@code $$} is one dollar sign.
 */
public final class Sql {
  private final Identifiers identifiers;
  private final Literals literals;

  Sql(Identifiers identifiers, Literals literals) {
    this.identifiers = identifiers;
    this.literals = literals;
  }

  /**
   * @throws IllegalArgumentException if pattern and arguments do not fit: a mistake in a dialect
   */
  public String format(String pattern, Object... arguments) {
    StringBuilder out = new StringBuilder(pattern.length() + 32 * arguments.length);
    int next = 0;
    int copied = 0;
    for (int at = pattern.indexOf('$'); at >= 0; at = pattern.indexOf('$', copied)) {
      out.append(pattern, copied, at);
      copied = at + 2;
      char placeholder = pattern.charAt(at + 1);
      if (placeholder == '$') {
        out.append('$');
        continue;
      }
      if (next == arguments.length) {
        throw new IllegalArgumentException("Too few arguments for: " + pattern);
      }
      out.append(render(placeholder, arguments[next++]));
    }
    out.append(pattern, copied, pattern.length());
    if (next != arguments.length) {
      throw new IllegalArgumentException("Unused arguments for: " + pattern);
    }
    return out.toString();
  }

  private String render(char placeholder, Object argument) {
    return switch (placeholder) {
      case 'N' -> name(argument);
      case 'S' -> literals.string((String) argument);
      case 'L' -> argument.toString();
      default -> throw new IllegalArgumentException("Unknown placeholder $" + placeholder);
    };
  }

  private String name(Object argument) {
    if (argument instanceof TableName table) {
      return identifiers.quote(table);
    }
    if (argument instanceof List<?> names) {
      List<String> quoted = new ArrayList<>(names.size());
      for (Object name : names) {
        quoted.add(identifiers.quote((String) name));
      }
      return String.join(", ", quoted);
    }
    return identifiers.quote((String) argument);
  }
}
