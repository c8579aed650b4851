package io.schemachain.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** A Maven distribution, started as a person would start it. */
final class Maven {
  private static final long TIMEOUT_MINUTES = 5;

  private final Path executable;
  private final List<String> options;

  private Maven(Path executable, List<String> options) {
    this.executable = executable;
    this.options = options;
  }

  private static Maven of(Path home) {
    boolean windows = File.separatorChar == '\\';
    Path executable = home.resolve("bin").resolve(windows ? "mvn.cmd" : "mvn");
    return new Maven(
        executable,
        List.of(
            "-s",
            Projects.settings().toString(),
            "-Dmaven.repo.local=" + property("it.repository")));
  }

  /** The one that runs this build. */
  static Maven ofThisBuild() {
    return of(Path.of(property("maven.home")));
  }

  /** One that the build has unpacked. */
  static Maven version(String version) {
    return of(Path.of(property("it.distributions"), "apache-maven-" + version));
  }

  /** With the settings of who runs it, and a repository that has nothing of this build. */
  Maven withRepository(Path repository) {
    return new Maven(executable, List.of("-Dmaven.repo.local=" + repository));
  }

  /** Runs goals; both outputs come back together. */
  MavenResult run(Path project, Map<String, String> environment, List<String> arguments) {
    Path log = project.resolveSibling(project.getFileName() + ".log");
    ProcessBuilder builder = builder(project, environment, command(arguments));
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    int exitCode = run(builder);
    return new MavenResult(exitCode, read(log));
  }

  /** Runs goals with the standard output going into a file, as a shell's {@code >} does it. */
  MavenResult redirect(
      Path project, Map<String, String> environment, List<String> arguments, Path output) {
    Path errors = project.resolveSibling(project.getFileName() + ".err");
    ProcessBuilder builder = builder(project, environment, command(arguments));
    builder.redirectOutput(output.toFile()).redirectError(errors.toFile());
    int exitCode = run(builder);
    return new MavenResult(exitCode, read(errors));
  }

  private List<String> command(List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(executable.toString());
    command.addAll(List.of("-B", "-Dstyle.color=never"));
    command.addAll(options);
    command.addAll(arguments);
    return command;
  }

  private static ProcessBuilder builder(
      Path project, Map<String, String> environment, List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(project.toFile());
    Map<String, String> variables = builder.environment();
    // What the outer Maven said to itself.
    variables.keySet().removeIf(name -> name.startsWith("MAVEN_") || name.startsWith("SCHEMA_"));
    variables.put("JAVA_HOME", System.getProperty("java.home"));
    variables.put("MAVEN_OPTS", property("it.maven.opts"));
    variables.putAll(environment);
    return builder;
  }

  private static int run(ProcessBuilder builder) {
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      if (!process.waitFor(TIMEOUT_MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new AssertionError("No end after " + TIMEOUT_MINUTES + " min: " + builder.command());
      }
      return process.exitValue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String read(Path file) {
    try {
      return new String(Files.readAllBytes(file), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String property(String name) {
    return Objects.requireNonNull(System.getProperty(name), name);
  }
}
