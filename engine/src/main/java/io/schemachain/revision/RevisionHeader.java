package io.schemachain.revision;

import static java.util.Objects.requireNonNull;

import io.schemachain.diagnostic.SourceLocation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a revision says about itself and its place in the graph; all that the graph needs.
 *
 * @param id unique in the project, 1 to 128 of ASCII letters, digits, {@code _} and {@code .}
 * @param downRevisions its parents: none for a base, several for a merge
 * @param message one line for people
 * @param createDate ISO text as written
 * @param transaction false asks to run it outside a transaction
 * @param location of the id in its file
 */
public record RevisionHeader(
    String id,
    List<String> downRevisions,
    List<String> branchLabels,
    List<String> dependsOn,
    @Nullable String message,
    @Nullable String createDate,
    boolean transaction,
    SourceLocation location) {
  public RevisionHeader {
    requireNonNull(id, "id");
    downRevisions = List.copyOf(downRevisions);
    branchLabels = List.copyOf(branchLabels);
    dependsOn = List.copyOf(dependsOn);
    requireNonNull(location, "location");
  }

  /** The id and the message, for messages: {@code 8f4b2c1d90ae (Add phone to users)}. */
  public String title() {
    return message == null ? id : id + " (" + message + ")";
  }
}
