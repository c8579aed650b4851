package io.schemachain.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.model.TypeKind;
import io.schemachain.operation.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The same word for an operation in Java, in the reader, in the schema and in the documentation.
 */
final class OperationCatalogueTest {
  private static final Set<String> WORDS =
      Arrays.stream(Operation.class.getPermittedSubclasses())
          .map(type -> type.getSimpleName().replaceAll("(?<=.)([A-Z])", "_$1"))
          .map(word -> word.toLowerCase(Locale.ROOT))
          .collect(Collectors.toCollection(TreeSet::new));

  @Test
  void the_reader_knows_every_operation() {
    assertThat(ParameterReader.WORDS).containsExactlyInAnyOrderElementsOf(WORDS);
  }

  /** Editors show the examples on completion, and the message in place of the pattern. */
  @Test
  void the_schema_tells_editors_every_type() throws IOException {
    JsonNode portable =
        new JsonMapper()
            .readTree(Files.readString(Corpus.SPEC.resolve("revision-1.json")))
            .get("$defs")
            .get("portableType");
    List<String> examples =
        portable.get("examples").valueStream().map(JsonNode::stringValue).toList();
    assertThat(examples.stream().map(type -> type.replaceFirst("\\(.*", "")))
        .containsExactlyElementsOf(Arrays.stream(TypeKind.values()).map(TypeKind::word).toList());
    assertThat(examples)
        .allMatch(Pattern.compile(portable.get("pattern").stringValue()).asPredicate());
    assertThat(portable.get("patternErrorMessage").stringValue()).contains(examples);
  }

  @Test
  void the_schema_knows_every_operation() throws IOException {
    JsonNode definitions =
        new JsonMapper()
            .readTree(Files.readString(Corpus.SPEC.resolve("revision-1.json")))
            .get("$defs");
    assertThat(definitions.get("operation").get("properties").propertyNames())
        .containsExactlyInAnyOrderElementsOf(WORDS);
    assertThat(definitions.propertyNames()).containsAll(WORDS);
  }

  @Test
  void every_operation_has_its_page_and_no_page_is_left_over() throws IOException {
    assertThat(Corpus.list(Corpus.SPEC.resolve("docs/operations"), ".md"))
        .extracting(Corpus::name)
        .containsExactlyInAnyOrderElementsOf(WORDS);
  }

  @Test
  void every_operation_has_golden_cases() throws IOException {
    assertThat(Corpus.list(Path.of("src/test/resources/golden/operations"), ""))
        .extracting(Corpus::name)
        .containsExactlyInAnyOrderElementsOf(WORDS);
  }

  @Test
  void every_operation_of_the_corpus_has_a_valid_document() throws IOException {
    StringBuilder corpus = new StringBuilder();
    for (Path document : Corpus.documents("valid")) {
      corpus.append(Files.readString(document));
    }
    assertThat(WORDS).allSatisfy(word -> assertThat(corpus).contains(word + ":"));
  }

  @Test
  void the_examples_of_the_pages_are_valid() throws IOException {
    for (Path page : Corpus.list(Corpus.SPEC.resolve("docs/operations"), ".md")) {
      String text = Files.readString(page);
      assertThat(text).as(page.toString()).contains("```yaml\n");
      for (String block : text.split("```yaml\n", -1)) {
        if (!text.startsWith(block)) {
          String yaml = block.substring(0, block.indexOf("```"));
          assertThat(Documents.errors(Documents.upgrade(yaml))).as(yaml).isEqualTo("no errors");
          assertThat(yaml).contains(Corpus.name(page) + ":");
        }
      }
    }
  }
}
