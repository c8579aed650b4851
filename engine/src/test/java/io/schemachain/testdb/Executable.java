package io.schemachain.testdb;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A program, what goes before it on the command line, and the directories of libraries the system
 * lacks.
 */
record Executable(Path file, List<String> prefix, List<Path> libraries) {
  Executable(Path file) {
    this(file, List.of(), List.of());
  }

  Executable withPrefix(List<String> newPrefix) {
    return new Executable(file, newPrefix, libraries);
  }

  List<String> command(List<String> arguments) {
    List<String> command = new ArrayList<>(prefix);
    command.add(file.toString());
    command.addAll(arguments);
    return command;
  }

  ProcessBuilder builder(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command);
    if (!libraries.isEmpty()) {
      String path =
          libraries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
      builder
          .environment()
          .merge("LD_LIBRARY_PATH", path, (old, added) -> added + File.pathSeparator + old);
    }
    return builder;
  }
}
