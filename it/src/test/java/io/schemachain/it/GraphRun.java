package io.schemachain.it;

import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.SourceLocation;
import io.schemachain.diagnostic.SourceText;
import io.schemachain.revision.Applied;
import io.schemachain.revision.RevisionArgument;
import io.schemachain.revision.RevisionGraph;
import io.schemachain.revision.RevisionHeader;
import java.util.ArrayList;
import java.util.List;

/**
 * What the graph costs, in a JVM of its own with nothing compiled yet. Writes milliseconds to the
 * standard output: the graph built of its headers, its heads, one step up from the middle, the way
 * from base to all heads, the way back.
 */
public final class GraphRun {
  /** In each round a branch point, two arms of this length, and a merge. */
  private static final int ARM = 9;

  private GraphRun() {}

  /**
   * @param arguments how many revisions
   */
  public static void main(String[] arguments) {
    List<RevisionHeader> headers = headers(Integer.parseInt(arguments[0]));
    StringBuilder figures = new StringBuilder();
    long start = System.nanoTime();
    RevisionGraph graph = RevisionGraph.of(headers, new Diagnostics());
    start = lap(start, figures);
    List<String> heads = graph.realHeads();
    start = lap(start, figures);
    String middle = headers.get(headers.size() / 2).id();
    Applied half = Applied.at(graph, List.of(middle));
    half.upgrade(RevisionArgument.parseList(graph.children(middle).size() == 1 ? "+1" : "heads"));
    start = lap(start, figures);
    List<String> all = Applied.at(graph, List.of()).upgrade(RevisionArgument.parseList("heads"));
    start = lap(start, figures);
    Applied.of(graph, all).downgrade(RevisionArgument.parseList("base"));
    lap(start, figures);
    if (all.size() != headers.size() || heads.isEmpty()) {
      throw new IllegalStateException(all.size() + " of " + headers.size());
    }
    System.out.println(figures.toString().strip());
  }

  private static long lap(long start, StringBuilder figures) {
    long now = System.nanoTime();
    figures.append((now - start) / 1e6).append(' ');
    return now;
  }

  /** {@code p <- a1 … a9, p <- b1 … b9, m}, over and over, each on the merge before. */
  private static List<RevisionHeader> headers(int count) {
    List<RevisionHeader> headers = new ArrayList<>(count);
    List<String> below = List.of();
    while (headers.size() < count) {
      RevisionHeader point = add(headers, below);
      List<String> ends = new ArrayList<>();
      for (int branch = 0; branch < 2; branch++) {
        String end = point.id();
        for (int i = 0; i < ARM && headers.size() < count; i++) {
          end = add(headers, List.of(end)).id();
        }
        ends.add(end);
      }
      below = ends.get(0).equals(ends.get(1)) ? ends.subList(0, 1) : ends;
    }
    return headers;
  }

  private static RevisionHeader add(List<RevisionHeader> headers, List<String> parents) {
    int number = headers.size();
    String id = String.format("%012x", ((number + 1) * 0x9E3779B97F4A7C15L) >>> 16);
    List<String> dependsOn =
        number % 50 == 49 && !parents.isEmpty()
            ? List.of(headers.get(number - 25).id())
            : List.of();
    RevisionHeader header =
        new RevisionHeader(
            id,
            parents,
            number % 1000 == 7 ? List.of("label" + number) : List.of(),
            dependsOn,
            null,
            null,
            true,
            SourceLocation.ofFile(new SourceText("versions/" + id + ".yaml", "")));
    headers.add(header);
    return header;
  }
}
