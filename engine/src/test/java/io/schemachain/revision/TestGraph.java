package io.schemachain.revision;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.SourceLocation;
import io.schemachain.diagnostic.SourceText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A graph as text, and what commands do to it:
 *
 * <pre>graph("a &lt;- b; c ~&gt; b").at("a").upgrade("c").does("b c").leaves("c")</pre>
 *
 * <p>In the text {@code a <- b <- c} is a chain, {@code a <- b1,b2 <- m} a branch point and a
 * merge, {@code x ~> y,z} what x depends on, {@code x [L]} the label of x, and {@code ?x <- y} a
 * parent that has no file. In the commands and results ids stand in the order that counts, with
 * blanks between.
 */
final class TestGraph {
  private static final Pattern REVISION = Pattern.compile("(\\??)([\\w.]+)(?: \\[([\\w. ]+)])?");

  private final RevisionGraph graph;

  private TestGraph(RevisionGraph graph) {
    this.graph = graph;
  }

  /** A graph without mistakes. */
  static TestGraph graph(String text) {
    return graph(headers(text));
  }

  static TestGraph graph(Collection<RevisionHeader> headers) {
    Diagnostics diagnostics = new Diagnostics();
    RevisionGraph graph = RevisionGraph.of(headers, diagnostics);
    diagnostics.throwIfErrors();
    return new TestGraph(graph);
  }

  RevisionGraph get() {
    return graph;
  }

  // The text

  static List<RevisionHeader> headers(String text) {
    Map<String, Draft> drafts = new LinkedHashMap<>();
    for (String part : text.split(";", -1)) {
      if (part.contains("~>")) {
        String[] sides = part.split("~>", -1);
        drafts.computeIfAbsent(sides[0].strip(), Draft::new).dependsOn.addAll(split(sides[1], ","));
      } else if (!part.isBlank()) {
        addChain(part, drafts);
      }
    }
    return drafts.values().stream().map(Draft::header).toList();
  }

  private static void addChain(String text, Map<String, Draft> drafts) {
    List<String> below = List.of();
    for (String group : split(text, "<-")) {
      List<String> ids = new ArrayList<>();
      for (String one : split(group, ",")) {
        Matcher matcher = REVISION.matcher(one);
        assertThat(matcher.matches()).as(one).isTrue();
        String id = matcher.group(2);
        ids.add(id);
        if (matcher.group(1).isEmpty()) {
          Draft draft = drafts.computeIfAbsent(id, Draft::new);
          draft.parents.addAll(below);
          if (matcher.group(3) != null) {
            draft.labels.addAll(split(matcher.group(3), " "));
          }
        }
      }
      below = ids;
    }
  }

  private static List<String> split(String text, String by) {
    return Stream.of(text.split(by, -1)).map(String::strip).filter(s -> !s.isEmpty()).toList();
  }

  private static final class Draft {
    final String id;
    final Set<String> parents = new LinkedHashSet<>();
    final Set<String> dependsOn = new LinkedHashSet<>();
    final Set<String> labels = new LinkedHashSet<>();

    Draft(String id) {
      this.id = id;
    }

    RevisionHeader header() {
      return TestGraph.header(
          id + ".yaml", id, List.copyOf(parents), List.copyOf(labels), List.copyOf(dependsOn));
    }
  }

  static RevisionHeader header(
      String path, String id, List<String> parents, List<String> labels, List<String> dependsOn) {
    return new RevisionHeader(
        id,
        parents,
        labels,
        dependsOn,
        null,
        null,
        true,
        new SourceLocation(new SourceText(path, ""), 2, 11));
  }

  // Databases

  /** A database at these revisions: everything below them was applied in the documented order. */
  Database at(String place) {
    return new Database(Applied.at(graph, split(place, "[ ,]")));
  }

  /** A database with these revisions and no others, in the order in which they were applied. */
  Database applied(String ids) {
    return new Database(Applied.of(graph, split(ids, " ")));
  }

  /** A database and what commands would do to it. */
  final class Database {
    final Applied applied;

    Database(Applied applied) {
      this.applied = applied;
    }

    Outcome upgrade(String targets) {
      return outcome(
          "upgrade " + targets,
          () -> new Applied.Move(List.of(), applied.upgrade(RevisionArgument.parseList(targets))));
    }

    Outcome downgrade(String targets) {
      return outcome(
          "downgrade " + targets,
          () ->
              new Applied.Move(applied.downgrade(RevisionArgument.parseList(targets)), List.of()));
    }

    Outcome stamp(String targets) {
      return outcome("stamp " + targets, () -> applied.stamp(RevisionArgument.parseList(targets)));
    }

    /** The place that an argument means, as though it were what a command leaves. */
    Place place(String targets) {
      try {
        return new Place(targets, applied.place(RevisionArgument.parseList(targets)), null);
      } catch (RevisionArgumentException e) {
        return new Place(targets, List.of(), e.getMessage());
      }
    }

    private Outcome outcome(String command, Supplier<Applied.Move> run) {
      String what = applied.position() + "> " + command;
      try {
        return new Outcome(what, applied, run.get(), null);
      } catch (RevisionArgumentException e) {
        return new Outcome(what, applied, new Applied.Move(List.of(), List.of()), e.getMessage());
      }
    }
  }

  /** What a place means, or why it means nothing. */
  record Place(String what, List<String> ids, @Nullable String refusal) {
    void is(String expected) {
      assertThat(refusal).as(what).isNull();
      assertThat(String.join(" ", ids)).as(what).isEqualTo(expected);
    }

    void refused(String... parts) {
      assertThat(refusal).as(what).isNotNull().contains(parts);
    }
  }

  /** What a command did, or why it did nothing; the next command goes on from there. */
  final class Outcome {
    private final String what;
    private final Applied.Move move;
    private final @Nullable String refusal;
    private final Applied after;

    Outcome(String what, Applied before, Applied.Move move, @Nullable String refusal) {
      this.what = what;
      this.move = move;
      this.refusal = refusal;
      List<String> ids = new ArrayList<>(before.ids());
      ids.removeAll(move.undone());
      ids.addAll(move.done());
      this.after = Applied.of(graph, ids);
    }

    Applied.Move move() {
      assertThat(refusal).as(what).isNull();
      return move;
    }

    /** These were run, in this order, and nothing was undone. */
    Outcome does(String ids) {
      assertThat(String.join(" ", move().done())).as(what).isEqualTo(ids);
      assertThat(move.undone()).as(what).isEmpty();
      return this;
    }

    /** These were undone, in this order, and nothing was run. */
    Outcome undoes(String ids) {
      assertThat(String.join(" ", move().undone())).as(what).isEqualTo(ids);
      assertThat(move.done()).as(what).isEmpty();
      return this;
    }

    Outcome doesNothing() {
      return does("");
    }

    /** Where the database is afterwards, by id. */
    Outcome leaves(String heads) {
      move();
      assertThat(String.join(" ", after.heads())).as(what).isEqualTo(heads);
      return this;
    }

    /** The set of what is applied is what the other command would have left. */
    Outcome like(Outcome other) {
      other.move();
      move();
      assertThat(after.ids()).as(what).containsExactlyElementsOf(other.after.ids());
      return this;
    }

    /** It is refused, and says all of this. */
    void refused(String... parts) {
      assertThat(refusal).as(what).isNotNull().contains(parts);
    }

    Outcome upgrade(String targets) {
      return new Database(after).upgrade(targets);
    }

    Outcome downgrade(String targets) {
      return new Database(after).downgrade(targets);
    }

    Outcome stamp(String targets) {
      return new Database(after).stamp(targets);
    }
  }
}
