package io.schemachain.testdb;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Runs programs to their end. */
final class Commands {
  private static final long TIMEOUT_MINUTES = 5;

  private Commands() {}

  static ClientResult run(String... command) {
    return run(new ProcessBuilder(List.of(command)), null);
  }

  /** Runs a program, its input taken from a file. */
  static ClientResult run(ProcessBuilder builder, @Nullable Path input) {
    Path directory = Directories.run();
    try {
      Path out = Files.createTempFile(directory, "out", null);
      Path err = Files.createTempFile(directory, "err", null);
      try {
        builder.redirectInput(input == null ? new File("/dev/null") : input.toFile());
        builder.redirectOutput(out.toFile());
        builder.redirectError(err.toFile());
        Process process = builder.start();
        if (!process.waitFor(TIMEOUT_MINUTES, TimeUnit.MINUTES)) {
          process.destroyForcibly();
          throw new TestDatabaseException(
              "no end after "
                  + TIMEOUT_MINUTES
                  + " minutes: "
                  + String.join(" ", builder.command()));
        }
        return new ClientResult(process.exitValue(), read(out), read(err));
      } finally {
        Files.deleteIfExists(out);
        Files.deleteIfExists(err);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TestDatabaseException("interrupted", e);
    }
  }

  /** Runs a program that must succeed. */
  static void require(ProcessBuilder builder) {
    ClientResult result = run(builder, null);
    if (result.exitCode() != 0) {
      throw new TestDatabaseException(
          String.join(" ", builder.command())
              + " ended with "
              + result.exitCode()
              + System.lineSeparator()
              + result.stdout()
              + result.stderr());
    }
  }

  static Optional<Path> onPath(String program) {
    String path = System.getenv("PATH");
    if (path == null) {
      return Optional.empty();
    }
    for (String directory : path.split(File.pathSeparator, -1)) {
      Path file = Path.of(directory.isEmpty() ? "." : directory, program);
      if (Files.isExecutable(file) && Files.isRegularFile(file)) {
        return Optional.of(file.toAbsolutePath());
      }
    }
    return Optional.empty();
  }

  private static String read(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }
}
