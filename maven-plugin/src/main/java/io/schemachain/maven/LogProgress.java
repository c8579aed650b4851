package io.schemachain.maven;

import io.schemachain.command.Progress;
import java.time.Duration;
import java.util.Locale;
import org.apache.maven.plugin.logging.Log;

/** One line in the log for each revision that is done. */
class LogProgress implements Progress {
  private final Log log;

  LogProgress(Log log) {
    this.log = log;
  }

  @Override
  public void info(String message) {
    log.info(message);
  }

  @Override
  public void warn(String message) {
    log.warn(message);
  }

  @Override
  public void revisionStarted(String direction, String title, int number, int of) {}

  @Override
  public void operationStarted(String what, int number, int of) {}

  @Override
  public void revisionFinished(String direction, String title, int number, int of, Duration took) {
    log.info("%s %s  %d of %d  %s".formatted(direction, title, number, of, text(took)));
  }

  @Override
  public boolean showsOperations() {
    return false;
  }

  /** To be called when nothing more will come. */
  void end() {}

  /** Three figures are enough: {@code 34 ms}, {@code 1.25 s}, {@code 2 min 5 s}. */
  static String text(Duration duration) {
    long millis = duration.toMillis();
    if (millis < 1000) {
      return millis + " ms";
    }
    return duration.toSeconds() < 60
        ? String.format(Locale.ROOT, "%.2f s", millis / 1000.0)
        : duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
  }
}
