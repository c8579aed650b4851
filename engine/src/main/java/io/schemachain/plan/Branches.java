package io.schemachain.plan;

import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.Located;
import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.OperationStep;
import io.schemachain.model.Schema;
import io.schemachain.operation.Backfill;
import io.schemachain.operation.BulkInsert;
import io.schemachain.operation.Delete;
import io.schemachain.operation.Execute;
import io.schemachain.operation.Operation;
import io.schemachain.operation.Update;
import io.schemachain.operation.Upsert;
import io.schemachain.revision.Revision;
import io.schemachain.revision.RevisionGraph;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Revisions, each on the schema that its ancestors alone make. Revisions are known by their place
 * in the documented order.
 */
final class Branches {
  private final Dialect dialect;
  private final Replay replay;
  private final List<Revision> revisions;
  private final RevisionGraph graph;
  private final boolean oneLine;
  private final List<List<Integer>> parents = new ArrayList<>();
  private final List<BitSet> ancestors = new ArrayList<>();
  private final List<Member> members = new ArrayList<>();
  private final Map<BitSet, Schema> joined = new HashMap<>();
  private int joinedTo = -1;

  /**
   * An operation in its revision.
   *
   * @param fits whether it fits the schema that its ancestors make
   */
  record Part(Located<Operation> operation, Footprint footprint, boolean fits) {}

  /**
   * @param changes what can change the schema, raw SQL with the effects that were read
   */
  private record Member(
      Schema before, Schema after, List<Part> parts, List<Located<Operation>> changes) {}

  private Branches(List<Revision> revisions, RevisionGraph graph, Dialect dialect) {
    this.revisions = revisions;
    this.graph = graph;
    this.oneLine = isOneLine(revisions, graph);
    this.dialect = dialect;
    this.replay = new Replay(dialect, new Diagnostics()); // The planner reports what does not fit.
  }

  /**
   * @param revisions parents before children
   */
  static Branches of(List<Revision> revisions, RevisionGraph graph, Dialect dialect) {
    Branches branches = new Branches(revisions, graph, dialect);
    if (!branches.oneLine) {
      branches.findAncestors();
      for (int i = 0; i < revisions.size(); i++) {
        branches.members.add(branches.member(i));
      }
    }
    return branches;
  }

  private void findAncestors() {
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < revisions.size(); i++) {
      List<Integer> below =
          graph.parents(revisions.get(i).id()).stream()
              .map(places::get)
              .filter(Objects::nonNull)
              .toList();
      BitSet all = new BitSet();
      for (int parent : below) {
        all.or(ancestors.get(parent));
        all.set(parent);
      }
      parents.add(below);
      ancestors.add(all);
      places.put(revisions.get(i).id(), i);
    }
  }

  /** Whether of any two revisions one descends from the other; nothing else is known then. */
  boolean isOneLine() {
    return oneLine;
  }

  private static boolean isOneLine(List<Revision> revisions, RevisionGraph graph) {
    for (int i = 1; i < revisions.size(); i++) {
      if (!graph.parents(revisions.get(i).id()).contains(revisions.get(i - 1).id())) {
        return false;
      }
    }
    return true;
  }

  int size() {
    return revisions.size();
  }

  Revision revision(int place) {
    return revisions.get(place);
  }

  BitSet ancestors(int revision) {
    return ancestors.get(revision);
  }

  /** Whether a revision is the other, or one of its ancestors. */
  boolean isAtOrBelow(int revision, int other) {
    return revision == other || ancestors.get(other).get(revision);
  }

  List<Part> parts(int revision) {
    return members.get(revision).parts();
  }

  // Schemas

  private Member member(int revision) {
    Schema before = before(revision);
    Schema schema = before;
    List<Part> parts = new ArrayList<>();
    List<Located<Operation>> changes = new ArrayList<>();
    for (Located<Operation> operation : revisions.get(revision).upgrade()) {
      Replay.Result result = replay.run(List.of(operation), schema);
      boolean fits = !result.steps().isEmpty();
      Operation meant =
          result.steps().stream()
              .findFirst()
              .map(OperationStep::operation)
              .orElse(operation.value());
      parts.add(
          new Part(operation, OperationFootprint.of(meant, schema, dialect.nameScopes()), fits));
      if (changesSchema(meant)) {
        changes.add(new Located<>(meant, operation.location()));
      }
      schema = result.after();
    }
    return new Member(before, schema, parts, changes);
  }

  private static boolean changesSchema(Operation operation) {
    if (operation instanceof Execute execute) {
      return execute.effects() != null && !execute.effects().isEmpty();
    }
    return !(operation instanceof BulkInsert
        || operation instanceof Update
        || operation instanceof Delete
        || operation instanceof Upsert
        || operation instanceof Backfill);
  }

  /** Starts from the parent with most behind it, so that a merge replays the smaller branch. */
  private Schema before(int revision) {
    BitSet missing = (BitSet) ancestors.get(revision).clone();
    Schema schema = Schema.empty(dialect.nameScopes());
    if (!parents.get(revision).isEmpty()) {
      int parent =
          Collections.max(
              parents.get(revision),
              Comparator.comparingInt(place -> ancestors.get(place).cardinality()));
      schema = members.get(parent).after();
      missing.andNot(ancestors.get(parent));
      missing.clear(parent);
    }
    for (int place = missing.nextSetBit(0); place >= 0; place = missing.nextSetBit(place + 1)) {
      schema = replay.run(members.get(place).changes(), schema).after();
    }
    return schema;
  }

  /** The schema that the ancestors of both make. */
  Schema before(int later, int earlier) {
    if (joinedTo != later) {
      joined.clear();
      joinedTo = later;
    }
    BitSet missing = (BitSet) ancestors.get(earlier).clone();
    missing.andNot(ancestors.get(later));
    return join(missing);
  }

  /** With what most pairs have in common replayed once: the branch of the other, from below. */
  private Schema join(BitSet missing) {
    List<Integer> open = new ArrayList<>();
    BitSet rest = (BitSet) missing.clone();
    Schema schema = null;
    while (schema == null) {
      schema = rest.isEmpty() ? members.get(joinedTo).before() : joined.get(rest);
      if (schema == null) {
        int last = rest.length() - 1;
        open.add(last);
        rest.clear(last);
      }
    }
    for (int i = open.size() - 1; i >= 0; i--) {
      rest.set(open.get(i));
      schema = replay.run(members.get(open.get(i)).changes(), schema).after();
      joined.put((BitSet) rest.clone(), schema);
    }
    return schema;
  }

  /** What operations that the other does not know of make of a schema. */
  Schema after(List<Part> parts, Schema before) {
    return replay.run(operations(parts), before).after();
  }

  static List<Located<Operation>> operations(List<Part> parts) {
    return parts.stream().map(Part::operation).toList();
  }
}
