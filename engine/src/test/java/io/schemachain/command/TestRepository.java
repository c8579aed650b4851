package io.schemachain.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A folder under Git, with nothing of the settings of who runs the tests. */
final class TestRepository {
  private final Path folder;

  /** A new one, on the branch {@code main}, with nothing committed. */
  TestRepository(Path folder) {
    this.folder = folder;
    git("a", "init", "-q", "-b", "main");
  }

  /** Commits all that is there. */
  void commit(String author) {
    git(author, "add", ".");
    git(author, "commit", "-q", "-m", "x");
  }

  /** A branch that begins here, and is worked on from now on. */
  void branch(String name) {
    git("a", "checkout", "-q", "-b", name);
  }

  private void git(String author, String... arguments) {
    List<String> command = new ArrayList<>(List.of("git", "-c", "user.name=" + author));
    command.addAll(List.of("-c", "user.email=a@example.com", "-c", "commit.gpgsign=false"));
    command.addAll(List.of(arguments));
    try {
      Process process =
          new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(output).isZero();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
