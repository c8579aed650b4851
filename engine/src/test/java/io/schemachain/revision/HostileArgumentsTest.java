package io.schemachain.revision;

import static io.schemachain.revision.RandomMoves.move;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.diagnostic.Diagnostics;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is typed, and whatever files say, ends in an answer or in a message. */
final class HostileArgumentsTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 8, 25})
  void whatever_is_typed_is_understood_or_refused(int size) {
    List<String> bits =
        new ArrayList<>(
            List.of(
                "@", "+", "-", ":", ",", ".", "1", "2", "0", "999999999", " ", "head", "heads"));
    bits.addAll(List.of("base", "current", "label_", "é", "١", "\n", "\0", "'", "%s", "€"));
    RandomGraphs random = new RandomGraphs(size);
    List<RevisionHeader> headers = random.headers(size);
    headers.forEach(header -> bits.add(header.id()));
    headers.forEach(header -> bits.addAll(header.branchLabels()));
    RevisionGraph graph = TestGraph.graph(headers).get();
    int understood = 0;
    for (int i = 0; i < 3_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.below(6); n >= 0; n--) {
        String bit = random.one(bits);
        text.append(bit, 0, random.below(4) == 0 ? random.below(bit.length()) : bit.length());
      }
      Applied applied = random.below(20) == 0 ? ahead(graph) : at(graph, random);
      understood += understood(applied, text.toString());
    }
    // Else the test would try nothing but the refusals of the grammar.
    assertThat(understood).isGreaterThan(100);
  }

  /** Anything but a move or a {@link RevisionArgumentException} fails the test. */
  private static int understood(Applied applied, String text) {
    int understood = 0;
    for (int command = 0; command < 3; command++) {
      understood += move(applied, command, text).isPresent() ? 1 : 0;
    }
    try {
      if (RevisionRange.isRange(text)) {
        RevisionRange range = RevisionRange.parse(text);
        applied.place(range.from());
        applied.place(range.to());
      } else {
        applied.place(RevisionArgument.parseList(text));
      }
      understood++;
    } catch (RevisionArgumentException e) {
      assertThat(requireNonNull(e.getMessage()).contains("null")).as(e.getMessage()).isFalse();
    }
    return understood;
  }

  private static Applied at(RevisionGraph graph, RandomGraphs random) {
    return Applied.at(graph, random.some(graph.inOrder(), random.below(3)));
  }

  /** A database that has revisions without a file. */
  private static Applied ahead(RevisionGraph graph) {
    List<String> ids = new ArrayList<>(graph.inOrder().subList(0, graph.size() / 2));
    ids.add("gone");
    return Applied.of(graph, ids);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 8, 25})
  void whatever_the_files_say_becomes_a_graph(int size) {
    for (int round = 0; round < 200; round++) {
      RandomGraphs random = new RandomGraphs(round);
      List<String> ids = new ArrayList<>();
      random.headers(size).forEach(header -> ids.add(header.id()));
      ids.add(ids.get(0).toUpperCase(Locale.ROOT));
      ids.add("gone");
      List<RevisionHeader> headers = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        headers.add(
            TestGraph.header(
                i + ".yaml",
                random.below(10) == 0 ? random.one(ids) : ids.get(i),
                random.some(ids, random.below(2)),
                random.below(5) == 0 ? random.some(ids, 1) : List.of(),
                random.below(4) == 0 ? random.some(ids, 2) : List.of()));
      }
      Diagnostics diagnostics = new Diagnostics();
      RevisionGraph graph = RevisionGraph.of(headers, diagnostics);
      // What is left is sound, and where something is left out a mistake says so.
      Set<String> seen = new HashSet<>();
      for (String id : graph.inOrder()) {
        assertThat(seen.containsAll(graph.parents(id))).as(id).isTrue();
        seen.add(id);
        assertThat(graph.above(id)).allMatch(graph::contains);
      }
      assertThat(graph.size() == size || diagnostics.hasErrors()).isTrue();
    }
  }
}
