package io.schemachain.command;

import io.schemachain.apply.Lender;
import io.schemachain.testdb.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A schema folder in a temporary place, and commands on it. */
final class TestProject {
  private final Path base;
  final List<String> log = Collections.synchronizedList(new ArrayList<>());
  private Path seenFrom;
  private Duration lockTimeout = Duration.ofSeconds(60);
  private @Nullable Setting environment;
  private @Nullable Setting url;
  private @Nullable Setting username;
  private @Nullable Setting password;
  private @Nullable Setting defaultSchema;
  private boolean createSchema;
  private @Nullable Lender lender;

  TestProject(Path base) {
    this.base = base;
    this.seenFrom = base;
  }

  TestProject lockTimeout(Duration timeout) {
    lockTimeout = timeout;
    return this;
  }

  /** Whose connections are used; null for those of the driver. */
  TestProject lender(@Nullable DataSource source) {
    lender = source == null ? null : new Lender(source);
    return this;
  }

  /** The folder that printed paths are relative to. */
  TestProject seenFrom(Path folder) {
    seenFrom = folder;
    return this;
  }

  TestProject environment(Setting chosen) {
    environment = chosen;
    return this;
  }

  /** The default schema, which a run creates. */
  TestProject newSchema(@Nullable String schema) {
    defaultSchema = setting(schema);
    createSchema = true;
    return this;
  }

  TestProject url(Setting given) {
    url = given;
    return this;
  }

  /** Who connects, where the database does not say it. */
  TestProject login(String name, String secret) {
    username = setting(name);
    password = setting(secret);
    return this;
  }

  Path directory() {
    return base.resolve("schema");
  }

  /** Writes a file below the schema folder. */
  TestProject file(String path, String text) {
    try {
      Path file = directory().resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Writes a revision with these lists of operations. */
  TestProject revision(String id, @Nullable String parent, String upgrade) {
    return file(
        "versions/" + id + ".yaml",
        "format: 1\nrevision: "
            + id
            + "\n"
            + (parent == null ? "" : "down_revision: " + parent + "\n")
            + "message: Revision "
            + id
            + "\nupgrade:\n"
            + upgrade.indent(2));
  }

  /** The revision runs outside of transactions from now on. */
  TestProject withoutTransaction(String id) {
    Path file = directory().resolve("versions/" + id + ".yaml");
    try {
      return file(
          "versions/" + id + ".yaml",
          Files.readString(file).replace("\nmessage:", "\ntransaction: false\nmessage:"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  Workspace workspace() {
    return new Workspace(options(null, null), frontEnd());
  }

  Workspace workspace(TestDatabase database) {
    return new Workspace(options(database, null), frontEnd());
  }

  Workspace offline(String dialect) {
    return new Workspace(options(null, dialect), frontEnd());
  }

  private Options options(@Nullable TestDatabase database, @Nullable String dialect) {
    return new Options(
        directory(),
        seenFrom,
        environment,
        setting(dialect),
        database == null ? url : setting(database.url()),
        database == null ? username : setting(database.username()),
        database == null ? password : setting(database.password()),
        null,
        defaultSchema,
        createSchema,
        Map.of(),
        Map.of(),
        lockTimeout,
        null);
  }

  private static @Nullable Setting setting(@Nullable String value) {
    return value == null ? null : new Setting(value, "the test");
  }

  private FrontEnd frontEnd() {
    return new FrontEnd() {
      @Override
      public ClassLoader driverClasses(DriverRequest driver) {
        return TestProject.class.getClassLoader();
      }

      @Override
      public Optional<Lender> lender() {
        return Optional.ofNullable(lender);
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
      public Progress progress() {
        return new Recorder();
      }

      @Override
      public String commandLine(String goal, String... options) {
        return ("mvn schema:" + goal + " " + String.join(" ", options)).strip();
      }
    };
  }

  private final class Recorder implements Progress {
    @Override
    public void info(String message) {
      log.add(message);
    }

    @Override
    public void warn(String message) {
      log.add("warning: " + message);
    }

    @Override
    public void revisionStarted(String direction, String title, int number, int of) {
      log.add(direction + " " + title + " " + number + "/" + of);
    }

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
