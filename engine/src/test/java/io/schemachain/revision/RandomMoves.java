package io.schemachain.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Random commands, and what becomes of a database by them. */
final class RandomMoves {
  private RandomMoves() {}

  /** What upgrade (0), downgrade (1) or stamp (2) does; nothing where it is refused. */
  static Optional<Applied.Move> move(Applied at, int command, String target) {
    try {
      List<RevisionArgument> targets = RevisionArgument.parseList(target);
      return Optional.of(
          switch (command) {
            case 0 -> new Applied.Move(List.of(), at.upgrade(targets));
            case 1 -> new Applied.Move(at.downgrade(targets), List.of());
            default -> at.stamp(targets);
          });
    } catch (RevisionArgumentException e) {
      return Optional.empty();
    }
  }

  static Applied after(Applied before, Applied.Move move) {
    List<String> ids = new ArrayList<>(before.ids());
    assertThat(move.undone()).allMatch(before::contains);
    assertThat(move.done()).noneMatch(before::contains);
    ids.removeAll(new HashSet<>(move.undone()));
    ids.addAll(move.done());
    return Applied.of(before.graph(), ids);
  }

  /** A database after some commands. */
  static Applied walked(RevisionGraph graph, RandomGraphs random) {
    Applied applied = Applied.at(graph, List.of());
    for (int i = random.below(6); i >= 0; i--) {
      int command = random.below(3) == 0 ? 1 : 0;
      Applied at = applied;
      applied = move(at, command, target(graph, random)).map(move -> after(at, move)).orElse(at);
    }
    return applied;
  }

  static String target(RevisionGraph graph, RandomGraphs random) {
    String id = random.one(graph.inOrder());
    String other = random.one(graph.inOrder());
    int steps = 1 + random.below(3);
    return switch (random.below(16)) {
      case 0 -> "heads";
      case 1 -> "head";
      case 2 -> "base";
      case 3 -> id + "@head";
      case 4 -> id + "@base";
      case 5 -> "+" + steps;
      case 6 -> "-" + steps;
      case 7 -> id + "@+" + steps;
      case 8 -> id + "@-" + steps;
      case 9 -> id + "@" + other;
      case 10 -> id + "-" + steps;
      case 11 -> id + "+" + steps;
      case 12 -> id + "@-1," + other + "@-1";
      case 13 -> id + "@base," + other;
      case 14 -> id + "," + other;
      default -> id;
    };
  }
}
