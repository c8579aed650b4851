package io.schemachain.maven;

import io.schemachain.command.DriverLoader;
import io.schemachain.command.FrontEnd;
import io.schemachain.command.Progress;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.inject.Provider;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** Answers the engine out of the running build. What costs time is made when it is asked for. */
final class MavenFrontEnd implements FrontEnd, AutoCloseable {
  private final MavenContext maven;
  private final Provider<RepositorySystem> repositories;
  private final Provider<SettingsDecrypter> decrypter;
  private final Provider<ProjectDependenciesResolver> dependencies;
  private final List<String> drivers;
  private final LogProgress progress;
  private @Nullable DriverLoader loader;
  private boolean readsEntities;

  /**
   * @param drivers coordinates that the user gave; empty if there are none
   */
  MavenFrontEnd(
      MavenContext maven,
      Provider<RepositorySystem> repositories,
      Provider<SettingsDecrypter> decrypter,
      Provider<ProjectDependenciesResolver> dependencies,
      List<String> drivers,
      Log log) {
    this.maven = maven;
    this.repositories = repositories;
    this.decrypter = decrypter;
    this.dependencies = dependencies;
    this.drivers = drivers;
    this.progress =
        log.isInfoEnabled() && Terminal.isLive(maven.session())
            ? new TerminalProgress(log, Terminal.stream(), System::nanoTime, Terminal::columns)
            : new LogProgress(log);
  }

  @Override
  public ClassLoader driverClasses(DriverRequest driver) {
    DriverLoader loaded = new DriverResolver(maven, repositories.get()).load(driver, drivers);
    loader = loaded;
    return loaded;
  }

  @Override
  public ProjectClasses projectClasses() {
    readsEntities = true;
    return new ProjectClassPath(maven, dependencies.get()).resolve();
  }

  @Override
  public Optional<Credentials> credentials(String server) {
    return ServerCredentials.of(server, maven.session().getSettings(), decrypter.get());
  }

  @Override
  public Optional<String> environmentVariable(String name) {
    return Optional.ofNullable(System.getenv(name));
  }

  @Override
  public Progress progress() {
    return progress;
  }

  @Override
  public String commandLine(String goal, String... options) {
    return readsEntities && MavenContext.readsTarget(goal)
        ? maven.commandLineAfter("compile", goal, options)
        : maven.commandLine(goal, options);
  }

  @Override
  public String againAfter(String phases) {
    return maven.againAfter(phases);
  }

  @Override
  public void close() {
    progress.end();
    if (loader != null) {
      try {
        loader.close();
      } catch (IOException e) {
        progress.warn("The driver's files could not be closed: " + e);
      }
    }
  }
}
