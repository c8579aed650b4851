package io.schemachain.diagnostic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects diagnostics, so that a run can report all mistakes at once. Not thread-safe. */
public final class Diagnostics {
  /** Nobody reads more, and a file can have millions of mistakes. */
  private static final int MOST_ERRORS = 1000;

  private static final int MOST_WARNINGS = 1000;

  private static final Diagnostic MORE_ERRORS =
      Diagnostic.error("There are more mistakes than these " + MOST_ERRORS + ".", null);

  private static final Diagnostic MORE_WARNINGS =
      Diagnostic.warning(null, "There are more warnings than these " + MOST_WARNINGS + ".", null);

  private final List<Diagnostic> all = new ArrayList<>();
  private @Nullable Throwable cause;
  private int errors;
  private int warnings;

  /** Adds it, or once that there are more. */
  public void add(Diagnostic diagnostic) {
    if (diagnostic.isError()) {
      if (errors <= MOST_ERRORS) {
        all.add(errors < MOST_ERRORS ? diagnostic : MORE_ERRORS);
        errors++;
      }
    } else if (warnings <= MOST_WARNINGS) {
      all.add(warnings < MOST_WARNINGS ? diagnostic : MORE_WARNINGS);
      warnings++;
    }
  }

  public void addAll(Collection<Diagnostic> diagnostics) {
    diagnostics.forEach(this::add);
  }

  /** All that another has collected, and the cause. */
  public void addAll(Diagnostics other) {
    addAll(other.all);
    cause = cause == null ? other.cause : cause;
  }

  /** What is not there yet: the same mistake on several dialects is said once. */
  public void addNew(Collection<Diagnostic> found) {
    Set<Diagnostic> known = new HashSet<>(all());
    found.stream().filter(known::add).forEach(this::add);
  }

  public void error(SourceLocation location, String message, @Nullable String hint) {
    add(Diagnostic.error(location, message, hint));
  }

  /** The same of what other code threw: the first becomes the cause, for who wants its stack. */
  public void error(
      SourceLocation location, String message, @Nullable String hint, Throwable thrown) {
    error(location, message, hint);
    cause = cause == null ? thrown : cause;
  }

  public boolean hasErrors() {
    for (Diagnostic diagnostic : all) {
      if (diagnostic.isError()) {
        return true;
      }
    }
    return false;
  }

  public List<Diagnostic> all() {
    return List.copyOf(all);
  }

  /**
   * @throws DiagnosticException with everything collected, if there is an error among it
   */
  public void throwIfErrors() {
    if (hasErrors()) {
      throw new DiagnosticException(all, cause);
    }
  }
}
