package io.schemachain.format;

import io.schemachain.format.OptionCatalogue.Place;
import io.schemachain.format.OptionCatalogue.Word;
import io.schemachain.format.YamlNode.Entry;
import io.schemachain.format.YamlNode.Mapping;
import io.schemachain.format.YamlNode.Scalar;
import io.schemachain.model.Options;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what stands under the names of databases. Those of all of them are looked at, so that a
 * mistake is found now and not on the day when somebody asks for that dialect.
 */
final class OptionReader {
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_]+");
  private static final Pattern PARAMETER =
      Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)?");
  private static final Pattern PARAMETER_VALUE =
      Pattern.compile("[A-Za-z_][A-Za-z0-9_]*|[-+]?[0-9]+(\\.[0-9]+)?");

  private final Reading reading;
  private final Place place;

  private OptionReader(Reading reading, Place place) {
    this.reading = reading;
    this.place = place;
  }

  /** The options for the dialect that is read for: its own entry, or that of its relative. */
  static Options read(Fields fields, Place place) {
    return new OptionReader(fields.reading(), place).read(fields);
  }

  private Options read(Fields fields) {
    fields.explain(key -> OptionCatalogue.hint(place, key));
    Map<String, Options> all = new LinkedHashMap<>();
    for (String dialect : Narrowing.DIALECTS) {
      if (OptionCatalogue.dialects(place).contains(dialect)) {
        YamlNode node = fields.node(dialect);
        if (node != null) {
          all.put(dialect, entry(node, dialect));
        }
      } else if (fields.has(dialect)) {
        noOptions(fields, dialect);
      }
    }
    Narrowing narrowing = reading.narrowing();
    for (String key : narrowing.keys()) {
      Options options = all.get(key);
      if (options != null) {
        return own(options, narrowing.dialect());
      }
    }
    return Options.none();
  }

  private void noOptions(Fields fields, String dialect) {
    YamlNode node = fields.node(dialect);
    reading.error(
        node == null ? fields.source() : node,
        "There are no options of " + place.words + " for " + dialect + ".",
        "There are some for " + String.join(", ", OptionCatalogue.dialects(place)) + ".");
  }

  /** Those of a relative are its own unless it has no such words, which its renderer refuses. */
  private Options own(Options options, String dialect) {
    return OptionCatalogue.hasAll(place, dialect, options.words().keySet())
        ? Options.of(dialect, options.words())
        : options;
  }

  private Options entry(YamlNode node, String dialect) {
    Fields fields = Fields.of(reading, node, "the entry for " + dialect);
    if (fields == null) {
      return Options.none();
    }
    Map<String, String> words = new LinkedHashMap<>();
    for (Word word : OptionCatalogue.words(place, dialect)) {
      YamlNode value = fields.node(word.name());
      if (value != null) {
        read(fields, word, value, words);
      }
    }
    fields.finish();
    return Options.of(dialect, words);
  }

  private void read(Fields fields, Word word, YamlNode value, Map<String, String> words) {
    String key = word.name();
    switch (word.shape()) {
      case NAME -> put(words, key, fields.name(key));
      case TEXT -> put(words, key, fields.text(key));
      case WORD -> put(words, key, word(fields, word, value));
      case NUMBER -> put(words, key, number(fields, word, value));
      case FLAG -> put(words, key, Boolean.TRUE.equals(fields.flag(key)) ? "true" : null);
      case SWITCH -> {
        Boolean flag = fields.flag(key);
        put(words, key, flag == null ? null : flag.toString());
      }
      case PARAMETERS -> parameters(key, value, words);
    }
  }

  private static void put(Map<String, String> words, String key, @Nullable String value) {
    if (value != null) {
      words.put(key, value);
    }
  }

  private @Nullable String word(Fields fields, Word word, YamlNode value) {
    if (!(value instanceof Scalar scalar) || scalar.isNull()) {
      fields.wrongType(value, word.name(), "a word");
      return null;
    }
    String text = scalar.text();
    if (!word.values().isEmpty() && !word.values().contains(text)) {
      String closest = Suggestions.closest(text, word.values());
      reading.error(
          value,
          "There is no " + word.name() + " '" + text + "'.",
          closest == null
              ? "It is one of " + String.join(", ", word.values()) + "."
              : "Did you mean " + closest + "?");
      return null;
    }
    if (!WORD.matcher(text).matches()) {
      reading.error(
          value, "'" + word.name() + "' is a word of letters, digits and underscores.", null);
      return null;
    }
    return text;
  }

  private @Nullable String number(Fields fields, Word word, YamlNode value) {
    Long number = fields.integer(word.name());
    if (number == null) {
      return null;
    }
    if (number < word.least() || number > word.most()) {
      reading.error(
          value,
          "'" + word.name() + "' is a number from " + word.least() + " to " + word.most() + ".",
          null);
      return null;
    }
    return number.toString();
  }

  private void parameters(String key, YamlNode value, Map<String, String> words) {
    if (!(value instanceof Mapping mapping)) {
      reading.error(
          value,
          "'" + key + "' is a map of parameters, not " + value.words() + ".",
          "Write for example " + key + ": {fillfactor: 70}.");
      return;
    }
    for (Entry entry : mapping.entries()) {
      String name = entry.key().text();
      if (!PARAMETER.matcher(name).matches()) {
        reading.error(entry.key(), "'" + name + "' is not the name of a parameter.", null);
      } else if (entry.value() instanceof Scalar scalar
          && PARAMETER_VALUE.matcher(scalar.text()).matches()) {
        words.put(key + "." + name, scalar.text());
      } else {
        reading.error(entry.value(), "The parameter '" + name + "' is a word or a number.", null);
      }
    }
  }
}
