package io.schemachain.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code init} lays out. */
final class InitTest {
  private static final Path SPEC =
      Path.of("../format-spec/src/main/resources/io/schemachain/format");

  @TempDir Path folder;

  @Test
  void editors_get_the_schemas_of_all_files_and_those_of_today() throws IOException {
    TestProject project = new TestProject(folder);
    new Init(project.workspace()).run(new Init.Request());
    project.file(".schemas/model-1.json", "{}");
    new Init(project.workspace()).run(new Init.Request());
    for (String schema : List.of("revision-1.json", "model-1.json", "settings-1.json")) {
      assertThat(project.directory().resolve(".schemas").resolve(schema))
          .hasSameTextualContentAs(SPEC.resolve(schema));
    }
  }

  @Test
  void what_is_there_is_left_as_it_is() throws IOException {
    TestProject project = new TestProject(folder).file("schema.yaml", "format: 1\n");
    CommandResult result = new Init(project.workspace()).run(new Init.Request());
    assertThat(result.messages()).anyMatch(message -> message.startsWith("Left as it is: "));
    assertThat(Files.readString(project.directory().resolve("schema.yaml")))
        .isEqualTo("format: 1\n");
  }
}
