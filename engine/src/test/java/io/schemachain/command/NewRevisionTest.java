package io.schemachain.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemachain.command.NewRevision.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code revision} and {@code merge} write, and what they refuse. */
final class NewRevisionTest {
  @TempDir Path folder;

  private TestProject project;

  /** {@code a1 <- b1, a1 <- c2 [billing]}; c2 is in a folder of its own. */
  @BeforeEach
  void branches() {
    project =
        new TestProject(folder)
            .file("schema.yaml", "format: 1\nversions: [versions, billing]\n")
            .revision("a1", null, "[]\n")
            .revision("b1", "a1", "[]\n")
            .file(
                "billing/c2.yaml",
                "format: 1\nrevision: c2\ndown_revision: a1\nbranch_labels: [billing]\nupgrade: []\n");
  }

  private static Request request(String id, String head) {
    return new Request("New", id, head, false, List.of(), List.of(), null);
  }

  private String written(Request request) throws IOException {
    return read(new NewRevision(project.workspace()).run(request));
  }

  private String read(CommandResult result) throws IOException {
    return Files.readString(folder.resolve(String.valueOf(result.report().get("file"))));
  }

  @Test
  void several_heads_are_listed_with_what_to_type() {
    assertThatThrownBy(() -> written(request("d1", "head")))
        .hasMessageContainingAll("b1", "billing@head", "merge");
  }

  @Test
  void it_builds_on_the_head_that_is_named_and_lies_in_its_folder() throws IOException {
    assertThat(written(request("d1", "billing@head"))).contains("\ndown_revision: c2\n");
    assertThat(project.directory().resolve("billing/d1_new.yaml")).exists();
    assertThat(written(request("e1", "b1"))).contains("\ndown_revision: b1\n");
    assertThat(project.directory().resolve("versions/e1_new.yaml")).exists();
  }

  @Test
  void a_new_base_with_a_label_and_dependencies_in_a_chosen_folder() throws IOException {
    assertThat(
            written(
                new Request(
                    "New",
                    "f1",
                    "base",
                    false,
                    List.of("stock"),
                    List.of("billing", "b1"),
                    "billing")))
        .contains(
            "\ndown_revision: null\n",
            "\nbranch_labels: [stock]\n",
            "\ndepends_on: [billing, b1]\n");
    assertThat(project.directory().resolve("billing/f1_new.yaml")).exists();
  }

  @Test
  void a_file_in_a_deeper_folder_finds_the_json_schema() throws IOException {
    project
        .file("schema.yaml", "format: 1\nversions: [versions, billing, more/stock]\n")
        .file("more/stock/.gitkeep", "");
    assertThat(written(new Request("New", "d1", "b1", false, List.of(), List.of(), "more/stock")))
        .startsWith("# yaml-language-server: $schema=../../.schemas/revision-1.json\n");
  }

  @Test
  void a_branch_starts_only_on_purpose() throws IOException {
    assertThatThrownBy(() -> written(request("d1", "a1")))
        .hasMessageContainingAll(
            "a1 (Revision a1) is not a head",
            "mvn schema:revision -Dschema.head=a1 -Dschema.splice");
    assertThat(written(new Request("New", "d1", "a1", true, List.of(), List.of(), null)))
        .contains("\ndown_revision: a1\n");
  }

  @Test
  void what_is_taken_or_unknown_is_refused() {
    assertThatThrownBy(() -> written(request("A1", "b1"))).hasMessageContaining("is taken");
    assertThatThrownBy(() -> written(request("Billing", "b1"))).hasMessageContaining("is taken");
    assertThatThrownBy(() -> written(request("head", "b1"))).hasMessageContaining("is not an id");
    assertThatThrownBy(
            () ->
                written(new Request("New", "d1", "b1", false, List.of("billing"), List.of(), null)))
        .hasMessageContainingAll("The branch label billing is taken", "c2.yaml");
    assertThatThrownBy(
            () -> written(new Request("New", "d1", "b1", false, List.of("D1"), List.of(), null)))
        .hasMessageContaining("is the id of the new revision");
    assertThatThrownBy(
            () -> written(new Request("New", "d1", "b1", false, List.of(), List.of("x"), null)))
        .hasMessageContaining("There is no revision or branch label x");
    assertThatThrownBy(
            () -> written(new Request("New", "d1", "b1", false, List.of(), List.of(), "biling")))
        .hasMessageContaining("Did you mean billing?");
    assertThatThrownBy(() -> written(request("d1", "current")))
        .hasMessageContaining("depends on a database");
  }

  @Test
  void merge_joins_all_heads_or_those_that_are_named() throws IOException {
    CommandResult merged =
        new Merge(project.workspace())
            .run(new Merge.Request(null, null, "m1", List.of("joined"), null));
    assertThat(read(merged))
        .contains(
            "\ndown_revision: [b1, c2]\n",
            "\nbranch_labels: [joined]\n",
            "\nmessage: Merge b1 and c2\n",
            "\nupgrade: []\n");
    assertThatThrownBy(
            () ->
                new Merge(project.workspace())
                    .run(new Merge.Request(null, null, null, List.of(), null)))
        .hasMessageContaining("There is one head, m1 (Merge b1 and c2): nothing to join.");
    assertThatThrownBy(
            () ->
                new Merge(project.workspace())
                    .run(new Merge.Request("b1,c2", null, null, List.of(), null)))
        .hasMessageContaining("b1 (Revision b1) is not a head: m1");
  }

  @Test
  void merge_refuses_one_and_overlapping_revisions() {
    assertThatThrownBy(
            () ->
                new Merge(project.workspace())
                    .run(new Merge.Request("b1", null, null, List.of(), null)))
        .hasMessageContaining("names one revision");
    assertThatThrownBy(
            () ->
                new Merge(project.workspace())
                    .run(new Merge.Request("b1,a1", null, null, List.of(), null)))
        .hasMessageContaining("builds on a1 already: leave that one out");
  }

  @Test
  void branches_lists_branch_points_and_labels() {
    assertThat(
            new Branches(project.workspace())
                .run(new Branches.Request(false, OutputFormat.TEXT))
                .output())
        .isEqualTo(
            """
            a1  Revision a1  (base, branch point)
              -> b1  Revision b1  (head)
              -> c2  [billing]  (head)
            billing: from c2 to c2
            """);
  }
}
