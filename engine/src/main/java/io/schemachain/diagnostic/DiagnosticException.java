package io.schemachain.diagnostic;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The user's input is wrong: one or more diagnostics, all that were found. */
public class DiagnosticException extends SchemaException {
  private static final long serialVersionUID = 1L;

  private final transient List<Diagnostic> diagnostics;

  public DiagnosticException(List<Diagnostic> diagnostics) {
    this(diagnostics, null);
  }

  /**
   * @param cause what other code threw, if that is what is told
   */
  public DiagnosticException(List<Diagnostic> diagnostics, @Nullable Throwable cause) {
    super(diagnostics.stream().map(Diagnostic::render).collect(Collectors.joining("\n")), cause);
    this.diagnostics = List.copyOf(diagnostics);
  }

  public DiagnosticException(Diagnostic diagnostic) {
    this(List.of(diagnostic));
  }

  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }
}
