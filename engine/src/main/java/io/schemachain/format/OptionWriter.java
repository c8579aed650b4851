package io.schemachain.format;

import io.schemachain.format.OptionCatalogue.Place;
import io.schemachain.format.OptionCatalogue.Word;
import io.schemachain.format.Written.Keys;
import io.schemachain.model.Options;

/** Writes options under the name of their database, in the order of the catalogue. */
final class OptionWriter {
  private OptionWriter() {}

  static Keys put(Keys keys, Options options, Place place) {
    if (options.isEmpty()) {
      return keys;
    }
    Keys entry = new Keys();
    for (Word word : OptionCatalogue.words(place, options.dialect())) {
      String value = options.get(word.name());
      switch (word.shape()) {
        case NAME, TEXT, WORD -> entry.put(word.name(), value);
        case NUMBER, FLAG, SWITCH -> {
          if (value != null) {
            entry.put(word.name(), new Written.Word(value));
          }
        }
        case PARAMETERS -> {
          Keys parameters = new Keys();
          options.within(word.name()).forEach(parameters::put);
          if (!parameters.entries().isEmpty()) {
            entry.put(word.name(), parameters);
          }
        }
      }
    }
    return keys.put(options.dialect(), entry);
  }
}
