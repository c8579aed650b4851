package io.schemachain.command;

import static java.util.Objects.requireNonNull;

import io.schemachain.apply.ConnectionSettings;
import io.schemachain.apply.Database;
import io.schemachain.apply.Lender;
import io.schemachain.apply.Urls;
import io.schemachain.diagnostic.Diagnostic;
import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.Status;
import io.schemachain.dialect.DatabaseVersion;
import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.Dialects;
import io.schemachain.dialect.DriverArtifact;
import io.schemachain.format.DialectWords;
import io.schemachain.format.Settings;
import io.schemachain.model.TableName;
import io.schemachain.plan.Bookkeeping;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A schema folder and the way to a database: what all commands start from. */
public final class Workspace {
  private final Options options;
  private final FrontEnd frontEnd;
  private final SchemaFolder folder;
  private final Access access;
  private @Nullable Chain chain;
  private @Nullable Settings settings;

  public Workspace(Options options, FrontEnd frontEnd) {
    this.options = requireNonNull(options, "options");
    this.frontEnd = requireNonNull(frontEnd, "frontEnd");
    this.folder = new SchemaFolder(options.directory(), options.base());
    this.access = new Access(options, frontEnd, this::settings);
  }

  Options options() {
    return options;
  }

  FrontEnd frontEnd() {
    return frontEnd;
  }

  SchemaFolder folder() {
    return folder;
  }

  /**
   * The chain as it is in the folder.
   *
   * @throws io.schemachain.diagnostic.DiagnosticException with all that is wrong with it
   */
  Chain chain() {
    if (chain == null) {
      Diagnostics diagnostics = new Diagnostics();
      chain = load(diagnostics);
      diagnostics.throwIfErrors();
      diagnostics.all().forEach(warning -> frontEnd.progress().warn(said(warning)));
    }
    return chain;
  }

  /** Reads the folder again the next time, since its files were changed. */
  void forget() {
    chain = null;
    settings = null;
  }

  private static String said(Diagnostic warning) {
    return warning.message() + (warning.hint() == null ? "" : " " + warning.hint());
  }

  /** The chain, as far as it could be read. */
  Chain load(Diagnostics diagnostics) {
    if (!Files.isDirectory(options.directory())) {
      throw CommandException.of(
          Status.INVALID,
          "There is no schema folder "
              + folder.shown(options.directory())
              + ".\n\nCreate it: "
              + frontEnd.commandLine("init"));
    }
    Diagnostics ofSettings = new Diagnostics();
    Settings read = folder.settings(ofSettings);
    diagnostics.addAll(ofSettings.all());
    if (!ofSettings.hasErrors()) {
      settings = read;
    }
    return Chain.load(folder, read, options.variables(), diagnostics);
  }

  /**
   * What schema.yaml says, also where revisions have mistakes.
   *
   * @throws io.schemachain.diagnostic.DiagnosticException with all that is wrong with it
   */
  Settings settings() {
    if (settings == null) {
      Diagnostics diagnostics = new Diagnostics();
      Settings read = folder.settings(diagnostics);
      diagnostics.throwIfErrors();
      settings = read;
    }
    return settings;
  }

  /** Whether {@link #load} found no mistake in schema.yaml. */
  boolean hasSoundSettings() {
    return settings != null;
  }

  // What to talk to

  Bookkeeping bookkeeping(Dialect dialect) {
    Settings.VersionTable table = settings().versionTable();
    return new Bookkeeping(
        dialect,
        new TableName(table.schema(), table.name()),
        new TableName(table.schema(), table.journal()),
        Tool.name());
  }

  @Nullable String defaultSchema() {
    Setting given = options.defaultSchema();
    return given == null ? settings().defaultSchema() : given.value();
  }

  /** Whether a run, or a script, begins by creating the default schema where there is none. */
  boolean createSchema() {
    if (options.createSchema() && defaultSchema() == null) {
      throw CommandException.of(
          Status.INVALID,
          "createSchema creates the default schema, and there is none.\n\nSay it:"
              + " -Dschema.defaultSchema=<schema>, or `default_schema` in schema.yaml");
    }
    return options.createSchema();
  }

  /** Refuses what destroys something on a protected environment, unless its name is said again. */
  void requireConfirmed(String goal, @Nullable String target, String... given) {
    access.requireConfirmed(goal, target, given);
  }

  Optional<Setting> url() {
    return access.url();
  }

  Optional<Setting> username() {
    return access.username();
  }

  /** Which database a command spoke to, and who said so. */
  String where() {
    return url()
        .map(s -> "Database: " + Urls.withoutSecrets(s.value()) + "  (from " + s.source() + ")")
        .orElse("");
  }

  /**
   * The dialect where no server can be asked: the one given, or that of the URL, or the only one of
   * the project.
   */
  Dialect offlineDialect() {
    Dialect dialect = namedDialect();
    String schema = defaultSchema();
    return schema == null ? dialect : dialect.inSchema(schema);
  }

  /** The dialect given, or else all of the project, or else that of the URL. */
  List<Dialect> dialects() {
    List<String> listed = settings().dialects();
    return options.dialect() != null || listed.isEmpty()
        ? List.of(offlineDialect())
        : listed.stream().map(text -> dialect(text, "dialects in schema.yaml")).toList();
  }

  private Dialect namedDialect() {
    Setting given = options.dialect();
    if (given != null) {
      return dialect(given.value(), given.source());
    }
    Optional<Setting> url = url();
    if (url.isPresent()) {
      return dialectOfUrl(url.get().value());
    }
    List<String> dialects = settings().dialects();
    if (dialects.size() == 1) {
      return dialect(dialects.get(0), "dialects in schema.yaml");
    }
    throw CommandException.of(
        Status.INVALID,
        "For which database? "
            + (dialects.isEmpty()
                ? "There is no -Dschema.dialect, no -Dschema.url and no `dialects` in schema.yaml."
                : "schema.yaml lists several dialects: " + String.join(", ", dialects) + ".")
            + "\n\nSay it: -Dschema.dialect="
            + (dialects.isEmpty() ? "postgresql" : dialects.get(0)));
  }

  /** A dialect by its word, {@code postgresql} or {@code postgresql:14}. */
  static Dialect dialect(String text, String source) {
    int colon = text.indexOf(':');
    String name = colon < 0 ? text : text.substring(0, colon);
    Dialect dialect = Dialects.find(name).orElseThrow(() -> unknownDialect(name, source));
    if (colon < 0) {
      return dialect;
    }
    try {
      DatabaseVersion version = DatabaseVersion.parse(text.substring(colon + 1));
      if (version.compareTo(dialect.oldestSupported()) < 0) {
        throw CommandException.of(
            Status.INVALID,
            text
                + " ("
                + source
                + ") is too old: the oldest supported version of "
                + dialect.displayName()
                + " is "
                + dialect.oldestSupported()
                + ".");
      }
      return dialect.forVersion(version);
    } catch (IllegalArgumentException e) {
      throw CommandException.of(Status.INVALID, text + " (" + source + "): " + e.getMessage());
    }
  }

  private static CommandException unknownDialect(String name, String source) {
    return CommandException.of(
        Status.INVALID,
        "There is no dialect " + name + " (" + source + "). " + DialectWords.hint(name));
  }

  private static Dialect dialectOfUrl(String url) {
    for (Dialect dialect : Dialects.ALL) {
      for (DriverArtifact driver : dialect.drivers()) {
        if (url.startsWith(driver.urlPrefix())) {
          return dialect;
        }
      }
    }
    throw CommandException.of(
        Status.INVALID,
        "No supported database has URLs like "
            + Urls.withoutSecrets(url)
            + ".\n\n"
            + beginOfUrl(url));
  }

  private static String beginOfUrl(String url) {
    String rest = url.startsWith("jdbc:") ? url.substring("jdbc:".length()) : url;
    String word = rest.substring(0, Math.max(0, rest.indexOf(':')));
    String meant = DialectWords.meant(word);
    if (meant != null) {
      return "Did you mean " + prefix(Dialects.find(meant).orElseThrow()) + "?";
    }
    return "They start with "
        + String.join(", ", Dialects.ALL.stream().map(Workspace::prefix).toList())
        + ".";
  }

  private static String prefix(Dialect dialect) {
    return dialect.drivers().get(0).urlPrefix();
  }

  /** Connects in order to look: where there is no database, none is made. The caller closes it. */
  Database connectToLook() {
    return connect(true);
  }

  /** Connects. The caller closes it. */
  Database connect() {
    return connect(false);
  }

  private Database connect(boolean look) {
    Setting url = access.requireUrl();
    Optional<Lender> lender = frontEnd.lender();
    Dialect expected = dialectOfUrl(url.value());
    Database database =
        Database.open(
            new ConnectionSettings(
                url.value(),
                username().map(Setting::value).orElse(null),
                access.password().map(Setting::value).orElse(null),
                properties(expected, look),
                lender.isPresent()
                    ? Workspace.class.getClassLoader()
                    : driverClasses(expected, url.value()),
                defaultSchema(),
                !look && createSchema(),
                settings().onConnect(),
                lender.orElse(null)));
    requireExpected(database);
    return database;
  }

  private ClassLoader driverClasses(Dialect expected, String url) {
    DriverArtifact driver =
        expected.drivers().stream()
            .filter(d -> url.startsWith(d.urlPrefix()))
            .findFirst()
            .orElseThrow();
    return frontEnd.driverClasses(
        new FrontEnd.DriverRequest(
            driver.urlPrefix(),
            driver.groupId(),
            driver.artifactId(),
            driver.version(),
            driver.className()));
  }

  private Map<String, String> properties(Dialect dialect, boolean look) {
    Map<String, String> properties = new HashMap<>(dialect.connectionProperties());
    if (look) {
      properties.putAll(dialect.existingOnly());
    }
    properties.putAll(options.connectionProperties());
    return properties;
  }

  /** The server's own word counts; a dialect that was given must not say another. */
  private void requireExpected(Database database) {
    Setting given = options.dialect();
    if (given == null) {
      return;
    }
    Dialect dialect = dialect(given.value(), given.source());
    if (!dialect.name().equals(database.dialect().name())) {
      database.close();
      throw CommandException.of(
          Status.INVALID,
          given.source()
              + " says "
              + dialect.displayName()
              + ", and the server is "
              + database.dialect().displayName()
              + " "
              + database.dialect().version()
              + ".");
    }
  }
}
