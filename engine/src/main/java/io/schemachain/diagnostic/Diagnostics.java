package io.schemachain.diagnostic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects diagnostics, so that a run can report all mistakes at once. Not thread-safe. */
public final class Diagnostics {
  private final List<Diagnostic> all = new ArrayList<>();

  public void add(Diagnostic diagnostic) {
    all.add(diagnostic);
  }

  public void addAll(Collection<Diagnostic> diagnostics) {
    all.addAll(diagnostics);
  }

  public void error(SourceLocation location, String message, @Nullable String hint) {
    add(Diagnostic.error(location, message, hint));
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
      throw new DiagnosticException(all);
    }
  }
}
