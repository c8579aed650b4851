package io.schemachain.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.diagnostic.Located;
import io.schemachain.model.DefaultValue;
import io.schemachain.model.TableName;
import io.schemachain.model.Value;
import io.schemachain.operation.AlterColumn;
import io.schemachain.operation.BulkInsert;
import io.schemachain.operation.Change;
import io.schemachain.operation.CreateTableComment;
import io.schemachain.operation.Execute;
import io.schemachain.operation.Operation;
import io.schemachain.operation.Row;
import io.schemachain.revision.Downgrade;
import io.schemachain.revision.Revision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the writer writes reads back equal. */
final class RoundTripTest {
  private static final Binding BINDING =
      Documents.binding(Map.of("tenant", "public"), "postgresql");
  private static final String ALPHABET =
      "abcXYZ019 \t\n\r'\"\\:#-?,[]{}&*!|>%@`~=<$.\u00e9\u00a0\u2028\uFEFF\u0007\uD83D\uDE00";

  static Stream<Path> revisions() throws IOException {
    return Corpus.documents("valid").stream().filter(Corpus::isRevision);
  }

  @ParameterizedTest
  @MethodSource("revisions")
  void a_revision_of_the_corpus_reads_back_equal(Path document) throws IOException {
    Revision revision = Documents.revision(Files.readString(document), BINDING);
    String written =
        RevisionWriter.write(
            revision.header(), values(revision.upgrade()), revision.downgrade(), 1);
    Revision again = Documents.revision(written, BINDING);
    assertThat(values(again.upgrade())).isEqualTo(values(revision.upgrade()));
    // A variable is written as its value, and so is not in the canonical form any more.
    if (!revision.document().contains("${")) {
      assertThat(again.document()).isEqualTo(revision.document());
    }
    assertThat(again.header())
        .usingRecursiveComparison()
        .ignoringFields("location", "parentLocations", "labelLocations")
        .ignoringFieldsMatchingRegexes("suppressions.*location")
        .isEqualTo(revision.header());
    assertThat(RevisionWriter.write(again.header(), values(again.upgrade()), again.downgrade(), 1))
        .isEqualTo(written);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "~",
        "NULL",
        "Null",
        "true",
        "no",
        "007",
        "1e10",
        "1.10",
        "2026-11-20",
        "12:10:00",
        "- a",
        "-",
        "--",
        "---",
        "...",
        "? a",
        "?",
        ": a",
        "a: b",
        "a :b",
        "a:",
        "a #b",
        "#a",
        "a, b",
        "{a}",
        "[a",
        "'a'",
        "\"a\"",
        "a'b",
        "%a",
        "@a",
        "`a`",
        "&a",
        "*a",
        "!a",
        "|",
        ">",
        "=",
        "<<",
        " a",
        "a ",
        " ",
        "",
        "\t",
        "a\tb",
        "a\n",
        "a\nb",
        "a\nb\n",
        "a\nb\n\n",
        "\na",
        " a\nb",
        "a\n  b\n",
        "a\r\nb",
        "a\n \nb",
        "\u0001",
        "\u2028",
        "\uFEFF",
        "é",
        "\uD83D\uDE00",
        "$",
        "$x",
        "${tenant}",
        "$${tenant}",
        "$$${x}${y}",
        "${}",
        "${a b}",
        "#!x\n# y",
        "a\nb: c\n- d"
      })
  void any_text_reads_back_as_it_was(String text) {
    assertReadsBack(text);
  }

  @Test
  void random_texts_read_back_as_they_were() {
    Random random = new Random(7);
    for (int i = 0; i < 1_500; i++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(12);
      while (text.length() < length) {
        int at = random.nextInt(ALPHABET.length() - 1);
        text.append(at >= ALPHABET.length() - 2 ? "\uD83D\uDE00" : ALPHABET.substring(at, at + 1));
      }
      assertReadsBack(text.toString());
    }
  }

  private static void assertReadsBack(String text) {
    TableName table = TableName.of("t");
    List<Operation> operations = new ArrayList<>();
    operations.add(new CreateTableComment(table, text));
    operations.add(
        new AlterColumn(
            table,
            "c",
            null,
            null,
            null,
            Change.to(new DefaultValue.Constant(text)),
            Change.none()));
    operations.add(
        new BulkInsert(
            table,
            List.of(new Row(List.of("a", "b"), List.of(Value.text(text), new Value.Null())))));
    if (!text.isBlank()) {
      operations.add(new Execute(text, null, null));
    }
    Revision empty = Documents.revision(Documents.HEADER + "upgrade: []");
    String written = RevisionWriter.write(empty.header(), operations, new Downgrade.Auto(), 1);
    assertThat(values(Documents.revision(written).upgrade())).as(written).isEqualTo(operations);
  }

  @Test
  void a_new_revision_shows_what_to_write() {
    Revision empty = Documents.revision(Documents.HEADER + "message: 'Add: x'\nupgrade: []");
    assertThat(RevisionWriter.write(empty.header(), List.of(), new Downgrade.Auto(), 1))
        .isEqualTo(
            """
            # yaml-language-server: $schema=../.schemas/revision-1.json
            format: 1
            revision: r1
            down_revision: null
            message: 'Add: x'
            upgrade: []
            # Write operations in place of [], each in a line or more of its own, such as:
            #   - add_column:
            #       table: users
            #       column: {name: phone, type: string(20)}
            downgrade: auto
            """);
  }

  @Test
  void the_editor_finds_the_schema_from_each_folder() {
    Revision empty = Documents.revision(Documents.HEADER + "upgrade: []");
    assertThat(RevisionWriter.write(empty.header(), List.of(), new Downgrade.Auto(), 2))
        .startsWith("# yaml-language-server: $schema=../../.schemas/revision-1.json\n");
  }

  @Test
  void what_is_written_is_pleasant_to_read() {
    Revision revision =
        Documents.revision(
            Documents.upgrade(
                """
                - add_column: {table: t, column: {name: mood, type: {enum: {name: m, values: [a, b]}}, default: a}}
                - execute: "UPDATE t SET mood = 'b'"
                - execute: |
                    DELETE FROM t;
                    DELETE FROM u;
                - bulk_insert: {table: t, rows: [{id: 1, n: null, at: 12:10:00}, {id: 2, price: '1,5'}]}
                """));
    String written =
        RevisionWriter.write(
            revision.header(),
            values(revision.upgrade()),
            new Downgrade.Irreversible("It's so"),
            1);
    assertThat(written)
        .endsWith(
            """
            upgrade:
              - add_column:
                  table: t
                  column:
                    name: mood
                    type: {enum: {name: m, values: [a, b]}}
                    default: a
              - execute: {sql: "UPDATE t SET mood = 'b'"}
              - execute:
                  sql: |
                    DELETE FROM t;
                    DELETE FROM u;
              - bulk_insert:
                  table: t
                  rows:
                    - {id: 1, n: null, at: 12:10:00}
                    - {id: 2, price: '1,5'}
            downgrade: {irreversible: "It's so"}
            """);
  }

  private static List<Operation> values(List<Located<Operation>> operations) {
    return operations.stream().map(Located::value).toList();
  }
}
