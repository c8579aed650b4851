package io.schemachain.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The canonical form is a promise: what is pinned here never changes within format 1. */
final class ChecksumTest {
  private static final String TABLE =
      """
      - create_table:
          name: users
          columns:
            - {name: id, type: bigint, primary_key: true, identity: true}
            - {name: email, type: string(255), nullable: false, unique: true}
      """;

  private static String document(String operations) {
    return Documents.revision(Documents.upgrade(operations)).document();
  }

  @Test
  void names_are_written_out_and_defaults_left_out() {
    assertThat(document(TABLE))
        .isEqualTo(
            "[{\"create_table\":{\"name\":\"users\",\"columns\":[{\"name\":\"id\",\"type\":\"bigint\","
                + "\"identity\":true},{\"name\":\"email\",\"type\":\"string(255)\",\"nullable\":false}],"
                + "\"primary_key\":{\"name\":\"pk_users\",\"columns\":[\"id\"]},\"unique_constraints\":"
                + "[{\"name\":\"uq_users_email\",\"columns\":[\"email\"]}]}}]");
  }

  @Test
  void checksums_are_pinned() throws IOException {
    assertThat(Documents.revision(Documents.HEADER + "upgrade: []").checksum())
        .isEqualTo("1:4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945");
    assertThat(Documents.revision(Documents.upgrade(TABLE)).checksum())
        .isEqualTo("1:6c7e3acf7b2dce45ee13300ee2ba6386cc8c136b54e2cea918f8b0c0f3f4bd5d");
    String full = Files.readString(Corpus.SPEC.resolve("corpus/valid/create_table_full.yaml"));
    assertThat(Documents.revision(full).checksum())
        .isEqualTo("1:411911a3dc1a34ccfafb5cdc9806ee8dbd582a69e1ce9298c9af7cc89feb8a80");
    String rows = Files.readString(Corpus.SPEC.resolve("corpus/valid/bulk_insert.yaml"));
    assertThat(Documents.revision(rows).checksum())
        .isEqualTo("1:07da7f04f4c1e5168c1e6ace9736ca80868588a267db577db5fdc7e56eb245e4");
  }

  /** The same rows, however the file writes them. */
  @Test
  void rows_of_a_file_are_in_it_by_their_sha256() {
    String csv = document("- bulk_insert: {table: countries, file: data/x.csv}");
    assertThat(csv)
        .isEqualTo(
            "[{\"bulk_insert\":{\"table\":\"countries\",\"columns\":[\"code\",\"name\"],"
                + "\"rows_sha256\":\""
                + GeneratedNames.sha256(
                    "[\"de\",\"Germany\"]\n[\"no\",null]\n".getBytes(StandardCharsets.UTF_8))
                + "\"}}]");
    for (String other :
        List.of(
            "data/x.tsv, columns: [code, name], csv: {delimiter: '|', quote: \"'\", header: false,"
                + " null_text: N/A}",
            "data/x.json, columns: [code, name]",
            "data/x.jsonl")) {
      assertThat(document("- bulk_insert: {table: countries, file: " + other + "}")).isEqualTo(csv);
    }
  }

  @Test
  void layout_comments_downgrade_graph_and_message_are_not_in_it() {
    String one = Documents.upgrade("- drop_table: {name: a}");
    String other =
        """
        # a comment
        format: 1
        revision: other
        down_revision: x
        message: Something else
        downgrade: {irreversible: because}
        upgrade:
          - drop_table:
              if_exists: false
              "name": 'a'   # the table
        """;
    assertThat(Documents.revision(other).checksum()).isEqualTo(Documents.revision(one).checksum());
  }

  @Test
  void short_forms_and_long_forms_have_the_same_checksum() {
    assertThat(document("- create_foreign_key: {table: a, columns: [b], references: c}"))
        .isEqualTo(
            document(
                "- create_foreign_key: {table: a, name: fk_a_b_c, columns: [b],"
                    + " references: {table: c, on_delete: no_action}}"));
    assertThat(document("- execute: SELECT 1")).isEqualTo(document("- execute: {sql: SELECT 1}"));
  }

  @Test
  void other_dialects_are_not_in_it() {
    String one =
        "- execute: {sql: {default: SELECT 1, oracle: SELECT 2}}\n- drop_table: {name: a, dialects: [h2]}";
    assertThat(document(one)).isEqualTo(document("- execute: SELECT 1"));
  }

  @Test
  void variables_stay_and_their_values_are_not_in_it() {
    String yaml = Documents.upgrade("- create_table_comment: {table: a, comment: '${x} $${y}'}");
    String one = Documents.revision(yaml, Documents.binding(Map.of("x", "1"), "h2")).document();
    String two = Documents.revision(yaml, Documents.binding(Map.of("x", "2"), "h2")).document();
    assertThat(one).isEqualTo(two).contains("${x} $${y}");
  }

  @Test
  void a_file_is_in_it_as_its_text_with_line_feeds() {
    assertThat(document("- execute: {file: sql/x.sql}"))
        .isEqualTo("[{\"execute\":{\"sql\":\"UPDATE users\\nSET a = 1;\\n\"}}]");
  }
}
