package io.schemachain.lint;

import static java.util.Objects.requireNonNull;

import io.schemachain.revision.Revision;
import io.schemachain.revision.RevisionGraph;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The chain as a whole.
 *
 * @param graph all revisions
 * @param revisions of each dialect that is looked at, all that could be read, in the order of the
 *     chain
 * @param looked ids of those that findings are wanted of
 * @param changedSince whether those are the ones that differ from another state of the project,
 *     rather than all
 */
public record ChainSite(
    RevisionGraph graph,
    Map<String, List<Revision>> revisions,
    Set<String> looked,
    boolean changedSince,
    LintSettings settings) {
  public ChainSite {
    requireNonNull(graph, "graph");
    revisions = Map.copyOf(revisions);
    looked = new LinkedHashSet<>(looked);
    requireNonNull(settings, "settings");
  }
}
