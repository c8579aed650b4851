package io.schemachain.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who wrote which file, as the log of Git has it, read in one go. A review is complete without it,
 * so that nothing of it is a failure: no repository, no program {@code git}, no commit.
 */
final class GitAuthors {
  /** Stands in no name of a person or a file. */
  private static final String COMMIT = "\1";

  private GitAuthors() {}

  /**
   * Names of people by the path of the file below a folder, with {@code /}; who wrote it first
   * comes first.
   */
  static Map<String, List<String>> below(Path directory) {
    List<String> command =
        List.of(
            "git",
            "-c",
            "core.quotePath=false",
            "log",
            "--no-merges",
            "--relative",
            "--name-only",
            "-z",
            "--format=" + COMMIT + "%aN",
            "--",
            ".");
    Map<String, List<String>> authors = new HashMap<>();
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() == 0) {
        read(output, authors);
      }
    } catch (IOException e) {
      return Map.of(); // There is no Git here.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw CommandException.environmental("Interrupted while git was asked.", e);
    }
    return authors;
  }

  /** The newest commit comes first. */
  private static void read(String output, Map<String, List<String>> authors) {
    List<String> commits = new ArrayList<>(List.of(output.split(COMMIT, -1)));
    Collections.reverse(commits);
    for (String commit : commits) {
      String[] words = commit.split("\0", -1);
      for (int i = 1; i < words.length; i++) {
        String file = words[i].strip();
        List<String> names = authors.computeIfAbsent(file, key -> new ArrayList<>());
        if (!file.isEmpty() && !names.contains(words[0])) {
          names.add(words[0]);
        }
      }
    }
  }
}
