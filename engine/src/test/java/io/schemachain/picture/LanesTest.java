package io.schemachain.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.picture.Line.Point;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads the lines back as a person does, and finds the graph again, no more and no less. */
final class LanesTest {
  /** A place where a line is, solid or dashed: there it cannot be told from another one. */
  private record Place(Point point, boolean dependency) {}

  static Stream<Graph> graphs() {
    return Stream.concat(
        Graphs.golden().values().stream(),
        IntStream.range(0, 300).mapToObj(seed -> Graphs.random(5 + seed % 60, seed)));
  }

  @ParameterizedTest
  @MethodSource("graphs")
  void lines_lead_where_the_graph_says(Graph graph) {
    List<Node> rows = graph.newestFirst();
    Lanes lanes = Lanes.of(graph);
    Map<Point, String> spots = new HashMap<>();
    for (int row = 0; row < rows.size(); row++) {
      spots.put(new Point(row, lanes.spots().get(row).lane()), rows.get(row).id());
    }
    Map<Place, Set<Point>> ways = new HashMap<>();
    for (Line line : lanes.lines()) {
      List<Point> points = everyRow(line);
      for (int i = 1; i < points.size(); i++) {
        ways.computeIfAbsent(
                new Place(points.get(i - 1), line.dependency()), key -> new HashSet<>())
            .add(points.get(i));
      }
    }
    Set<String> shown = new HashSet<>(spots.values());
    spots.forEach(
        (spot, id) -> {
          Node node = rows.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
          assertThat(ends(spot, false, ways, spots)).isEqualTo(among(node.parents(), shown));
          assertThat(ends(spot, true, ways, spots)).isEqualTo(among(node.dependencies(), shown));
          assertThat(lanes.spots().get(spot.row()).cut())
              .isEqualTo(!shown.containsAll(node.below()));
        });
  }

  private static Set<String> among(List<String> ids, Set<String> shown) {
    Set<String> found = new HashSet<>(ids);
    found.retainAll(shown);
    return found;
  }

  private static Set<String> ends(
      Point from, boolean dependency, Map<Place, Set<Point>> ways, Map<Point, String> spots) {
    Set<String> found = new HashSet<>();
    for (Point next : ways.getOrDefault(new Place(from, dependency), Set.of())) {
      Point at = next;
      while (!spots.containsKey(at)) {
        Set<Point> on = ways.getOrDefault(new Place(at, dependency), Set.of());
        assertThat(on).as("ways on from " + at).hasSize(1);
        at = on.iterator().next();
      }
      found.add(spots.get(at));
    }
    return found;
  }

  private static List<Point> everyRow(Line line) {
    List<Point> all = new ArrayList<>();
    for (Point point : line.points()) {
      while (!all.isEmpty() && all.get(all.size() - 1).row() < point.row() - 1) {
        Point last = all.get(all.size() - 1);
        assertThat(point.lane()).as("straight over several rows").isEqualTo(last.lane());
        all.add(new Point(last.row() + 1, last.lane()));
      }
      all.add(point);
    }
    return all;
  }

  @Test
  void a_chain_has_one_lane_and_branches_of_one_revision_two() {
    assertThat(Lanes.of(Graphs.linear()).count()).isEqualTo(1);
    List<Node> nodes = new ArrayList<>();
    nodes.add(Graphs.node("base", null).done());
    IntStream.range(0, 50).forEach(i -> nodes.add(Graphs.node("b" + i, null, "base").done()));
    assertThat(Lanes.of(new Graph(nodes, "")).count()).isEqualTo(2);
  }
}
