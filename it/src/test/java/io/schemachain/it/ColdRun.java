package io.schemachain.it;

import io.schemachain.command.CommandResult;
import io.schemachain.command.FrontEnd;
import io.schemachain.command.Lint;
import io.schemachain.command.LintFormat;
import io.schemachain.command.Options;
import io.schemachain.command.Progress;
import io.schemachain.command.Review;
import io.schemachain.command.ReviewFormat;
import io.schemachain.command.Setting;
import io.schemachain.command.Upgrade;
import io.schemachain.command.Validate;
import io.schemachain.command.Workspace;
import java.io.IOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One command in a JVM of its own, with nothing compiled yet, as people run it. Writes its figures
 * to the standard output: milliseconds from the start of main, milliseconds from the start of the
 * first revision (0 where none ran), mebibytes of heap at its fullest.
 */
public final class ColdRun {
  private ColdRun() {}

  /** The figures of a run. */
  record Figures(double millis, double executing, double heap) {
    static Figures parse(String line) {
      String[] words = line.strip().split(" ", -1);
      return new Figures(
          Double.parseDouble(words[0]), Double.parseDouble(words[1]), Double.parseDouble(words[2]));
    }
  }

  /**
   * @param arguments {@code script <folder> <dialect> <file>}, {@code review} and {@code lint} with
   *     the same, {@code validate <folder> <dialect>} or {@code upgrade <folder> <url> [<username>
   *     [<password>]]}
   */
  public static void main(String[] arguments) throws IOException {
    long start = System.nanoTime();
    FirstRevision first = new FirstRevision();
    Path folder = Path.of(arguments[1]);
    CommandResult result;
    switch (arguments[0]) {
      case "script" -> {
        result = new Upgrade(offline(folder, arguments[2], first)).run(toHead(true));
      }
      case "validate" -> {
        result = new Validate(offline(folder, arguments[2], first)).run(new Validate.Request());
      }
      case "review" -> {
        result =
            new Review(offline(folder, arguments[2], first))
                .run(new Review.Request(ReviewFormat.HTML, null, null));
      }
      case "lint" -> {
        result =
            new Lint(offline(folder, arguments[2], first))
                .run(new Lint.Request(LintFormat.TEXT, null, null, false));
      }
      case "upgrade" -> {
        result = new Upgrade(online(folder, arguments, first)).run(toHead(false));
      }
      default -> throw new IllegalArgumentException(arguments[0]);
    }
    if (result.shown() != null) {
      try (Writer script = Files.newBufferedWriter(Path.of(arguments[3]))) {
        result.shown().writeTo(script);
      }
    }
    long end = System.nanoTime();
    System.out.println(
        millis(end - start)
            + " "
            + (first.start == 0 ? 0 : millis(end - first.start))
            + " "
            + fullestHeap() / 1048576.0);
  }

  private static Upgrade.Request toHead(boolean sql) {
    return new Upgrade.Request("head", sql);
  }

  private static double millis(long nanos) {
    return nanos / 1e6;
  }

  static long fullestHeap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }

  private static Workspace offline(Path folder, String dialect, FrontEnd frontEnd) {
    return workspace(folder, dialect, null, null, null, frontEnd);
  }

  private static Workspace online(Path folder, String[] arguments, FrontEnd frontEnd) {
    String username = arguments.length > 3 ? arguments[3] : null;
    String password = arguments.length > 4 ? arguments[4] : null;
    return workspace(folder, null, arguments[2], username, password, frontEnd);
  }

  private static Workspace workspace(
      Path folder,
      @Nullable String dialect,
      @Nullable String url,
      @Nullable String username,
      @Nullable String password,
      FrontEnd frontEnd) {
    return new Workspace(
        new Options(
            folder,
            folder,
            null,
            setting(dialect),
            setting(url),
            setting(username),
            setting(password),
            null,
            null,
            false,
            Map.of(),
            Map.of(),
            Options.DEFAULT_LOCK_TIMEOUT,
            null),
        frontEnd);
  }

  private static @Nullable Setting setting(@Nullable String value) {
    return value == null ? null : new Setting(value, "the benchmark");
  }

  /** Notes when the first revision starts; says nothing. */
  private static final class FirstRevision implements FrontEnd, Progress {
    private long start;

    @Override
    public void revisionStarted(String direction, String title, int number, int of) {
      if (start == 0) {
        start = System.nanoTime();
      }
    }

    @Override
    public Progress progress() {
      return this;
    }

    @Override
    public ClassLoader driverClasses(DriverRequest driver) {
      return ColdRun.class.getClassLoader();
    }

    @Override
    public Optional<Credentials> credentials(String server) {
      return Optional.empty();
    }

    @Override
    public Optional<String> environmentVariable(String name) {
      return Optional.empty();
    }

    @Override
    public String commandLine(String goal, String... options) {
      return goal;
    }

    @Override
    public void info(String message) {}

    @Override
    public void warn(String message) {}

    @Override
    public void operationStarted(String what, int number, int of) {}

    @Override
    public void revisionFinished(
        String direction, String title, int number, int of, Duration took) {}

    @Override
    public boolean showsOperations() {
      return false;
    }
  }
}
