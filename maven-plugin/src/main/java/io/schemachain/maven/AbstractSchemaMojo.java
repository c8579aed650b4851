package io.schemachain.maven;

import io.schemachain.command.CommandResult;
import io.schemachain.command.NextStep;
import io.schemachain.command.Options;
import io.schemachain.command.OutputFormat;
import io.schemachain.command.Shown;
import io.schemachain.command.Workspace;
import io.schemachain.diagnostic.SchemaException;
import io.schemachain.diagnostic.Status;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.inject.Inject;
import javax.inject.Provider;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * What all goals have in common: the common parameters, where output and report go, and the one
 * translation of exceptions. A setting is taken from -D, then from the environment variable
 * SCHEMA_… where there is one, then from the POM, then from schema.yaml.
 */
@SuppressWarnings("NullAway.Init") // Maven fills the fields.
abstract class AbstractSchemaMojo extends AbstractMojo {
  private static final String DEFAULT_DIRECTORY = "src/main/schema";

  /** JDBC URL of the database; also the environment variable SCHEMA_URL. */
  @Parameter(property = "schema.url")
  private @Nullable String url;

  /** User name for the database; also the environment variable SCHEMA_USERNAME. */
  @Parameter(property = "schema.username")
  private @Nullable String username;

  /**
   * Password for the database; also the environment variable SCHEMA_PASSWORD. No goal shows it, but
   * Maven itself does with -X, and others may see a command line: prefer the variable, or <code>
   * server</code>.
   */
  @Parameter(property = "schema.password")
  private @Nullable String password;

  /**
   * Id of a <code>server</code> in settings.xml that has user name and password; the password may
   * be encrypted as Maven does it.
   */
  @Parameter(property = "schema.server")
  private @Nullable String server;

  /**
   * Name of an environment in schema.yaml, from which comes what is not given otherwise; also the
   * environment variable SCHEMA_ENVIRONMENT.
   */
  @Parameter(property = "schema.environment")
  private @Nullable String environment;

  /**
   * Coordinates of the JDBC driver, <code>group:artifact:version</code>, and of what it needs
   * besides its own dependencies; several are separated by commas. Left out, the driver fits the
   * URL, in the version that the POM declares, else in one known to work.
   */
  @Parameter(property = "schema.driver")
  private @Nullable List<String> driver;

  /**
   * Connection properties for the driver. On the command line: <code>-Dschema.jdbc.name=value
   * </code>.
   */
  @Parameter private @Nullable Map<String, String> jdbc;

  /**
   * Values for variables that schema.yaml declares. On the command line: <code>
   * -Dschema.var.name=value</code>.
   */
  @Parameter private @Nullable Map<String, String> var;

  /**
   * The database to write SQL for, with a version or without: <code>postgresql</code>, <code>
   * postgresql:14</code>. Left out, it is that of the URL.
   */
  @Parameter(property = "schema.dialect")
  private @Nullable String dialect;

  /**
   * The migration folder, relative to the folder of the POM, or to the current folder without a
   * POM. Left out, it is <code>src/main/schema</code>; then a module that has no such folder is
   * skipped, unless it is the only project of the build.
   */
  @Parameter(property = "schema.directory")
  private @Nullable String directory;

  /** The database schema in which unqualified names live. */
  @Parameter(property = "schema.defaultSchema")
  private @Nullable String defaultSchema;

  /**
   * Whether a run, or a script, begins by creating the default schema when it does not exist. Goals
   * that only look create nothing.
   */
  @Parameter(property = "schema.createSchema", defaultValue = "false")
  private boolean createSchema;

  /** Does nothing, if true. */
  @Parameter(property = "schema.skip", defaultValue = "false")
  private boolean skip;

  /**
   * How long to wait for another run on the same database: seconds, or a duration such as <code>90s
   * </code>, <code>5m</code> or <code>PT1M</code>; 0 does not wait. Left out, it is 60 seconds.
   */
  @Parameter(property = "schema.lockTimeout")
  private @Nullable String lockTimeout;

  /**
   * File for what the goal was asked to show, such as a script or a list, in UTF-8; relative to the
   * folder of the POM. Left out, it goes to the standard output, where with <code>mvn -q</code>
   * nothing else goes. A goal that fails writes nothing.
   */
  @Parameter(property = "schema.output")
  private @Nullable String output;

  /**
   * File for the result as JSON, relative to the folder of the POM: <code>status</code> (ok,
   * pending, drift, invalid, failed, partial or busy), <code>goal</code>, and what the goal has to
   * tell. It is written as well when the goal fails.
   */
  @Parameter(property = "schema.report")
  private @Nullable String report;

  /**
   * The name of the environment once more, where that is <code>protected</code> and the goal would
   * destroy something.
   */
  @Parameter(property = "schema.confirm")
  private @Nullable String confirm;

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  private MavenSession session;

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private MavenProject project;

  @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
  private MojoExecution execution;

  /** How a person runs another goal; known better once the goal knows what it reads. */
  private NextStep.@Nullable CommandLine commandLine;

  @Inject private Provider<RepositorySystem> repositories;
  @Inject private Provider<SettingsDecrypter> decrypter;
  @Inject private Provider<ProjectDependenciesResolver> dependencies;

  /** Runs the command of the same name. */
  protected abstract CommandResult run(Workspace workspace);

  /** Whether the goal reads the migration folder, as all do but the one that makes it. */
  protected boolean needsDirectory() {
    return true;
  }

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    MavenContext maven = new MavenContext(session, project, execution);
    try {
      CommandLineFirst.apply(this, maven);
      PropertyNames.check(maven, getLog());
      PlainPasswords.warn(maven, getLog());
      if (skip) {
        getLog().info("Skipped: schema.skip is set.");
      } else if (hasDirectory(maven)) {
        runAndShow(maven);
      }
    } catch (SchemaException e) {
      reportFailure(maven, e.status(), e);
      if (e.isEnvironmental()) {
        throw new MojoExecutionException(message(e, maven), cause(e));
      }
      throw new MojoFailureException(message(e, maven), cause(e));
    } catch (RuntimeException e) {
      reportFailure(maven, Status.FAILED, e);
      throw new MojoExecutionException(
          "This is a defect of the plugin and not your mistake: "
              + e
              + ". Please report it with what the same command says with -e.",
          e);
    }
  }

  /** A parameter without which the goal means nothing. */
  protected final String required(@Nullable String value, String name, String example) {
    if (value == null) {
      MavenContext maven = new MavenContext(session, project, execution);
      throw GoalException.wrongInput(
          "%s needs schema.%s. Type: %s"
              .formatted(
                  execution.getGoal(),
                  name,
                  maven.commandLine(execution.getGoal(), name + "=" + example)));
    }
    return value;
  }

  /** The form in which a goal shows something. */
  protected static OutputFormat format(String name) {
    return switch (name) {
      case "text" -> OutputFormat.TEXT;
      case "json" -> OutputFormat.JSON;
      default ->
          throw GoalException.wrongInput("schema.format is text or json, not '" + name + "'.");
    };
  }

  /** The same, or one of the pictures. */
  protected static OutputFormat picture(String name) {
    return switch (name) {
      case "mermaid" -> OutputFormat.MERMAID;
      case "svg" -> OutputFormat.SVG;
      case "html" -> OutputFormat.HTML;
      case "text", "json" -> format(name);
      default ->
          throw GoalException.wrongInput(
              "schema.format is text, json, mermaid, svg or html, not '" + name + "'.");
    };
  }

  /** The words of a list with commas between; none for nothing. */
  protected static List<String> words(@Nullable String list) {
    return list == null || list.isBlank()
        ? List.of()
        : Stream.of(list.split(",", -1)).map(String::strip).toList();
  }

  /** Who said what a parameter says: for people. */
  protected final String sourceOf(String parameter) {
    return new MavenContext(session, project, execution).sourceOf(parameter);
  }

  private boolean hasDirectory(MavenContext maven) {
    Path folder = directory(maven);
    if (Files.isDirectory(folder) || !needsDirectory()) {
      return true;
    }
    String missing = "There is no migration folder " + maven.shown(folder) + ".";
    if (directory == null && maven.isOneOfManyInTheLifeCycle()) {
      getLog().info("Skipped: " + missing);
      return false;
    }
    List<MavenProject> others =
        directory == null ? maven.projectsWith(DEFAULT_DIRECTORY) : List.of();
    throw GoalException.wrongInput(
        missing
            + (others.isEmpty()
                ? " To make one, type: " + maven.commandLine("init")
                : " Type: " + maven.commandLineFor(others.get(0), execution.getGoal())));
  }

  private void runAndShow(MavenContext maven) throws MojoFailureException {
    List<String> drivers = driver == null ? List.of() : driver;
    CommandResult result;
    try (MavenFrontEnd frontEnd =
        new MavenFrontEnd(maven, repositories, decrypter, dependencies, drivers, getLog())) {
      commandLine = frontEnd::commandLine;
      result = run(new Workspace(options(maven), frontEnd));
    }
    result.messages().forEach(getLog()::info);
    Shown shown = result.shown();
    if (shown != null) {
      GoalOutput.write(shown, output == null ? null : maven.resolve(output));
    }
    if (report != null) {
      new GoalReport(execution.getGoal(), maven.resolve(report)).write(result);
    }
    if (result.failure() != null) {
      throw new MojoFailureException("\n" + result.failure());
    }
  }

  private Options options(MavenContext maven) {
    Path folder = directory(maven);
    return new Options(
        folder,
        maven.displayBase(folder),
        maven.setting("environment", "SCHEMA_ENVIRONMENT", environment),
        maven.setting("dialect", null, dialect),
        maven.setting("url", "SCHEMA_URL", url),
        maven.setting("username", "SCHEMA_USERNAME", username),
        maven.setting("password", "SCHEMA_PASSWORD", password),
        maven.setting("server", null, server),
        maven.setting("defaultSchema", null, defaultSchema),
        createSchema,
        maven.entries("jdbc", jdbc),
        maven.entries("var", var),
        LockTimeout.parse(lockTimeout),
        confirm);
  }

  private Path directory(MavenContext maven) {
    return maven.resolve(directory == null ? DEFAULT_DIRECTORY : directory);
  }

  private void reportFailure(MavenContext maven, Status status, RuntimeException failure) {
    if (report == null) {
      return;
    }
    try {
      new GoalReport(execution.getGoal(), maven.resolve(report)).write(status, failure);
    } catch (RuntimeException e) {
      getLog().error(e.getMessage());
      failure.addSuppressed(e);
    }
  }

  /**
   * Several lines begin below Maven's own words, so that a position stands at the start of one.
   * What to type next stands at the end, unless the message says it.
   */
  private String message(SchemaException e, MavenContext maven) {
    String message = String.valueOf(e.getMessage());
    String next =
        message.contains("mvn ")
            ? ""
            : "\n\n"
                + NextStep.after(
                    e, execution.getGoal(), commandLine == null ? maven::commandLine : commandLine);
    String whole = message + next;
    return whole.contains("\n") ? "\n" + whole : whole;
  }

  /** Only for -e and -X: Maven appends the messages of all causes to ours. */
  private @Nullable Throwable cause(SchemaException e) {
    return session.getRequest().isShowErrors() || getLog().isDebugEnabled() ? e : null;
  }
}
