package io.schemachain.application;

import static java.util.Objects.requireNonNull;

import io.schemachain.apply.Lender;
import io.schemachain.command.FrontEnd;
import io.schemachain.command.Progress;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** An application as commands see it: its own connections, a log, and people who use Maven. */
final class ApplicationFrontEnd implements FrontEnd {
  private final Lender lender;
  private final Consumer<String> log;

  ApplicationFrontEnd(Lender lender, Consumer<String> log) {
    this.lender = requireNonNull(lender, "lender");
    this.log = requireNonNull(log, "log");
  }

  @Override
  public Optional<Lender> lender() {
    return Optional.of(lender);
  }

  @Override
  public ClassLoader driverClasses(DriverRequest driver) {
    throw new IllegalStateException("The application has its own connections.");
  }

  @Override
  public Optional<Credentials> credentials(String server) {
    return Optional.empty();
  }

  @Override
  public Optional<String> environmentVariable(String name) {
    return Optional.ofNullable(System.getenv(name));
  }

  @Override
  public Progress progress() {
    return new Lines();
  }

  @Override
  public String commandLine(String goal, String... options) {
    return ("mvn schema:" + goal + " " + String.join(" ", options)).strip();
  }

  private final class Lines implements Progress {
    @Override
    public void info(String message) {
      log.accept(message);
    }

    @Override
    public void warn(String message) {
      log.accept(message);
    }

    @Override
    public void revisionStarted(String direction, String title, int number, int of) {
      log.accept(direction + " " + title + " (" + number + " of " + of + ")");
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
