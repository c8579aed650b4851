package io.schemachain.format;

import io.schemachain.format.YamlNode.Entry;
import io.schemachain.format.YamlNode.Mapping;
import io.schemachain.format.YamlNode.Scalar;
import io.schemachain.format.YamlNode.Sequence;
import io.schemachain.model.Names;
import io.schemachain.model.TableName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A map with known keys, being read. Asking for a key makes it known; {@link #finish} refuses the
 * others, so a reader asks for all its keys, whatever is wrong with some. What cannot be understood
 * is reported and comes back as if it were absent.
 */
final class Fields {
  private final Reading reading;
  private final Mapping mapping;
  private final String what;
  private final List<String> known = new ArrayList<>();
  private Function<String, @Nullable String> explanation = key -> null;

  /**
   * @param what for messages, with its article: {@code a column}
   */
  Fields(Reading reading, Mapping mapping, String what) {
    this.reading = reading;
    this.mapping = mapping;
    this.what = what;
  }

  /** The fields of a node that has to be a map; null after an error. */
  static @Nullable Fields of(Reading reading, YamlNode node, String what) {
    return of(reading, node, what, null);
  }

  static @Nullable Fields of(Reading reading, YamlNode node, String what, @Nullable String hint) {
    if (node instanceof Mapping mapping) {
      return new Fields(reading, mapping, what);
    }
    reading.error(
        node, capital(what) + " is a map of keys and values, not " + node.words() + ".", hint);
    return null;
  }

  Reading reading() {
    return reading;
  }

  /** The same map for another reading, which knows the keys that were asked for so far. */
  Fields with(Reading other) {
    Fields fields = new Fields(other, mapping, what);
    fields.known.addAll(known);
    return fields;
  }

  /** What it is, with its article. */
  String what() {
    return what;
  }

  YamlNode source() {
    return mapping;
  }

  boolean has(String key) {
    return mapping.get(key) != null;
  }

  /** The value as it stands, or null. */
  @Nullable YamlNode node(String key) {
    known.add(key);
    return mapping.get(key);
  }

  @Nullable YamlNode required(String key) {
    YamlNode node = node(key);
    if (node == null) {
      missing(key);
    }
    return node;
  }

  void missing(String key) {
    reading.error(mapping, capital(what) + " needs '" + key + "'.", null);
  }

  /** A text that is the same on every dialect. */
  @Nullable String text(String key) {
    YamlNode node = node(key);
    return node == null ? null : textOf(node, key);
  }

  @Nullable String requiredText(String key) {
    YamlNode node = required(key);
    return node == null ? null : textOf(node, key);
  }

  private @Nullable String textOf(YamlNode node, String key) {
    Scalar scalar = scalarOf(node, key);
    return scalar == null ? null : reading.resolve(scalar);
  }

  private @Nullable Scalar scalarOf(YamlNode node, String key) {
    if (node instanceof Scalar scalar && !scalar.isNull()) {
      return scalar;
    }
    wrongType(node, key, "a text");
    return null;
  }

  void wrongType(YamlNode node, String key, String expected) {
    boolean empty = node.isNullScalar();
    reading.error(
        node,
        "'" + key + "' of " + what + " is " + expected + ", not " + node.words() + ".",
        empty ? "Give it a value, or remove the key." : null);
  }

  /** A text that may be a map by dialect; null when absent or nothing for this dialect. */
  @Nullable String textByDialect(String key) {
    YamlNode node = node(key);
    if (node == null) {
      return null;
    }
    YamlNode narrowed = reading.narrow(node, true);
    if (narrowed == null || (narrowed != node && narrowed.isNullScalar())) {
      return null;
    }
    return textOf(narrowed, key);
  }

  /** SQL, which may be a map by dialect and is never blank. */
  @Nullable String requiredSql(String key) {
    YamlNode node = required(key);
    return node == null ? null : sqlOf(node, key);
  }

  @Nullable String sqlOf(YamlNode node, String key) {
    YamlNode narrowed = reading.narrow(node, true);
    String sql = narrowed == null ? null : textOf(narrowed, key);
    if (sql != null && sql.isBlank()) {
      reading.error(node, "'" + key + "' of " + what + " is blank.", "Write the SQL.");
      return null;
    }
    return sql;
  }

  /** A name of something in a schema. */
  @Nullable String name(String key) {
    YamlNode node = node(key);
    return node == null ? null : nameOf(node, key);
  }

  @Nullable String requiredName(String key) {
    YamlNode node = required(key);
    return node == null ? null : nameOf(node, key);
  }

  private @Nullable String nameOf(YamlNode node, String key) {
    Scalar scalar = scalarOf(node, key);
    return scalar == null ? null : checkedName(scalar, key);
  }

  private @Nullable String checkedName(Scalar scalar, String key) {
    String name = reading.resolve(scalar);
    if (name.isEmpty()) {
      reading.error(scalar, "'" + key + "' of " + what + " is an empty name.", null);
      return null;
    }
    return reading.build(scalar, () -> Names.requireName(name, key));
  }

  /** The table named by a key, in the schema that {@code schema} names. */
  @Nullable TableName table(String key) {
    String schema = name("schema");
    String name = requiredName(key);
    return name == null ? null : new TableName(schema, name);
  }

  boolean flag(String key, boolean otherwise) {
    Boolean flag = flag(key);
    return flag == null ? otherwise : flag;
  }

  @Nullable Boolean flag(String key) {
    YamlNode node = node(key);
    if (node == null) {
      return null;
    }
    if (node instanceof Scalar scalar && scalar.plain()) {
      if (scalar.text().equals("true")) {
        return true;
      }
      if (scalar.text().equals("false")) {
        return false;
      }
    }
    reading.error(
        node,
        "'" + key + "' of " + what + " is true or false.",
        "Write true or false, nothing else.");
    return null;
  }

  /** One of these words, as they are written; null when absent or another. */
  @Nullable String oneOf(String key, List<String> words) {
    YamlNode node = node(key);
    if (node == null || (node instanceof Scalar scalar && words.contains(scalar.text()))) {
      return node == null ? null : ((Scalar) node).text();
    }
    String closest =
        node instanceof Scalar scalar
            ? Suggestions.closest(scalar.text().toLowerCase(Locale.ROOT).replace(' ', '_'), words)
            : null;
    reading.error(
        node,
        "'" + key + "' of " + what + " is " + String.join(" or ", words) + ".",
        closest == null ? null : "Did you mean " + closest + "?");
    return null;
  }

  @Nullable Long integer(String key) {
    YamlNode node = node(key);
    if (node == null) {
      return null;
    }
    if (node instanceof Scalar scalar && scalar.plain() && isInteger(scalar.text())) {
      return Long.valueOf(scalar.text());
    }
    reading.error(node, "'" + key + "' of " + what + " is a whole number.", null);
    return null;
  }

  /** At most 18 digits, so that every one of them is a long. */
  private static boolean isInteger(String text) {
    int start = text.startsWith("-") ? 1 : 0;
    int digits = text.length() - start;
    for (int i = start; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return digits >= 1 && digits <= 18 && (digits == 1 || text.charAt(start) != '0');
  }

  /** The items of a list; null when absent or not a list. */
  @Nullable List<YamlNode> list(String key) {
    YamlNode node = node(key);
    return node == null ? null : listOf(node, key);
  }

  @Nullable List<YamlNode> requiredList(String key) {
    YamlNode node = required(key);
    return node == null ? null : listOf(node, key);
  }

  private @Nullable List<YamlNode> listOf(YamlNode node, String key) {
    if (node instanceof Sequence sequence) {
      return sequence.items();
    }
    boolean name = node instanceof Scalar scalar && !scalar.isNull();
    reading.error(
        node,
        "'" + key + "' of " + what + " is a list, not " + node.words() + ".",
        name ? "Write " + key + ": [" + ((Scalar) node).text() + "]" : null);
    return null;
  }

  /** A list of names with at least one; null when absent or wrong. */
  @Nullable List<String> names(String key) {
    List<YamlNode> items = list(key);
    return items == null ? null : namesOf(items, key);
  }

  @Nullable List<String> requiredNames(String key) {
    List<YamlNode> items = requiredList(key);
    return items == null ? null : namesOf(items, key);
  }

  private @Nullable List<String> namesOf(List<YamlNode> items, String key) {
    List<String> names = new ArrayList<>(items.size());
    int before = reading.errors();
    for (YamlNode item : items) {
      String name =
          item instanceof Scalar scalar && !scalar.isNull() ? checkedName(scalar, key) : null;
      if (name != null) {
        if (Names.contains(names, name)) {
          reading.error(item, "'" + key + "' of " + what + " has " + name + " twice.", null);
        }
        names.add(name);
      } else if (!(item instanceof Scalar scalar) || scalar.isNull()) {
        reading.error(
            item,
            "'" + key + "' of " + what + " is a list of names; this is " + item.words() + ".",
            null);
      }
    }
    if (items.isEmpty()) {
      reading.error(
          mustHave(key), "'" + key + "' of " + what + " is an empty list.", "Name at least one.");
    }
    return reading.errors() == before ? names : null;
  }

  /** A list of texts, which may be empty; null when absent or wrong. */
  @Nullable List<Scalar> texts(String key) {
    List<YamlNode> items = list(key);
    if (items == null) {
      return null;
    }
    List<Scalar> texts = new ArrayList<>(items.size());
    for (YamlNode item : items) {
      if (item instanceof Scalar scalar && !scalar.isNull()) {
        texts.add(scalar);
      } else {
        reading.error(
            item,
            "'" + key + "' of " + what + " is a list of texts; this is " + item.words() + ".",
            null);
      }
    }
    return texts;
  }

  private YamlNode mustHave(String key) {
    YamlNode node = mapping.get(key);
    return node == null ? mapping : node;
  }

  /** What to answer to keys that belong elsewhere; null for those that are not known there. */
  void explain(Function<String, @Nullable String> answer) {
    explanation = answer;
  }

  /** Reports all keys that nobody asked for. */
  void finish() {
    for (Entry entry : mapping.entries()) {
      String key = entry.key().text();
      if (!known.contains(key)) {
        String hint = explanation.apply(key);
        reading.error(
            entry.key(),
            "Unknown key '" + key + "' in " + what + ".",
            hint == null ? ForeignWords.hint(key, new LinkedHashSet<>(known)) : hint);
      }
    }
  }

  /** For the start of a sentence; the word of an operation or a key stays as it is. */
  static String capital(String text) {
    return text.indexOf(' ') < 0 ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
