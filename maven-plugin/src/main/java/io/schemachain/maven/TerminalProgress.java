package io.schemachain.maven;

import java.io.PrintStream;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.apache.maven.plugin.logging.Log;

/** The same, and below it one line that tells what is being done right now. */
final class TerminalProgress extends LogProgress {
  /** A longer line would wrap, and could not be taken back. */
  private static final int WIDTH = 79;

  private static final String CLEAR = "\r\u001b[K";

  private final PrintStream terminal;
  private final LongSupplier nanoTime;
  private String revision = "";
  private long started;
  private boolean shown;

  TerminalProgress(Log log, PrintStream terminal, LongSupplier nanoTime) {
    super(log);
    this.terminal = terminal;
    this.nanoTime = nanoTime;
  }

  @Override
  public void info(String message) {
    end();
    super.info(message);
  }

  @Override
  public void warn(String message) {
    end();
    super.warn(message);
  }

  @Override
  public void revisionStarted(String direction, String title, int number, int of) {
    started = nanoTime.getAsLong();
    revision = "%d of %d  %s %s".formatted(number, of, direction, title);
    show(revision);
  }

  @Override
  public void operationStarted(String what, int number, int of) {
    Duration elapsed = Duration.ofNanos(nanoTime.getAsLong() - started);
    show("%s  %d/%d %s  %s".formatted(revision, number, of, what, text(elapsed)));
  }

  @Override
  public void revisionFinished(String direction, String title, int number, int of, Duration took) {
    end();
    super.revisionFinished(direction, title, number, of, took);
  }

  @Override
  public boolean showsOperations() {
    return true;
  }

  @Override
  void end() {
    if (shown) {
      terminal.print(CLEAR);
      terminal.flush();
      shown = false;
    }
  }

  private void show(String line) {
    terminal.print(CLEAR + (line.length() > WIDTH ? line.substring(0, WIDTH) : line));
    terminal.flush();
    shown = true;
  }
}
