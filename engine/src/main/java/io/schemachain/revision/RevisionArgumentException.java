package io.schemachain.revision;

import io.schemachain.diagnostic.SchemaException;
import java.util.Collection;
import java.util.stream.Collectors;

/** A revision argument that names nothing, or too much. */
public final class RevisionArgumentException extends SchemaException {
  private static final long serialVersionUID = 1L;

  public RevisionArgumentException(String message) {
    super(message);
  }

  static RevisionArgumentException severalHeads(Collection<RevisionHeader> heads) {
    return new RevisionArgumentException(
        "There are several heads, so `head` says too little:\n"
            + heads.stream()
                .map(head -> "  " + head.title() + "  in " + head.location().path())
                .collect(Collectors.joining("\n"))
            + "\nName one of them, or join them by a revision whose down_revision lists both.");
  }
}
