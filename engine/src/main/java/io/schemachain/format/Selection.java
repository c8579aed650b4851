package io.schemachain.format;

import io.schemachain.model.ObjectKind;
import io.schemachain.model.TableName;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which tables and other objects are looked at when schemas are compared: those that a rule
 * includes, or all where none includes, without those that a rule excludes.
 */
public record Selection(List<Rule> include, List<Rule> exclude) {
  public static final Selection ALL = new Selection(List.of(), List.of());

  /**
   * What a rule is about; null is whatever there is.
   *
   * @param schema of the object; {@code default} is the default one
   * @param name with {@code *} for any characters and {@code ?} for one
   */
  public record Rule(@Nullable ObjectKind kind, @Nullable String schema, @Nullable String name) {
    boolean covers(ObjectKind other, TableName object) {
      String in = object.schema() == null ? DEFAULT_SCHEMA : object.schema();
      return (kind == null || kind == other)
          && (schema == null || matches(schema, in))
          && (name == null || matches(name, object.name()));
    }

    private static boolean matches(String glob, String text) {
      StringBuilder regex = new StringBuilder();
      for (int i = 0; i < glob.length(); i++) {
        char c = glob.charAt(i);
        regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
      }
      return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
          .matcher(text)
          .matches();
    }
  }

  private static final String DEFAULT_SCHEMA = "default";

  public Selection {
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
  }

  /** Whether an object is looked at; parts of a table are where the table is. */
  public boolean has(ObjectKind kind, TableName object) {
    return (include.isEmpty() || include.stream().anyMatch(rule -> rule.covers(kind, object)))
        && exclude.stream().noneMatch(rule -> rule.covers(kind, object));
  }
}
