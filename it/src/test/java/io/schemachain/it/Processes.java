package io.schemachain.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** JVMs of their own. */
final class Processes {
  private Processes() {}

  /** A main method of this class path in a JVM of its own; what it wrote. */
  static String java(Class<?> main, List<String> options, String... arguments) {
    String classPath = System.getProperty("java.class.path");
    return run(
        builder(classPath, main.getName(), options, arguments)
            .redirectError(ProcessBuilder.Redirect.INHERIT));
  }

  /**
   * An application of any class path; both outputs come back together.
   *
   * @throws IllegalStateException if it fails, with what it wrote
   */
  static String application(
      String classPath, String main, List<String> options, String... arguments) {
    return run(builder(classPath, main, options, arguments).redirectErrorStream(true));
  }

  private static ProcessBuilder builder(
      String classPath, String main, List<String> options, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", classPath));
    command.add(main);
    command.addAll(Arrays.asList(arguments));
    return new ProcessBuilder(command);
  }

  private static String run(ProcessBuilder builder) {
    try {
      Process process = builder.start();
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(builder.command() + ": " + output);
      }
      return output;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
