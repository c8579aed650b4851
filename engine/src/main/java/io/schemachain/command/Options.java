package io.schemachain.command;

import static java.util.Objects.requireNonNull;

import io.schemachain.format.Durations;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a front end knows: the common properties of all goals. What is absent here is taken from the
 * chosen environment in schema.yaml, then from its top.
 *
 * @param directory the schema folder, absolute; it need not exist
 * @param base the folder that printed paths are relative to, absolute
 * @param environment name of an environment of schema.yaml
 * @param dialect {@code postgresql} or {@code postgresql:14}
 * @param server id under which the front end keeps user name and password
 * @param createSchema whether a run creates the default schema when it does not exist
 * @param connectionProperties passed to the driver ({@code jdbc.<name>})
 * @param variables values for declared variables ({@code var.<name>})
 * @param lockTimeout how long to wait for another runner
 * @param confirm the environment's name again, for what is refused on a protected one
 */
public record Options(
    Path directory,
    Path base,
    @Nullable Setting environment,
    @Nullable Setting dialect,
    @Nullable Setting url,
    @Nullable Setting username,
    @Nullable Setting password,
    @Nullable Setting server,
    @Nullable Setting defaultSchema,
    boolean createSchema,
    Map<String, String> connectionProperties,
    Map<String, String> variables,
    Duration lockTimeout,
    @Nullable String confirm) {

  /** How long a run waits for another one when nothing is said. */
  public static final Duration DEFAULT_LOCK_TIMEOUT = Duration.ofSeconds(60);

  public Options {
    requireNonNull(directory, "directory");
    requireNonNull(base, "base");
    connectionProperties = Map.copyOf(connectionProperties);
    variables = Map.copyOf(variables);
    requireNonNull(lockTimeout, "lockTimeout");
  }

  /**
   * A time as people write it: {@code 60} (seconds), {@code 90s}, {@code 5m} or {@code PT1M30S}.
   *
   * @return nothing where it is no time, or a negative one
   */
  public static Optional<Duration> duration(String text) {
    return Durations.parse(text);
  }

  /** A folder and nothing else. */
  public static Options of(Path directory, Path base) {
    return new Options(
        directory,
        base,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        false,
        Map.of(),
        Map.of(),
        DEFAULT_LOCK_TIMEOUT,
        null);
  }

  /**
   * The same project and another database: that of an environment, or of a URL that needs no user.
   */
  public Options elsewhere(@Nullable Setting otherEnvironment, @Nullable Setting otherUrl) {
    return new Options(
        directory,
        base,
        otherEnvironment,
        null,
        otherUrl,
        null,
        null,
        null,
        defaultSchema,
        createSchema,
        connectionProperties,
        variables,
        lockTimeout,
        null);
  }
}
