package io.schemachain.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON Schema of model files has a copy of what it shares with that of revisions: an editor
 * that looks for the other file by its `$id` would find none. Here the copies are held equal.
 */
final class ModelSchemaTest {
  private static final String DEFINITION = "#/$defs/";
  private static final ObjectNode MODEL = read("model-1.json");
  private static final ObjectNode OF_REVISIONS = definitions(read("revision-1.json"));

  private static ObjectNode read(String name) {
    try {
      return (ObjectNode) new JsonMapper().readTree(Files.readString(Corpus.SPEC.resolve(name)));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ObjectNode definitions(JsonNode schema) {
    return (ObjectNode) schema.get("$defs");
  }

  private static String definitionOf(String section) {
    return MODEL
        .get("properties")
        .get(section)
        .get("items")
        .get("$ref")
        .stringValue()
        .substring(DEFINITION.length());
  }

  @Test
  void the_sections_are_those_of_the_reader() {
    List<String> keys = new ArrayList<>(ModelReader.sections().keySet());
    keys.add(0, "format");
    assertThat(MODEL.get("properties").propertyNames()).containsExactlyElementsOf(keys);
  }

  @Test
  void a_part_has_the_parameters_of_what_creates_it() {
    ModelReader.sections()
        .forEach(
            (section, operation) -> {
              ObjectNode expected = (ObjectNode) OF_REVISIONS.get(operation).deepCopy();
              ObjectNode properties = (ObjectNode) expected.get("properties");
              properties.remove(List.of("if_not_exists", "replace", "strategy", "suppress"));
              ObjectNode part =
                  (ObjectNode) definitions(MODEL).get(definitionOf(section)).deepCopy();
              if (section.equals("tables")) {
                ((ObjectNode) part.get("properties")).remove("renamed_from");
                ((ObjectNode) properties.get("columns").get("items"))
                    .put("$ref", DEFINITION + "tableColumn");
              }
              assertThat(without(part, "description")).isEqualTo(without(expected, "description"));
            });
  }

  @Test
  void a_column_is_one_of_create_table_with_its_former_name() {
    ObjectNode column = (ObjectNode) definitions(MODEL).get("tableColumn").deepCopy();
    ((ObjectNode) column.get("properties")).remove("renamed_from");
    assertThat(without(column, "description"))
        .isEqualTo(without((ObjectNode) OF_REVISIONS.get("column").deepCopy(), "description"));
  }

  @Test
  void all_other_definitions_are_those_of_revisions_and_each_is_used() {
    Map<String, JsonNode> own = new LinkedHashMap<>();
    ModelReader.sections()
        .keySet()
        .forEach(section -> own.put(definitionOf(section), definitions(MODEL)));
    own.put("tableColumn", definitions(MODEL));
    TreeSet<String> used = new TreeSet<>();
    addReferences(MODEL.get("properties"), used);
    definitions(MODEL)
        .properties()
        .forEach(
            definition -> {
              addReferences(definition.getValue(), used);
              if (!own.containsKey(definition.getKey())) {
                assertThat(definition.getValue())
                    .as(definition.getKey())
                    .isEqualTo(OF_REVISIONS.get(definition.getKey()));
              }
            });
    assertThat(used).containsExactlyInAnyOrderElementsOf(definitions(MODEL).propertyNames());
  }

  /** Editors show it. */
  @ParameterizedTest
  @ValueSource(strings = {"model-1.json", "settings-1.json", "revision-1.json"})
  void every_property_is_described(String schema) {
    requireDescribed(read(schema), schema);
  }

  private static void requireDescribed(JsonNode node, String path) {
    if (node.isObject()) {
      boolean condition = path.matches(".*/(not|if|then|allOf|oneOf)(/.*)?");
      if (node.has("properties") && !condition) {
        node.get("properties")
            .properties()
            .forEach(
                property ->
                    assertThat(described(property.getValue()))
                        .as(path + "/" + property.getKey())
                        .isTrue());
      }
      node.properties()
          .forEach(
              one -> {
                if (one.getKey().equals("properties") && one.getValue().isObject()) {
                  // Its keys are names, of which one may be a word of JSON Schema.
                  one.getValue()
                      .properties()
                      .forEach(of -> requireDescribed(of.getValue(), path + "/" + of.getKey()));
                } else {
                  requireDescribed(one.getValue(), path + "/" + one.getKey());
                }
              });
    } else if (node.isArray()) {
      node.forEach(one -> requireDescribed(one, path));
    }
  }

  private static boolean described(JsonNode property) {
    return property.has("description") || property.has("$ref");
  }

  private static void addReferences(JsonNode node, Set<String> references) {
    if (node.isObject()) {
      if (node.has("$ref")) {
        references.add(node.get("$ref").stringValue().substring(DEFINITION.length()));
      }
      node.properties().forEach(one -> addReferences(one.getValue(), references));
    } else if (node.isArray()) {
      node.forEach(one -> addReferences(one, references));
    }
  }

  private static ObjectNode without(ObjectNode node, String key) {
    node.remove(key);
    return node;
  }
}
