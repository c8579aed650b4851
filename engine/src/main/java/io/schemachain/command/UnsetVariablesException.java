package io.schemachain.command;

import io.schemachain.diagnostic.Diagnostic;
import io.schemachain.diagnostic.DiagnosticException;
import java.util.List;

/** An environment needs variables of the process that are not set: no file is wrong. */
final class UnsetVariablesException extends DiagnosticException {
  private static final long serialVersionUID = 1L;

  UnsetVariablesException(List<Diagnostic> diagnostics) {
    super(diagnostics);
  }
}
