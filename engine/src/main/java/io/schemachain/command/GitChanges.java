package io.schemachain.command;

import static java.util.Objects.requireNonNull;

import io.schemachain.diagnostic.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which files differ from another state of a Git repository: what was committed since the two went
 * apart, what is not committed yet, and what Git does not know. Asks the program {@code git}.
 */
final class GitChanges {
  private final Path directory;

  /**
   * @param directory below which files are looked at
   */
  GitChanges(Path directory) {
    this.directory = directory;
  }

  /**
   * Absolute paths of files that are there now and differ.
   *
   * @param ref a branch, a tag or a commit
   * @throws CommandException if there is no Git, no repository or no such ref
   */
  Set<Path> since(String ref) {
    Path below = Path.of(prefix());
    Path root = directory.toAbsolutePath().normalize();
    for (int i = 0; i < (below.toString().isEmpty() ? 0 : below.getNameCount()); i++) {
      root = requireNonNull(root.getParent(), "a folder above");
    }
    String fork = fork(commit(ref), ref);
    Set<Path> changed = new LinkedHashSet<>();
    for (String name :
        names(git("diff", "--name-only", "--diff-filter=d", "-z", fork, "--", "."))) {
      changed.add(root.resolve(name).normalize());
    }
    for (String name :
        names(git("ls-files", "--others", "--exclude-standard", "--full-name", "-z", "--", "."))) {
      changed.add(root.resolve(name).normalize());
    }
    return changed;
  }

  private String commit(String ref) {
    try {
      return git("rev-parse", "--verify", "--quiet", "--end-of-options", ref + "^{commit}").strip();
    } catch (GitFailure e) {
      throw CommandException.of(
          Status.INVALID,
          "Git knows no '"
              + ref
              + "' (schema.since). In a job of a CI server the other branch may have to be fetched"
              + " first.\n\nTry: git fetch origin "
              + ref);
    }
  }

  /** From the root of the repository to the folder; the root itself may have a link in its path. */
  private String prefix() {
    try {
      return git("rev-parse", "--show-prefix").strip();
    } catch (GitFailure e) {
      throw CommandException.of(
          Status.INVALID,
          "schema.since compares with a state of a Git repository, and "
              + directory
              + " is in none.");
    }
  }

  private String fork(String commit, String ref) {
    try {
      return git("merge-base", commit, "HEAD").strip();
    } catch (GitFailure e) {
      throw CommandException.of(
          Status.INVALID,
          "Git does not know where this branch left '"
              + ref
              + "' (schema.since). A shallow clone lacks it.\n\nTry: git fetch --unshallow");
    }
  }

  private static List<String> names(String output) {
    List<String> names = new ArrayList<>();
    for (String name : output.split("\0", -1)) {
      if (!name.isEmpty()) {
        names.add(name);
      }
    }
    return names;
  }

  private String git(String... arguments) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new GitFailure(String.join(" ", command));
      }
      return output;
    } catch (IOException e) {
      throw CommandException.environmental(
          "schema.since asks the program git, which cannot be started: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw CommandException.environmental("Interrupted while git was asked.", e);
    }
  }

  /** Git said no. */
  private static final class GitFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    GitFailure(String command) {
      super(command);
    }
  }
}
