package io.schemachain.maven;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/**
 * The same, and below it one line that tells what is being done right now and for how long. It is
 * drawn by the run and, once a second, by a timer; whoever draws or logs holds the lock.
 */
final class TerminalProgress extends LogProgress {
  private static final String CLEAR = "\r\u001b[K";
  private static final long TICK_MILLIS = 1000;

  private final PrintStream terminal;
  private final LongSupplier nanoTime;
  private final IntSupplier width;
  private int columns;
  private @Nullable Timer timer;

  /** What is being done: null between revisions, and the operation is empty before the first. */
  private @Nullable String revision;

  private String operation = "";
  private long started;
  private boolean shown;

  /**
   * @param width of the terminal, asked for when the first revision begins
   */
  TerminalProgress(Log log, PrintStream terminal, LongSupplier nanoTime, IntSupplier width) {
    super(log);
    this.terminal = terminal;
    this.nanoTime = nanoTime;
    this.width = width;
  }

  @Override
  public synchronized void info(String message) {
    clear();
    super.info(message);
  }

  @Override
  public synchronized void warn(String message) {
    clear();
    super.warn(message);
  }

  @Override
  public synchronized void revisionStarted(String direction, String title, int number, int of) {
    start();
    started = nanoTime.getAsLong();
    revision = Cells.plain("%d of %d  %s %s".formatted(number, of, direction, title));
    operation = "";
    draw();
  }

  private void start() {
    if (timer == null) {
      // One cell stays free: a cursor behind the last one wraps on some terminals.
      columns = width.getAsInt() - 1;
      timer = new Timer("schemachain-progress", true);
      TimerTask tick =
          new TimerTask() {
            @Override
            public void run() {
              tick();
            }
          };
      timer.scheduleAtFixedRate(tick, TICK_MILLIS, TICK_MILLIS);
    }
  }

  @Override
  public synchronized void operationStarted(String what, int number, int of) {
    operation = Cells.plain("  %d/%d %s".formatted(number, of, what));
    draw();
  }

  @Override
  public synchronized void revisionFinished(
      String direction, String title, int number, int of, Duration took) {
    clear();
    revision = null;
    super.revisionFinished(direction, title, number, of, took);
  }

  @Override
  public boolean showsOperations() {
    return true;
  }

  @Override
  synchronized void end() {
    clear();
    revision = null;
    if (timer != null) {
      timer.cancel();
      timer = null;
    }
  }

  /** Draws again, for the time that has gone by. */
  synchronized void tick() {
    draw();
  }

  private void clear() {
    if (shown) {
      terminal.print(CLEAR);
      terminal.flush();
      shown = false;
    }
  }

  /** Where all does not fit, the title gives way first, down to half of the line. */
  private void draw() {
    if (revision == null) {
      return;
    }
    String time = time(Duration.ofNanos(nanoTime.getAsLong() - started));
    int room = columns - Cells.count(time);
    int forTitle = Math.max(room - Cells.count(operation), columns / 2);
    String line = Cells.fit(Cells.fit(revision, forTitle) + operation, room) + time;
    terminal.print(CLEAR + line);
    terminal.flush();
    shown = true;
  }

  /** Rounded, so that a tick that is a little early or late leaves out no second. */
  private static String time(Duration elapsed) {
    Duration rounded = Duration.ofSeconds(elapsed.plusMillis(500).toSeconds());
    if (rounded.isZero()) {
      return "";
    }
    return "  " + (rounded.toMinutes() == 0 ? rounded.toSeconds() + " s" : text(rounded));
  }
}
