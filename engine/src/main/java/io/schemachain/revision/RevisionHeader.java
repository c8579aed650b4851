package io.schemachain.revision;

import static java.util.Objects.requireNonNull;

import io.schemachain.diagnostic.SourceLocation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a revision says about itself and its place in the graph; all that the graph needs.
 *
 * @param id unique in the project, 1 to 128 of ASCII letters, digits, {@code _} and {@code .}
 * @param downRevisions its parents: none for a base, several for a merge
 * @param message one line for people
 * @param createDate ISO text as written
 * @param transaction false asks to run it outside a transaction
 * @param suppressions findings that are accepted anywhere in the revision
 * @param location of the id in its file
 * @param parentLocations where {@code down_revision} and {@code depends_on} name their ids, as far
 *     as it is known
 * @param labelLocations where its labels stand, as far as it is known
 */
public record RevisionHeader(
    String id,
    List<String> downRevisions,
    List<String> branchLabels,
    List<String> dependsOn,
    @Nullable String message,
    @Nullable String createDate,
    boolean transaction,
    List<Suppression> suppressions,
    SourceLocation location,
    Map<String, SourceLocation> parentLocations,
    Map<String, SourceLocation> labelLocations) {
  public RevisionHeader {
    requireNonNull(id, "id");
    downRevisions = List.copyOf(downRevisions);
    branchLabels = List.copyOf(branchLabels);
    dependsOn = List.copyOf(dependsOn);
    suppressions = List.copyOf(suppressions);
    requireNonNull(location, "location");
    parentLocations = Map.copyOf(parentLocations);
    labelLocations = Map.copyOf(labelLocations);
  }

  /** A header of which only the place of the id is known. */
  public RevisionHeader(
      String id,
      List<String> downRevisions,
      List<String> branchLabels,
      List<String> dependsOn,
      @Nullable String message,
      @Nullable String createDate,
      boolean transaction,
      SourceLocation location) {
    this(
        id,
        downRevisions,
        branchLabels,
        dependsOn,
        message,
        createDate,
        transaction,
        List.of(),
        location,
        Map.of(),
        Map.of());
  }

  /** Where it is written that this revision builds on another; where its id is, if not known. */
  public SourceLocation locationOfParent(String parent) {
    return parentLocations.getOrDefault(parent, location);
  }

  /** Where one of its labels is written; where its id is, if not known. */
  public SourceLocation locationOfLabel(String label) {
    return labelLocations.getOrDefault(label, location);
  }

  /** The id and the message, for messages: {@code 8f4b2c1d90ae (Add phone to users)}. */
  public String title() {
    return message == null ? id : id + " (" + message + ")";
  }
}
