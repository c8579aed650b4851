package io.schemachain.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WholeFileTest {
  @TempDir Path folder;

  @Test
  void a_failure_in_the_middle_keeps_what_was_there() throws IOException {
    Path file = Files.writeString(folder.resolve("up.sql"), "old");
    assertThatThrownBy(
            () ->
                WholeFile.replace(
                    file,
                    out -> {
                      out.append("new".repeat(100_000));
                      throw new IOException("No space left on device");
                    }))
        .isInstanceOf(IOException.class);
    assertThat(file).hasContent("old");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void a_new_file_never_takes_the_place_of_another() throws IOException {
    Path file = Files.writeString(folder.resolve("a.yaml"), "old");
    assertThatThrownBy(() -> WholeFile.create(file, "new"))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(file).hasContent("old");
  }

  @Test
  void a_full_disk() throws IOException, InterruptedException {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    Process mount =
        new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk.toString())
            .redirectErrorStream(true)
            .start();
    assumeThat(mount.waitFor()).as("the right to mount").isZero();
    try {
      Path file = Files.writeString(disk.resolve("up.sql"), "old");
      assertThatThrownBy(() -> WholeFile.replace(file, out -> out.append("x".repeat(1 << 20))))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("No space left");
      assertThat(file).hasContent("old");
      try (var files = Files.list(disk)) {
        assertThat(files).containsExactly(file);
      }
    } finally {
      assertThat(new ProcessBuilder("umount", "-l", disk.toString()).start().waitFor()).isZero();
    }
  }
}
