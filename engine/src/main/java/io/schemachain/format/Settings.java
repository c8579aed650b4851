package io.schemachain.format;

import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.SourceLocation;
import io.schemachain.operation.Omittable;
import io.schemachain.revision.Strategy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What schema.yaml says; every part has its default when the file or the key is absent.
 *
 * @param dialects {@code postgresql:14} and the like, as written, in order
 * @param versions folders of revisions below the schema folder
 * @param transactionPerRun {@code transactions: run}: one transaction over the whole run
 * @param strategy how operations are done that do not say it themselves
 * @param timeouts how long statements wait, and take
 * @param variables declared variables and their defaults, in the order of the file
 * @param omit features that are left out where a database has none
 * @param environments in the order of the file
 * @param targets where the schema as it should be is written down, in the order of the file; empty
 *     where the settings do not say
 * @param selection which tables and objects are looked at when schemas are compared
 * @param renamedFrom what is said of former names, for targets that cannot say it themselves
 * @param lint what is looked for in revisions, and how serious it is
 * @param location of the file, null without one
 */
public record Settings(
    List<String> dialects,
    List<String> versions,
    VersionTable versionTable,
    @Nullable String defaultSchema,
    List<String> onConnect,
    boolean transactionPerRun,
    Strategy strategy,
    Timeouts timeouts,
    NamingConventions namingConventions,
    Map<String, String> variables,
    Set<Omittable> omit,
    Map<String, Environment> environments,
    List<TargetPlace> targets,
    Selection selection,
    List<RenameHint> renamedFrom,
    LintOptions lint,
    @Nullable SourceLocation location) {

  public static final Settings DEFAULT =
      new Settings(
          List.of(),
          List.of("versions"),
          VersionTable.DEFAULT,
          null,
          List.of(),
          false,
          Strategy.FAST,
          Timeouts.DEFAULT,
          NamingConventions.DEFAULT,
          Map.of(),
          Set.of(),
          Map.of(),
          List.of(),
          Selection.ALL,
          List.of(),
          LintOptions.DEFAULT,
          null);

  /**
   * How long statements of a run wait for others.
   *
   * @param lock how long one waits for a lock; zero for as long as the server lets it
   * @param statement how long one may take, where others wait for it; zero for as long as it needs
   * @param retries how often one that had to give up is tried again
   */
  public record Timeouts(Duration lock, Duration statement, int retries) {
    public static final Timeouts DEFAULT =
        new Timeouts(Duration.ofSeconds(10), Duration.ofHours(1), 3);
  }

  /** Names of our own tables; a null schema is the default schema. */
  public record VersionTable(String name, String journal, @Nullable String schema) {
    public static final VersionTable DEFAULT =
        new VersionTable("schemachain_version", "schemachain_journal", null);
  }

  /**
   * A named place to connect to, as written: {@code ${env.NAME}} in it is replaced by {@link
   * #resolve}, so that only the environment that is used needs its variables.
   *
   * @param server id of an entry in Maven's settings.xml
   * @param isProtected whether what destroys wants a confirmation
   * @param location of its name
   */
  public record Environment(
      @Nullable String url,
      @Nullable String username,
      @Nullable String password,
      @Nullable String server,
      boolean isProtected,
      SourceLocation location) {

    /**
     * The environment with the values of environment variables in place; those that are not set are
     * errors and stay as written.
     *
     * @param environmentVariables gives the value of one, null when it is not set
     */
    public Environment resolve(
        UnaryOperator<@Nullable String> environmentVariables, Diagnostics diagnostics) {
      EnvironmentVariables values =
          new EnvironmentVariables(environmentVariables, location, diagnostics);
      return new Environment(
          values.replace(url),
          values.replace(username),
          values.replace(password),
          values.replace(server),
          isProtected,
          location);
    }

    /** Nothing that could be a password. */
    @Override
    public String toString() {
      return "Environment[" + location + "]";
    }
  }
}
