package io.schemachain.jpa;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Takes all and says nothing. */
final class SilentLogger extends Logger {
  private static final long serialVersionUID = 1;

  SilentLogger(String name) {
    super(name);
  }

  @Override
  protected void doLog(
      @Nullable Level level,
      @Nullable String loggerClassName,
      @Nullable Object message,
      Object @Nullable [] parameters,
      @Nullable Throwable thrown) {}

  @Override
  protected void doLogf(
      @Nullable Level level,
      @Nullable String loggerClassName,
      @Nullable String format,
      Object @Nullable [] parameters,
      @Nullable Throwable thrown) {}

  @Override
  public boolean isEnabled(@Nullable Level level) {
    return false;
  }
}
