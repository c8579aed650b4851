package io.schemachain.faults;

import io.schemachain.command.CommandResult;
import io.schemachain.command.Downgrade;
import io.schemachain.command.Drift;
import io.schemachain.command.FrontEnd;
import io.schemachain.command.Options;
import io.schemachain.command.Progress;
import io.schemachain.command.Resolve;
import io.schemachain.command.Setting;
import io.schemachain.command.Upgrade;
import io.schemachain.command.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Goals on one database, as a front end runs them. */
final class Runs implements FrontEnd, Progress {
  /** The databases are waited for: a server needs its time to notice that a runner is dead. */
  private static final Duration LOCK_TIMEOUT = Duration.ofSeconds(60);

  private static final String FIRST = "a00000000001";

  private final Path chain;
  private final String url;
  private final @Nullable String username;
  private final @Nullable String password;
  private final boolean faulty;
  private final Duration lockTimeout;

  /** What was said. */
  final List<String> log = Collections.synchronizedList(new ArrayList<>());

  private Runs(
      Path chain,
      String url,
      @Nullable String username,
      @Nullable String password,
      boolean faulty,
      Duration lockTimeout) {
    this.chain = chain;
    this.url = url;
    this.username = username;
    this.password = password;
    this.faulty = faulty;
    this.lockTimeout = lockTimeout;
  }

  /**
   * @param chain the schema folder
   */
  static Runs of(Path chain, String url, @Nullable String username, @Nullable String password) {
    return new Runs(chain, url, username, password, false, LOCK_TIMEOUT);
  }

  /** By way of {@link FaultyDriver}. */
  Runs faulty() {
    return new Runs(chain, url, username, password, true, lockTimeout);
  }

  /** Others are not waited for. */
  Runs impatient() {
    return new Runs(chain, url, username, password, faulty, Duration.ZERO);
  }

  /**
   * @param goal {@code upgrade} all the way, or {@code downgrade} to the first revision
   */
  CommandResult run(String goal) {
    return goal.equals("upgrade")
        ? upgradeTo("head")
        : new Downgrade(workspace()).run(new Downgrade.Request(FIRST, false));
  }

  CommandResult upgradeTo(String target) {
    return new Upgrade(workspace()).run(new Upgrade.Request(target, false));
  }

  /** Says what became of the statement that was interrupted. */
  void resolve(boolean done) {
    new Resolve(workspace())
        .run(new Resolve.Request(done ? Resolve.Action.DONE : Resolve.Action.RETRY));
  }

  /** Throws where the catalog is not what the revisions made. */
  CommandResult drift() {
    return new Drift(workspace()).run(new Drift.Request());
  }

  private Workspace workspace() {
    return new Workspace(
        new Options(
            chain,
            chain,
            null,
            null,
            setting(url),
            setting(username),
            setting(password),
            null,
            null,
            false,
            Map.of(),
            Map.of(),
            lockTimeout,
            null),
        this);
  }

  private static @Nullable Setting setting(@Nullable String value) {
    return value == null ? null : new Setting(value, "the test");
  }

  @Override
  public Progress progress() {
    return this;
  }

  @Override
  public ClassLoader driverClasses(DriverRequest driver) {
    return faulty ? FaultyDriver.loader() : Runs.class.getClassLoader();
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
    return goal + " " + String.join(" ", options);
  }

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
    log.add(direction + " " + title);
  }

  @Override
  public void operationStarted(String what, int number, int of) {}

  @Override
  public void revisionFinished(String direction, String title, int number, int of, Duration took) {}

  @Override
  public boolean showsOperations() {
    return faulty; // Then statements are sent one by one.
  }
}
