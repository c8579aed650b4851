package io.schemachain.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.format.OptionCatalogue.Place;
import io.schemachain.format.OptionCatalogue.Word;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The options that the reader knows are those of the JSON Schema, the page and the cases. */
final class OptionCatalogueTest {
  private static final JsonNode DEFINITIONS = definitions();

  private static JsonNode definitions() {
    try {
      return new JsonMapper()
          .readTree(Files.readString(Corpus.SPEC.resolve("revision-1.json")))
          .get("$defs");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static Stream<Arguments> places() {
    return Stream.of(Place.values())
        .flatMap(
            place ->
                OptionCatalogue.dialects(place).stream()
                    .map(dialect -> Arguments.of(place, dialect)));
  }

  private static String definition(Place place, String dialect) {
    String name = place.name().toLowerCase(Locale.ROOT);
    return dialect + Character.toUpperCase(name.charAt(0)) + name.substring(1) + "Options";
  }

  @ParameterizedTest
  @MethodSource("places")
  void the_schema_has_the_same_words(Place place, String dialect) {
    JsonNode definition = DEFINITIONS.get(definition(place, dialect));
    List<Word> words = OptionCatalogue.words(place, dialect);
    assertThat(definition.get("properties").propertyNames())
        .containsExactlyElementsOf(words.stream().map(Word::name).toList());
    assertThat(definition.get("additionalProperties").booleanValue()).isFalse();
    for (Word word : words) {
      JsonNode property = definition.get("properties").get(word.name());
      assertThat(property.get("description").stringValue()).endsWith(".");
      assertThat(shape(property)).as(word.name()).isEqualTo(shape(word));
    }
  }

  @ParameterizedTest
  @MethodSource("places")
  void the_schema_offers_them_where_they_stand(Place place, String dialect) {
    List<String> owners =
        switch (place) {
          case TABLE -> List.of("create_table");
          case INDEX -> List.of("create_index", "index");
          case KEY ->
              List.of(
                  "create_primary_key",
                  "create_unique_constraint",
                  "primaryKey",
                  "uniqueConstraint");
        };
    for (String owner : owners) {
      JsonNode property = DEFINITIONS.get(owner).get("properties").get(dialect);
      assertThat(property.get("$ref").stringValue())
          .isEqualTo("#/$defs/" + definition(place, dialect));
    }
  }

  /** Each shape as the words of the schema say it. */
  private static String shape(Word word) {
    return switch (word.shape()) {
      case NAME -> "#/$defs/name";
      case TEXT -> "#/$defs/text";
      case WORD -> word.values().isEmpty() ? "word" : word.values().toString();
      case NUMBER -> word.least() + " to " + word.most();
      case FLAG, SWITCH -> "boolean";
      case PARAMETERS -> "object";
    };
  }

  private static String shape(JsonNode property) {
    if (property.has("$ref")) {
      return property.get("$ref").stringValue();
    }
    if (property.has("enum")) {
      return property.get("enum").valueStream().map(JsonNode::stringValue).toList().toString();
    }
    if (property.has("minimum")) {
      return property.get("minimum").longValue() + " to " + property.get("maximum").longValue();
    }
    return property.has("pattern") ? "word" : property.get("type").stringValue();
  }

  @ParameterizedTest
  @MethodSource("places")
  void the_page_tells_every_word(Place place, String dialect) throws IOException {
    String page = Files.readString(Corpus.SPEC.resolve("docs/options.md"));
    String section = page.substring(page.indexOf("## Of " + place.words));
    int end = section.indexOf("\n## ", 1);
    String row =
        (end < 0 ? section : section.substring(0, end))
            .lines()
            .filter(line -> line.startsWith("| `" + dialect + "` |"))
            .reduce("", (a, b) -> a + b);
    for (Word word : OptionCatalogue.words(place, dialect)) {
      assertThat(row).as("the row of %s", dialect).contains("`" + word.name() + "`");
    }
  }

  @ParameterizedTest
  @MethodSource("places")
  void every_word_stands_in_a_case(Place place, String dialect) throws IOException {
    StringBuilder cases = new StringBuilder();
    try (Stream<Path> files = Files.walk(Path.of("src/test/resources/golden/operations"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = Files.readString(file);
        cases.append(text, 0, text.indexOf("\nexpect:"));
      }
    }
    for (Word word : OptionCatalogue.words(place, dialect)) {
      Pattern written = Pattern.compile("\\b" + dialect + ": \\{[^\\n]*\\b" + word.name() + ": ");
      assertThat(written.matcher(cases).find())
          .as("%s of %s on %s", word.name(), place.words, dialect)
          .isTrue();
    }
  }
}
