package io.schemachain.diagnostic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects diagnostics, so that a run can report all mistakes at once. Not thread-safe. */
public final class Diagnostics {
  /** Nobody reads more, and a file can have millions of mistakes. */
  private static final int MOST = 1000;

  private static final Diagnostic MORE =
      Diagnostic.error("There are more mistakes than these " + MOST + ".", null);

  private final List<Diagnostic> all = new ArrayList<>();
  private boolean hasMore;
  private @Nullable Throwable cause;

  /** Adds it, or that there are more. */
  public void add(Diagnostic diagnostic) {
    if (all.size() < MOST) {
      all.add(diagnostic);
    } else if (diagnostic.isError() && !hasMore) {
      hasMore = true;
      all.add(MORE);
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
