package io.schemachain.picture;

import io.schemachain.picture.Line.Point;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where revisions and lines stand. While a line runs down, its lane belongs to it. Lines to the
 * same revision flow together as soon as they are neighbours, so a picture is no wider than it must
 * be, and each line still leads to exactly one revision.
 */
final class Lanes {
  /**
   * Where a revision stands.
   *
   * @param colour a number that tells neighbours apart
   * @param goesOn whether something that it needs is shown
   * @param cut whether something that it needs is not shown
   */
  record Spot(int lane, int colour, boolean goesOn, boolean cut) {}

  private final Set<String> shown = new HashSet<>();
  private final List<Spot> spots = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();

  /** The lines that run now, by the revision they lead to. */
  private final Map<String, List<Line>> running = new HashMap<>();

  private final Map<Integer, Line> byLane = new HashMap<>();

  /** The lanes of {@link #byLane}, and those that are free from the next row on. */
  private final BitSet taken = new BitSet();

  private final List<Integer> freeInNextRow = new ArrayList<>();

  private int count = 1;

  private Lanes() {}

  static Lanes of(Graph graph) {
    Lanes lanes = new Lanes();
    graph.nodes().forEach(node -> lanes.shown.add(node.id()));
    int row = 0;
    for (Node node : graph.newestFirst()) {
      lanes.place(node, row++);
    }
    return lanes;
  }

  /** By row, the newest revision first. */
  List<Spot> spots() {
    return spots;
  }

  List<Line> lines() {
    return lines;
  }

  /** How many lanes there are. */
  int count() {
    return count;
  }

  private void place(Node node, int row) {
    List<Line> arriving = running.getOrDefault(node.id(), List.of());
    running.remove(node.id());
    Optional<Line> trunk =
        arriving.stream().min(Comparator.comparing(Line::dependency).thenComparing(Line::lane));
    int lane = trunk.map(Line::lane).orElseGet(() -> laneOfHead(node));
    int colour = trunk.filter(line -> !line.dependency()).map(Line::colour).orElse(lane);
    for (Line line : arriving) {
      free(line.lane());
      line.goTo(row, lane);
    }
    boolean goesOn = node.below().stream().anyMatch(shown::contains);
    count = Math.max(count, lane + 1);
    spots.add(new Spot(lane, colour, goesOn, !shown.containsAll(node.below())));
    Point from = new Point(row, lane);
    Optional<String> first = shownOf(node.parents()).stream().findFirst();
    first.ifPresent(parent -> goOn(new Line(parent, false, colour, from)));
    for (String parent : shownOf(node.parents())) {
      if (!parent.equals(first.orElseThrow())) {
        branch(parent, false, from);
      }
    }
    for (String dependency : shownOf(node.dependencies())) {
      branch(dependency, true, from);
    }
    freeInNextRow.forEach(taken::clear);
    freeInNextRow.clear();
  }

  private Set<String> shownOf(List<String> ids) {
    Set<String> found = new LinkedHashSet<>(ids);
    found.removeIf(id -> !shown.contains(id));
    return found;
  }

  /** A free lane, beside a line to the same parent when there is one. */
  private int laneOfHead(Node node) {
    int from =
        node.parents().stream()
            .limit(1)
            .flatMap(parent -> running(parent, false))
            .mapToInt(Line::lane)
            .min()
            .orElse(0);
    return taken.nextClearBit(from);
  }

  /**
   * The line to the first parent stays in the lane of its revision and draws the neighbours on the
   * right in; the neighbour on the left draws it in.
   */
  private void goOn(Line line) {
    lines.add(line);
    int lane = line.lane();
    int row = line.points().get(0).row() + 1;
    Line left = byLane.get(lane == 0 ? -1 : taken.previousSetBit(lane - 1));
    if (left != null && left.leadsTo(line.target(), false)) {
      left.join(line, row);
      return;
    }
    line.goTo(row, lane);
    Line right = byLane.get(taken.nextSetBit(lane + 1));
    while (right != null && right.leadsTo(line.target(), false)) {
      int freed = right.lane();
      byLane.remove(freed);
      running.getOrDefault(right.target(), List.of()).remove(right);
      line.join(right, row);
      freeInNextRow.add(freed);
      right = byLane.get(taken.nextSetBit(freed + 1));
    }
    run(line);
  }

  /** Any other line flows into the nearest one that leads there, or takes the nearest free lane. */
  private void branch(String target, boolean dependency, Point from) {
    Optional<Line> nearest =
        running(target, dependency)
            .min(Comparator.comparing(line -> Math.abs(line.lane() - from.lane())));
    int lane = nearest.map(Line::lane).orElseGet(() -> nearestFree(from.lane()));
    Line line = new Line(target, dependency, nearest.map(Line::colour).orElse(lane), from);
    lines.add(line);
    nearest.ifPresentOrElse(
        other -> other.join(line, from.row() + 1),
        () -> {
          line.goTo(from.row() + 1, lane);
          run(line);
        });
  }

  private int nearestFree(int lane) {
    int right = taken.nextClearBit(lane);
    int left = taken.previousClearBit(lane);
    return left >= 0 && lane - left < right - lane ? left : right;
  }

  private Stream<Line> running(String target, boolean dependency) {
    return running.getOrDefault(target, List.of()).stream()
        .filter(line -> line.dependency() == dependency);
  }

  private void run(Line line) {
    running.computeIfAbsent(line.target(), key -> new ArrayList<>()).add(line);
    byLane.put(line.lane(), line);
    taken.set(line.lane());
    count = Math.max(count, line.lane() + 1);
  }

  private void free(int lane) {
    byLane.remove(lane);
    taken.clear(lane);
  }
}
