package io.schemachain.maven;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.Console;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.execution.MavenSession;

/** Whether a person looks on. */
final class Terminal {
  private static final File TTY = new File("/dev/tty");
  private static final int USUAL_COLUMNS = 80;
  private static final long STTY_MILLIS = 500;
  private static final Pattern STTY_SIZE = Pattern.compile("\\d+ ([1-9]\\d{0,4})\\s*");
  private static final Pattern COLUMNS = Pattern.compile("[1-9]\\d{0,4}");

  private Terminal() {}

  /** Whether standard input and output are one terminal. */
  @SuppressWarnings("SystemConsoleNull") // Null on older JDKs only, and asked about on newer ones.
  static boolean isPresent() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      // Since JDK 22, which may have a console without a terminal.
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether a line may be written over while a run goes on. */
  static boolean isLive(MavenSession session) {
    return isPresent()
        && session.getRequest().isInteractiveMode()
        && session.getRequest().getDegreeOfConcurrency() == 1
        && allowsEscapes(session.getUserProperties(), System.getenv());
  }

  static boolean allowsEscapes(Properties properties, Map<String, String> environment) {
    return !properties.getProperty("style.color", "").equals("never")
        && !properties.getProperty("maven.style.color", "").equals("never")
        && environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !environment.getOrDefault("TERM", "").equals("dumb");
  }

  /**
   * A stream to the terminal itself, for what stays within a line: Maven 4 makes System.out a part
   * of its log, which waits for line ends. On Windows it is System.out, in which Maven 3 translates
   * escapes for consoles that do not know them.
   */
  @SuppressWarnings({"resource", "SystemConsoleNull"}) // The descriptor is the process's.
  static PrintStream stream() {
    Console console = System.console();
    return TTY.exists() && console != null
        ? new PrintStream(new FileOutputStream(FileDescriptor.out), false, console.charset())
        : System.out;
  }

  /**
   * How many characters a line of the terminal has. Maven knows it only by classes that differ from
   * version to version (Jansi up to 3.9, JLine in 4, and both may be switched off), so the terminal
   * is asked by {@code stty}, which every Unix has; where there is none COLUMNS counts, if the
   * shell exports it, and else 80.
   */
  static int columns() {
    return columns(sttySize(), System.getenv());
  }

  static int columns(String sttySize, Map<String, String> environment) {
    Matcher size = STTY_SIZE.matcher(sttySize);
    if (size.matches()) {
      return Integer.parseInt(size.group(1));
    }
    String columns = environment.getOrDefault("COLUMNS", "");
    return COLUMNS.matcher(columns).matches() ? Integer.parseInt(columns) : USUAL_COLUMNS;
  }

  /** What {@code stty size} says, rows and columns; empty where it cannot say it. */
  private static String sttySize() {
    if (!TTY.exists()) {
      return "";
    }
    Process stty;
    try {
      stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(TTY)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      return ""; // There is no stty, or no terminal: the width is only for looks.
    }
    try {
      boolean ended = stty.waitFor(STTY_MILLIS, TimeUnit.MILLISECONDS);
      return ended ? new String(stty.getInputStream().readAllBytes(), US_ASCII) : "";
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    } finally {
      stty.destroyForcibly();
    }
  }
}
