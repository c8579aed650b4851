package io.schemachain.maven;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemachain.diagnostic.SchemaException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GoalOutputTest {
  @TempDir private Path folder;

  @Test
  void writesUtf8AndNothingElseIntoNewFolders() throws IOException {
    Path file = folder.resolve("a/b/f.sql");
    GoalOutput.write(out -> out.append("-- Jönes 🐘"), file);
    assertThat(Files.readAllBytes(file)).isEqualTo("-- Jönes 🐘".getBytes(UTF_8));
    try (var files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void replacesAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("f.sql"), "longer than what follows");
    GoalOutput.write(out -> out.append("short"), file);
    assertThat(file).hasContent("short");
  }

  @Test
  void leavesNothingBehindWhereItCannotWrite() throws IOException {
    Path occupied = Files.createDirectory(folder.resolve("f.sql"));
    Files.createFile(occupied.resolve("child"));
    assertThatThrownBy(() -> GoalOutput.write(out -> out.append("text"), occupied))
        .isInstanceOfSatisfying(
            SchemaException.class, e -> assertThat(e.isEnvironmental()).isTrue())
        .hasMessageContaining(occupied.toString());
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(occupied);
    }
  }
}
