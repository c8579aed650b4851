package io.schemachain.revision;

import static io.schemachain.revision.RandomMoves.after;
import static io.schemachain.revision.RandomMoves.move;
import static io.schemachain.revision.RandomMoves.target;
import static io.schemachain.revision.RandomMoves.walked;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What holds on every graph, tried on thousands of random ones; the seed in the name of a failed
 * test makes it again. The last size is group 50 of {@link GraphCasesTest}.
 */
final class GraphPropertiesTest {

  /** How many graphs of a size are tried. */
  private static int rounds(int size) {
    return size < 10 ? 300 : size < 100 ? 100 : 2;
  }

  private interface Property {
    void check(RevisionGraph graph, RandomGraphs random);
  }

  private static void forAll(int size, Property property) {
    for (int round = 0; round < rounds(size); round++) {
      long seed = size * 100_000L + round;
      RandomGraphs random = new RandomGraphs(seed);
      List<RevisionHeader> headers = random.headers(size);
      try {
        property.check(TestGraph.graph(headers).get(), random);
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("seed " + seed + ": " + text(headers), e);
      }
    }
  }

  // The graph

  @ParameterizedTest
  @ValueSource(ints = {3, 8, 25, 300})
  void parents_come_before_children(int size) {
    forAll(
        size,
        (graph, random) -> {
          Set<String> seen = new HashSet<>();
          for (String id : graph.inOrder()) {
            assertThat(seen.containsAll(graph.parents(id))).as(id).isTrue();
            seen.add(id);
          }
          assertThat(seen).hasSize(size);
        });
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 8, 25, 300})
  void the_order_is_that_of_the_specification(int size) {
    forAll(
        size,
        (graph, random) -> {
          List<String> line = new ArrayList<>();
          Set<String> waiting = new TreeSet<>(graph.inOrder());
          Set<String> taken = new HashSet<>();
          do {
            for (String id : List.copyOf(waiting)) {
              if (taken.containsAll(graph.parents(id))) {
                waiting.remove(id);
                line.add(id);
              }
            }
            taken.add(line.get(taken.size()));
          } while (taken.size() < size);
          assertThat(graph.inOrder()).isEqualTo(line);
        });
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 8, 25, 300})
  void neither_the_order_of_the_headers_nor_their_paths_matter(int size) {
    forAll(
        size,
        (graph, random) -> {
          List<RevisionHeader> headers = new ArrayList<>();
          for (String id : graph.inOrder()) {
            RevisionHeader header = graph.require(id);
            List<String> parents = new ArrayList<>(header.downRevisions());
            Collections.shuffle(parents, new Random(size));
            headers.add(
                TestGraph.header(
                    "p" + random.below(1_000_000),
                    id,
                    parents,
                    header.branchLabels(),
                    header.dependsOn()));
          }
          Collections.shuffle(headers, new Random(random.below(1000)));
          RevisionGraph other = TestGraph.graph(headers).get();
          assertThat(other.inOrder()).isEqualTo(graph.inOrder());
          assertThat(other.realHeads()).isEqualTo(graph.realHeads());
          String some = random.one(graph.inOrder());
          assertThat(Applied.at(other, List.of(some)).ids())
              .isEqualTo(Applied.at(graph, List.of(some)).ids());
        });
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 8, 25, 300})
  void the_name_of_a_branch_leads_to_its_head(int size) {
    forAll(
        size,
        (graph, random) -> {
          Applied nothing = Applied.at(graph, List.of());
          graph
              .branchNames(graph.heads())
              .forEach(
                  (head, name) ->
                      assertThat(nothing.place(RevisionArgument.parseList(name + "@head")))
                          .containsExactly(head));
        });
  }

  // One command

  @ParameterizedTest
  @ValueSource(ints = {3, 8, 25, 300})
  void upgrade_then_downgrade_is_the_identity(int size) {
    forAll(
        size,
        (graph, random) -> {
          Applied start = walked(graph, random);
          List<String> done = start.upgrade(RevisionArgument.parseList("heads"));
          Applied top = after(start, new Applied.Move(List.of(), done));
          assertThat(top.ids()).hasSize(size);
          List<String> undone = top.undoing(done);
          assertThat(after(top, new Applied.Move(undone, List.of())).ids()).isEqualTo(start.ids());
          assertThat(top.downgrade(RevisionArgument.parseList("base")))
              .containsExactlyElementsOf(reversed(top.ids()));
        });
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 8, 25, 300})
  void a_branch_goes_up_and_down_again(int size) {
    forAll(
        size,
        (graph, random) -> {
          Applied start = walked(graph, random);
          for (String head : start.heads()) {
            // A step up that runs one revision is taken back by a step down in that line.
            Optional<Applied.Move> up = move(start, 0, head + "+1");
            if (up.isPresent() && up.get().done().size() == 1) {
              Applied above = after(start, up.get());
              Applied.Move down = move(above, 1, up.get().done().get(0) + "@-1").orElseThrow();
              assertThat(after(above, down).ids()).isEqualTo(start.ids());
            }
          }
        });
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 8, 25, 300})
  void what_is_undone_comes_after_all_that_builds_on_it(int size) {
    forAll(
        size,
        (graph, random) -> {
          Applied start = walked(graph, random);
          for (int i = 0; i < 10; i++) {
            Optional<Applied.Move> move = move(start, 1, target(graph, random));
            Set<String> left = new HashSet<>(start.ids());
            for (String id : move.map(Applied.Move::undone).orElse(List.of())) {
              left.remove(id);
              assertThat(graph.above(id)).as(id).noneMatch(left::contains);
            }
          }
        });
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 8, 25})
  void a_downgrade_keeps_its_target_and_leaves_nothing_built_on_it(int size) {
    forAll(
        size,
        (graph, random) -> {
          Applied start = walked(graph, random);
          for (String id : start.ids()) {
            Applied end = after(start, move(start, 1, id).orElseThrow());
            assertThat(end.contains(id)).isTrue();
            assertThat(graph.children(id)).noneMatch(end::contains);
            // Whoever does not build or depend on a child of the target stays.
            Set<String> above = new HashSet<>(graph.descendants(graph.children(id)));
            above.addAll(graph.children(id));
            assertThat(start.ids())
                .filteredOn(other -> !above.contains(other))
                .isEqualTo(end.ids());
          }
        });
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 8, 25})
  void a_downgrade_in_a_line_undoes_of_others_only_what_depends_on_it(int size) {
    forAll(
        size,
        (graph, random) -> {
          Applied start = walked(graph, random);
          String branch = random.one(graph.inOrder());
          Set<String> line = graph.lineage(branch);
          List<String> targets = new ArrayList<>(line);
          targets.addAll(List.of("base", "-1", "-2", "-3"));
          for (String target : targets) {
            List<String> undone =
                move(start, 1, branch + "@" + target).map(Applied.Move::undone).orElse(List.of());
            Set<String> dependent = new HashSet<>();
            for (String id : undone) {
              if (line.contains(id)) {
                List<String> direct = new ArrayList<>(graph.above(id));
                direct.removeIf(other -> !graph.dependencies(other).contains(id));
                dependent.addAll(direct);
                dependent.addAll(graph.descendants(direct));
              }
            }
            assertThat(undone)
                .as(branch + "@" + target)
                .allMatch(id -> line.contains(id) || dependent.contains(id));
          }
        });
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 8, 25})
  void so_many_steps_down_undo_so_many_revisions(int size) {
    forAll(
        size,
        (graph, random) -> {
          Applied start = walked(graph, random);
          for (int steps = 1; steps < 5; steps++) {
            Optional<Applied.Move> move = move(start, 1, "-" + steps);
            assertThat(move.isEmpty() || move.get().undone().size() == steps).isTrue();
            if (start.heads().size() != 1) {
              assertThat(move).isEmpty();
            }
          }
        });
  }

  // Several commands

  @ParameterizedTest
  @ValueSource(ints = {3, 8, 25, 300})
  void what_is_applied_has_all_that_is_below_it(int size) {
    forAll(
        size,
        (graph, random) -> {
          Applied applied = Applied.at(graph, List.of());
          for (int i = 0; i < 20; i++) {
            Optional<Applied.Move> move = move(applied, random.below(3), target(graph, random));
            if (move.isPresent()) {
              applied = after(applied, move.get());
              assertThat(applied.gaps()).isEmpty();
              assertThat(applied.ids()).doesNotHaveDuplicates();
            }
          }
        });
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 8, 25, 300})
  void stamp_marks_what_an_upgrade_or_a_downgrade_moves(int size) {
    forAll(
        size,
        (graph, random) -> {
          Applied start = walked(graph, random);
          for (int i = 0; i < 20; i++) {
            String target = target(graph, random);
            if (!target.contains(",")) {
              assertThat(move(start, 2, target))
                  .as("stamp " + target + " from " + start.position())
                  .isEqualTo(move(start, leadsDown(start, target) ? 1 : 0, target));
            }
          }
        });
  }

  private static boolean leadsDown(Applied start, String target) {
    RevisionArgument argument = RevisionArgument.parse(target);
    try {
      return argument.isRelative()
          ? argument.steps() < 0
          : start.ids().containsAll(start.place(List.of(argument)));
    } catch (RevisionArgumentException e) {
      return false;
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 8, 25, 300})
  void steps_lead_where_one_command_leads(int size) {
    forAll(
        size,
        (graph, random) -> {
          Applied start = walked(graph, random);
          String branch = random.one(graph.inOrder());
          for (String before : List.of("", branch + "@")) {
            int steps = 1 + random.below(4);
            stepsAgree(start, 0, before + "+1", steps, before + "+" + steps);
            stepsAgree(start, 1, before + "-1", steps, before + "-" + steps);
          }
          // To a place at once, or through a place on the way.
          String place = random.one(graph.inOrder());
          String way = random.one(graph.withAncestors(List.of(place)));
          Applied there = after(start, move(start, 0, way).orElseThrow());
          there = after(there, move(there, 0, place).orElseThrow());
          Applied direct = after(start, move(start, 0, place).orElseThrow());
          assertThat(new TreeSet<>(there.ids())).isEqualTo(new TreeSet<>(direct.ids()));
        });
  }

  /** So many single steps, and the same steps at once, both go or both do not. */
  private static void stepsAgree(Applied start, int command, String one, int steps, String all) {
    Optional<Applied> single = Optional.of(start);
    for (int i = 0; i < steps && single.isPresent(); i++) {
      Applied at = single.get();
      single = move(at, command, one).map(move -> after(at, move));
    }
    Optional<Applied> at = move(start, command, all).map(move -> after(start, move));
    // Steps up: +2 counts from where it starts, and a second +1 from all that is applied then.
    if (command == 1 || (single.isPresent() && at.isPresent())) {
      assertThat(at.map(applied -> new TreeSet<>(applied.ids())))
          .as(all + " from " + start.position())
          .isEqualTo(single.map(applied -> new TreeSet<>(applied.ids())));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 8, 25, 300})
  void online_and_offline_agree(int size) {
    forAll(
        size,
        (graph, random) -> {
          Applied online = walked(graph, random);
          Applied offline = Applied.at(graph, online.heads());
          assertThat(offline.ids()).isEqualTo(graph.inOrder(online.ids()));
          assertThat(offline.heads()).isEqualTo(online.heads());
          for (int i = 0; i < 10; i++) {
            String target = target(graph, random);
            for (int command = 0; command < 3; command++) {
              Optional<Applied.Move> there = move(online, command, target);
              Optional<Applied.Move> here = move(offline, command, target);
              assertThat(here.map(Applied.Move::done)).isEqualTo(there.map(Applied.Move::done));
              assertThat(here.map(move -> new HashSet<>(move.undone())))
                  .isEqualTo(there.map(move -> new HashSet<>(move.undone())));
            }
          }
        });
  }

  private static List<String> reversed(List<String> ids) {
    List<String> reversed = new ArrayList<>(ids);
    Collections.reverse(reversed);
    return reversed;
  }

  /** The notation of {@link TestGraph}, as far as it matters. */
  private static String text(List<RevisionHeader> headers) {
    StringBuilder text = new StringBuilder();
    for (RevisionHeader header : headers) {
      text.append(String.join(",", header.downRevisions()))
          .append(header.downRevisions().isEmpty() ? "" : " <- ")
          .append(header.id())
          .append(header.branchLabels().isEmpty() ? "" : " " + header.branchLabels())
          .append("; ");
      if (!header.dependsOn().isEmpty()) {
        text.append(header.id()).append(" ~> ").append(String.join(",", header.dependsOn()));
        text.append("; ");
      }
    }
    return text.toString();
  }
}
