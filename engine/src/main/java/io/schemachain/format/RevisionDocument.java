package io.schemachain.format;

import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.revision.Revision;
import io.schemachain.revision.RevisionHeader;
import java.util.Optional;

/** A revision as written: its header is understood, its operations still speak of every dialect. */
public interface RevisionDocument {
  RevisionHeader header();

  /**
   * Narrows the document to one dialect and understands its operations.
   *
   * @return nothing if there were errors, all of which are in {@code diagnostics}
   */
  Optional<Revision> bind(Binding binding, Diagnostics diagnostics);
}
