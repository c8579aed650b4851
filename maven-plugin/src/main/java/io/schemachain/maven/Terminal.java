package io.schemachain.maven;

import java.io.Console;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import java.util.Properties;
import org.apache.maven.execution.MavenSession;

/** Whether a person looks on. */
final class Terminal {
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
}
