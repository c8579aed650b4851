package io.schemachain.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reader and JSON Schema agree about every document of the corpus. */
final class ConformanceTest {
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final Schema REVISION = schema("revision-1.json");
  private static final Schema MODEL = schema("model-1.json");
  private static final Schema SETTINGS = schema("settings-1.json");
  private static final Binding BINDING =
      Documents.binding(Map.of("tenant", "public"), "postgresql");
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  static Stream<Path> valid() throws IOException {
    return Corpus.documents("valid").stream();
  }

  static Stream<Path> invalid() throws IOException {
    return Corpus.documents("invalid").stream();
  }

  static Stream<Path> invalidBeyondSchema() throws IOException {
    return Corpus.documents("invalid-beyond-schema").stream();
  }

  @ParameterizedTest
  @MethodSource("valid")
  void a_valid_document_is_accepted_by_both(Path document) throws IOException {
    assertThat(readerErrors(document)).isEmpty();
    assertThat(schemaErrors(document)).contains(List.of());
  }

  @ParameterizedTest
  @MethodSource("invalid")
  void an_invalid_document_is_refused_by_both(Path document) throws IOException {
    assertThat(readerErrors(document)).contains("error: ");
    assertThat(schemaErrors(document).orElseThrow()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("invalidBeyondSchema")
  void what_a_schema_cannot_say_is_refused_by_the_reader(Path document) throws IOException {
    assertThat(readerErrors(document)).contains("error: ");
    assertThat(schemaErrors(document).orElse(List.of())).isEmpty();
  }

  private static String readerErrors(Path document) throws IOException {
    SourceText source = new SourceText(Corpus.name(document), Files.readString(document));
    Diagnostics diagnostics = new Diagnostics();
    if (Corpus.isSettings(document)) {
      SettingsReader.read(source, diagnostics);
    } else if (Corpus.isModel(document)) {
      ModelReader.read(source, BINDING, diagnostics);
    } else {
      RevisionReader.read(source, diagnostics)
          .ifPresent(revision -> revision.bind(BINDING, diagnostics));
    }
    return Documents.render(diagnostics);
  }

  /** Nothing for a document that has no tree, which other tools read differently or not at all. */
  private static Optional<List<Error>> schemaErrors(Path document) throws IOException {
    Schema schema =
        Corpus.isSettings(document) ? SETTINGS : Corpus.isModel(document) ? MODEL : REVISION;
    return YamlTree.parse(new SourceText("", Files.readString(document)), new Diagnostics())
        .map(tree -> schema.validate(json(tree)));
  }

  private static Schema schema(String name) {
    try {
      return REGISTRY.getSchema(Files.readString(Corpus.SPEC.resolve(name)), InputFormat.JSON);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As an editor reads it: by the core schema of YAML 1.2. */
  private static JsonNode json(YamlNode node) {
    if (node instanceof YamlNode.Mapping mapping) {
      ObjectNode object = JSON.objectNode();
      mapping.entries().forEach(entry -> object.set(entry.key().text(), json(entry.value())));
      return object;
    }
    if (node instanceof YamlNode.Sequence sequence) {
      ArrayNode array = JSON.arrayNode();
      sequence.items().forEach(item -> array.add(json(item)));
      return array;
    }
    YamlNode.Scalar scalar = (YamlNode.Scalar) node;
    String text = scalar.text();
    if (!scalar.plain()) {
      return JSON.stringNode(text);
    }
    if (text.matches("|~|null|Null|NULL")) {
      return JSON.nullNode();
    }
    if (text.matches("true|True|TRUE|false|False|FALSE")) {
      return JSON.booleanNode(Boolean.parseBoolean(text));
    }
    if (text.matches("[-+]?[0-9]{1,18}")) {
      return JSON.numberNode(Long.parseLong(text));
    }
    return text.matches("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?")
        ? JSON.numberNode(Math.min(Double.parseDouble(text), Double.MAX_VALUE))
        : JSON.stringNode(text);
  }
}
