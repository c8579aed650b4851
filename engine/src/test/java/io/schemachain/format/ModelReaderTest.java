package io.schemachain.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.Located;
import io.schemachain.diagnostic.SourceText;
import io.schemachain.format.ModelReader.ModelFile;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.TableName;
import io.schemachain.operation.CreateForeignKey;
import io.schemachain.operation.CreateTable;
import io.schemachain.operation.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a file of the model says; what is said about broken ones is in the error texts. */
final class ModelReaderTest {
  private static ModelFile read(String yaml, Binding binding) {
    Diagnostics diagnostics = new Diagnostics();
    Optional<ModelFile> model =
        ModelReader.read(new SourceText("m.yaml", "format: 1\n" + yaml), binding, diagnostics);
    diagnostics.throwIfErrors();
    return model.orElseThrow();
  }

  private static ModelFile read(String yaml) {
    return read(yaml, Documents.binding("postgresql"));
  }

  private static List<Operation> values(ModelFile model) {
    return model.operations().stream().map(Located::value).toList();
  }

  private static List<Operation> revision(String operations, Binding binding) {
    return Documents.revision(Documents.upgrade(operations), binding).upgrade().stream()
        .map(Located::value)
        .toList();
  }

  @Test
  void each_section_reads_as_its_operation_does() {
    String model =
        """
        schemas: [{name: app}]
        extensions: [{name: citext, schema: app}]
        types: [{name: mood, values: [sad, happy]}]
        sequences: [{name: order_no, start: 100, cache: 10}]
        tables:
          - name: users
            columns:
              - {name: id, type: bigint, primary_key: true, identity: true}
              - {name: email, type: string(255), nullable: false, unique: true}
              - {name: boss, type: bigint, index: true}
        functions: [{name: one, sql: RETURNS integer LANGUAGE sql RETURN 1}]
        procedures: [{name: nothing, sql: LANGUAGE sql AS ''}]
        views: [{name: v, sql: SELECT id FROM users}]
        materialized_views: [{name: m, sql: SELECT id FROM users}]
        triggers: [{table: users, name: t, event: BEFORE INSERT, sql: FOR EACH ROW EXECUTE FUNCTION f()}]
        """;
    String upgrade =
        """
        - create_schema: {name: app}
        - create_extension: {name: citext, schema: app}
        - create_type: {name: mood, values: [sad, happy]}
        - create_sequence: {name: order_no, start: 100, cache: 10}
        - create_table:
            name: users
            columns:
              - {name: id, type: bigint, primary_key: true, identity: true}
              - {name: email, type: string(255), nullable: false, unique: true}
              - {name: boss, type: bigint, index: true}
        - create_function: {name: one, sql: RETURNS integer LANGUAGE sql RETURN 1}
        - create_procedure: {name: nothing, sql: LANGUAGE sql AS ''}
        - create_view: {name: v, sql: SELECT id FROM users}
        - create_materialized_view: {name: m, sql: SELECT id FROM users}
        - create_trigger: {table: users, name: t, event: BEFORE INSERT, sql: FOR EACH ROW EXECUTE FUNCTION f()}
        """;
    Binding binding = Documents.binding("postgresql");
    assertThat(values(read(model, binding))).isEqualTo(revision(upgrade, binding));
  }

  @Test
  void a_part_is_where_it_begins() {
    ModelFile model =
        read(
            """
            tables:
              - name: users
                columns: [{name: id, type: bigint}]
              - {name: tags, columns: [{name: id, type: bigint}]}
            """);
    assertThat(model.operations())
        .extracting(one -> one.location().toString())
        .containsExactly("m.yaml:3:5", "m.yaml:5:5");
  }

  @Test
  void a_foreign_key_is_where_it_stands_in_its_table() {
    ModelFile model =
        read(
            """
            tables:
              - name: posts
                columns:
                  - {name: a, type: bigint, references: users}
                  - {name: b, type: bigint}
                foreign_keys:
                  - {columns: [b], references: tags, name: fk_tags}
            """);
    assertThat(model.operations())
        .extracting(one -> one.value().getClass().getSimpleName() + " " + one.location())
        .containsExactly(
            "CreateTable m.yaml:3:5",
            "CreateForeignKey m.yaml:5:45",
            "CreateForeignKey m.yaml:8:9");
    assertThat(((CreateForeignKey) model.operations().get(1).value()).foreignKey().name())
        .isEqualTo("fk_posts_a_users");
    assertThat(((CreateForeignKey) model.operations().get(2).value()).foreignKey().name())
        .isEqualTo("fk_tags");
  }

  @Test
  void a_file_tells_the_kinds_that_it_says_all_about() {
    assertThat(read("").kinds()).isEmpty();
    assertThat(read("tables: []\n").kinds()).isEmpty();
    assertThat(read("views: []\ntypes: [{name: mood, values: [sad]}]\n").kinds())
        .containsExactlyInAnyOrder(ObjectKind.VIEW, ObjectKind.TYPE);
  }

  @Test
  void former_names_are_told_apart_from_none_and_from_silence() {
    ModelFile model =
        read(
            """
            tables:
              - name: users
                renamed_from: people
                columns:
                  - {name: id, type: bigint}
                  - {name: email, type: text, renamed_from: mail}
                  - {name: phone, type: text, renamed_from: null}
              - {name: log, schema: audit, renamed_from: ~, columns: [{name: id, type: bigint}]}
              - {name: tags, columns: [{name: id, type: bigint}]}
            """);
    assertThat(model.renamedTables())
        .isEqualTo(
            Map.of(
                TableName.of("users"),
                Optional.of("people"),
                new TableName("audit", "log"),
                Optional.empty()));
    assertThat(model.renamedColumns())
        .isEqualTo(
            Map.of(
                TableName.of("users"),
                Map.of("email", Optional.of("mail"), "phone", Optional.empty())));
  }

  @Test
  void variables_are_replaced_in_names_old_and_new() {
    ModelFile model =
        read(
            """
            tables:
              - name: ${p}_users
                renamed_from: ${p}_people
                columns: [{name: '${p}_id', type: bigint, renamed_from: '${p}_key'}]
            """,
            Documents.binding(Map.of("p", "app"), "h2"));
    assertThat(model.renamedTables())
        .containsEntry(TableName.of("app_users"), Optional.of("app_people"));
    assertThat(model.renamedColumns())
        .containsEntry(TableName.of("app_users"), Map.of("app_id", Optional.of("app_key")));
  }

  @Test
  void a_model_may_differ_by_dialect() {
    String yaml =
        """
        tables:
          - name: users
            renamed_from: people
            dialects: [postgresql, h2]
            columns: [{name: data, type: {postgresql: json, default: text}}]
        views:
          - {name: v, sql: SELECT 1, except_dialects: [h2]}
        """;
    assertThat(values(read(yaml, Documents.binding("postgresql")))).hasSize(2);
    List<Operation> onH2 = values(read(yaml, Documents.binding("h2")));
    assertThat(onH2).hasSize(1);
    assertThat(((CreateTable) onH2.get(0)).table().columns().get(0).type()).hasToString("text");
    ModelFile onMysql = read(yaml, Documents.binding("mysql"));
    assertThat(values(onMysql)).hasSize(1);
    assertThat(onMysql.renamedTables()).isEmpty();
  }

  @Test
  void the_examples_of_the_page_are_valid() throws IOException {
    String[] blocks = Files.readString(Corpus.SPEC.resolve("docs/model.md")).split("```yaml\n", -1);
    assertThat(blocks).hasSizeGreaterThan(3);
    for (String block : List.of(blocks).subList(1, blocks.length)) {
      String yaml = block.substring(0, block.indexOf("```"));
      Diagnostics diagnostics = new Diagnostics();
      SourceText source = new SourceText("x.yaml", yaml);
      if (yaml.startsWith("# schema.yaml")) {
        SettingsReader.read(source, diagnostics);
      } else {
        ModelReader.read(source, Documents.binding("postgresql"), diagnostics);
      }
      assertThat(Documents.render(diagnostics)).as(yaml).isEmpty();
    }
  }
}
