package io.schemachain.plan;

import io.schemachain.diagnostic.Diagnostic;
import io.schemachain.diagnostic.SourceLocation;
import io.schemachain.dialect.Dialect;
import io.schemachain.model.Schema;
import io.schemachain.plan.Branches.Part;
import io.schemachain.plan.Footprint.Access;
import io.schemachain.revision.Revision;
import io.schemachain.revision.RevisionGraph;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Pairs of revisions of which neither descends from the other, and whose order makes a difference.
 * Such a pair is merged by nobody's decision: each database has the order in which it got them.
 *
 * <p>Footprints say which pairs can be one; each of those is replayed in both orders.
 */
public final class BranchConflicts {
  private final Branches branches;
  private final Dialect dialect;
  private final Map<Cell, Map<Access, BitSet>> users = new HashMap<>();
  private final List<Conflict> conflicts = new ArrayList<>();
  private final Map<Cell, List<Conflict>> conflictsByCell = new HashMap<>();

  /** By the place of the later operation: what it collides with. */
  private final Map<SourceLocation, List<ConflictMessage>> messages = new LinkedHashMap<>();

  /**
   * @param cells in which the operations meet that are to blame
   */
  private record Conflict(int earlier, int later, Set<Cell> cells) {}

  private record Clash(Part earlier, Part later, BothOrders orders) {
    Set<Cell> cells() {
      return earlier.footprint().meeting(later.footprint());
    }
  }

  private BranchConflicts(Branches branches, Dialect dialect) {
    this.branches = branches;
    this.dialect = dialect;
  }

  /**
   * @param revisions all of them, in the documented order
   * @param graph theirs
   */
  public static BranchConflicts find(
      List<Revision> revisions, RevisionGraph graph, Dialect dialect) {
    Branches branches = Branches.of(revisions, graph, dialect);
    BranchConflicts conflicts = new BranchConflicts(branches, dialect);
    if (!branches.isOneLine()) {
      conflicts.compareAll();
    }
    return conflicts;
  }

  /**
   * An error for each operation that collides with those of an earlier revision; none for a pair
   * that follows from others.
   */
  public List<Diagnostic> diagnostics() {
    return messages.values().stream().map(ConflictMessage::diagnostic).toList();
  }

  /** These errors, and of others found in the replay of all branches those that do not follow. */
  public List<Diagnostic> with(List<Diagnostic> found) {
    List<Diagnostic> all = new ArrayList<>(diagnostics());
    Set<SourceLocation> collided = locations();
    found.stream()
        .filter(one -> one.location() == null || !collided.contains(one.location()))
        .forEach(all::add);
    return all;
  }

  /**
   * Where operations stand that are right in their own branch, and about something on which
   * branches collide. What is wrong there in the replay of all branches is wrong because of that.
   */
  private Set<SourceLocation> locations() {
    Set<SourceLocation> locations = new HashSet<>();
    for (Conflict conflict : conflicts) {
      for (int place = conflict.earlier; place < branches.size(); place++) {
        if (branches.isAtOrBelow(conflict.earlier, place)
            || branches.isAtOrBelow(conflict.later, place)) {
          branches.parts(place).stream()
              .filter(part -> part.fits() && part.footprint().isOnAny(conflict.cells))
              .forEach(part -> locations.add(part.operation().location()));
        }
      }
    }
    return locations;
  }

  /** Each revision with those before it, so that pairs of ancestors come before their own. */
  private void compareAll() {
    for (int later = 0; later < branches.size(); later++) {
      Footprint footprint = new Footprint();
      branches.parts(later).forEach(part -> footprint.addAll(part.footprint()));
      BitSet suspects = enter(later, footprint);
      suspects.andNot(branches.ancestors(later));
      for (int earlier = suspects.nextSetBit(0);
          earlier >= 0;
          earlier = suspects.nextSetBit(earlier + 1)) {
        compare(earlier, later);
      }
    }
  }

  /** Makes a revision known to those behind it; says which before it meet its footprint. */
  private BitSet enter(int place, Footprint footprint) {
    BitSet met = new BitSet();
    footprint
        .cells()
        .forEach(
            (cell, access) -> {
              Map<Access, BitSet> known =
                  users.computeIfAbsent(cell, key -> new EnumMap<>(Access.class));
              known.forEach(
                  (other, places) -> {
                    if (access.meets(other)) {
                      met.or(places);
                    }
                  });
              known.computeIfAbsent(access, key -> new BitSet()).set(place);
            });
    return met;
  }

  private void compare(int earlier, int later) {
    Schema schema = branches.before(later, earlier);
    BothOrders orders =
        BothOrders.of(
            Branches.operations(branches.parts(earlier)),
            Branches.operations(branches.parts(later)),
            schema,
            dialect);
    if (orders.agree()) {
      return;
    }
    Clash clash = clash(earlier, later, schema, orders);
    Conflict conflict = new Conflict(earlier, later, clash.cells());
    boolean follows = follows(conflict);
    conflicts.add(conflict);
    conflict.cells.forEach(
        cell -> conflictsByCell.computeIfAbsent(cell, key -> new ArrayList<>()).add(conflict));
    if (!follows) {
      messages
          .computeIfAbsent(clash.later.operation().location(), key -> new ArrayList<>())
          .add(
              new ConflictMessage(
                  branches.revision(earlier).header(),
                  clash.earlier.operation(),
                  branches.revision(later).header(),
                  clash.later.operation(),
                  clash.orders,
                  orders));
    }
  }

  /** Whether ancestors, or one of the two and an ancestor of the other, collide on the same. */
  private boolean follows(Conflict conflict) {
    return conflict.cells.stream()
        .flatMap(cell -> conflictsByCell.getOrDefault(cell, List.of()).stream())
        .anyMatch(
            lower ->
                areAtOrBelow(lower, conflict.earlier, conflict.later)
                    || areAtOrBelow(lower, conflict.later, conflict.earlier));
  }

  private boolean areAtOrBelow(Conflict lower, int one, int other) {
    return branches.isAtOrBelow(lower.earlier, one) && branches.isAtOrBelow(lower.later, other);
  }

  /** The first two operations that collide, each behind those before it in its revision. */
  private Clash clash(int earlier, int later, Schema schema, BothOrders whole) {
    List<Part> first = branches.parts(earlier);
    List<Part> second = branches.parts(later);
    Clash fallback = null;
    for (int j = 0; j < second.size(); j++) {
      for (int i = 0; i < first.size(); i++) {
        Part a = first.get(i);
        Part b = second.get(j);
        if (a.footprint().meeting(b.footprint()).isEmpty()) {
          continue;
        }
        Schema before = branches.after(first.subList(0, i), schema);
        before = branches.after(second.subList(0, j), before);
        BothOrders orders =
            BothOrders.of(List.of(a.operation()), List.of(b.operation()), before, dialect);
        if (!orders.agree()) {
          return new Clash(a, b, orders);
        }
        fallback = fallback == null ? new Clash(a, b, whole) : fallback;
      }
    }
    if (fallback == null) {
      throw new IllegalStateException("No operations meet in " + branches.revision(earlier).id());
    }
    return fallback;
  }
}
