package io.schemachain.application;

import static java.util.Objects.requireNonNull;

import io.schemachain.apply.Lender;
import io.schemachain.command.Current;
import io.schemachain.command.Drift;
import io.schemachain.command.Options;
import io.schemachain.command.OutputFormat;
import io.schemachain.command.PackageFolder;
import io.schemachain.command.Setting;
import io.schemachain.command.Upgrade;
import io.schemachain.command.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The revisions of an application and its own database.
 *
 * <pre>{@code
 * Schemachain schema = Schemachain.of(dataSource);
 * schema.upgrade();
 * }</pre>
 *
 * or, where somebody else runs the revisions, {@code schema.requireHeads();
 * schema.requireNoDrift();}. Connections are taken from the data source for as long as a call
 * takes, one or two at a time, and given back with the session settings that they had. Immutable;
 * calls may come from any thread.
 */
public final class Schemachain {
  private final DataSource dataSource;
  private final @Nullable Path directory;
  private final ClassLoader classes;
  private final Consumer<String> log;

  private Schemachain(
      DataSource dataSource, @Nullable Path directory, ClassLoader classes, Consumer<String> log) {
    this.dataSource = requireNonNull(dataSource, "dataSource");
    this.directory = directory;
    this.classes = requireNonNull(classes, "classes");
    this.log = requireNonNull(log, "log");
  }

  /**
   * With the revisions that the goal {@code package} put on the class path, under {@code
   * META-INF/schemachain}. Says nothing of what it does.
   */
  public static Schemachain of(DataSource dataSource) {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    return new Schemachain(
        dataSource,
        null,
        loader == null ? Schemachain.class.getClassLoader() : loader,
        message -> {});
  }

  /** The same with the revisions on another class path. */
  public Schemachain withClasses(ClassLoader loader) {
    return new Schemachain(dataSource, null, loader, log);
  }

  /** The same with the revisions of a folder. */
  public Schemachain withDirectory(Path folder) {
    return new Schemachain(dataSource, requireNonNull(folder, "folder"), classes, log);
  }

  /** The same, telling what it does, line by line. */
  public Schemachain withLog(Consumer<String> lines) {
    return new Schemachain(dataSource, directory, classes, lines);
  }

  /**
   * Applies what is pending, up to the head. Waits for another runner, so that several instances of
   * an application may start at once.
   *
   * @throws io.schemachain.diagnostic.SchemaException if it fails; its status says how
   */
  public void upgrade() {
    run(workspace -> new Upgrade(workspace).run(new Upgrade.Request("head", false)).messages());
  }

  /**
   * Refuses a database that is not at all heads.
   *
   * @throws io.schemachain.diagnostic.SchemaException with the status {@code PENDING} where
   *     revisions are missing, {@code DRIFT} where the database is ahead of the application
   */
  public void requireHeads() {
    Current.Request request = new Current.Request(false, true, OutputFormat.TEXT);
    run(workspace -> new Current(workspace).run(request).messages());
  }

  /**
   * Refuses a database that is not what its revisions made.
   *
   * @throws io.schemachain.diagnostic.SchemaException with the status {@code DRIFT} and what
   *     differs
   */
  public void requireNoDrift() {
    run(workspace -> new Drift(workspace).run(new Drift.Request()).messages());
  }

  private void run(Function<Workspace, List<String>> command) {
    if (directory != null) {
      command.apply(workspace(directory)).forEach(log);
      return;
    }
    try (UnpackedFolder folder = UnpackedFolder.of(classes, PackageFolder.PLACE)) {
      command.apply(workspace(folder.path())).forEach(log);
    }
  }

  private Workspace workspace(Path folder) {
    Lender lender = new Lender(dataSource);
    Options options =
        Options.of(folder, folder).elsewhere(null, new Setting(lender.url(), "the data source"));
    return new Workspace(options, new ApplicationFrontEnd(lender, log));
  }
}
