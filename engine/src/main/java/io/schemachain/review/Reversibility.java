package io.schemachain.review;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * How a revision is undone.
 *
 * @param remarks what does not come back, and what goes with the way down; a sentence each
 */
public record Reversibility(Kind kind, List<String> remarks) {
  /** Where the way down comes from. */
  public enum Kind {
    DERIVED("Downgrade derived from the upgrade"),
    WRITTEN("Downgrade written by the author"),
    IMPOSSIBLE("Irreversible");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** For people. */
    public String word() {
      return word;
    }
  }

  public Reversibility {
    requireNonNull(kind, "kind");
    remarks = List.copyOf(remarks);
  }
}
