package io.schemachain.revision;

import static io.schemachain.revision.TestGraph.graph;
import static io.schemachain.revision.TestGraph.header;
import static io.schemachain.revision.TestGraph.headers;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.diagnostic.Diagnostic;
import io.schemachain.diagnostic.Diagnostics;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What can be wrong with a graph; the numbers are those of {@link GraphCasesTest}. */
final class GraphMistakesTest {

  // Circles

  @Test
  void case_45_a_revision_that_builds_on_itself() {
    assertThat(mistakes("a <- a")).containsExactly("a.yaml:2:11 The revision a builds on itself.");
    assertThat(mistakes("a <- b <- b"))
        .containsExactly("b.yaml:2:11 The revision b builds on itself.");
    assertThat(mistakes("a <- a <- b <- c"))
        .containsExactly("a.yaml:2:11 The revision a builds on itself.");
    assertThat(mistakes("a <- b <- c,d; b <- b"))
        .containsExactly("b.yaml:2:11 The revision b builds on itself.");
    assertThat(mistakes("a <- b,c <- m <- m"))
        .containsExactly("m.yaml:2:11 The revision m builds on itself.");
    assertThat(mistakes("a <- b; b ~> b"))
        .containsExactly("b.yaml:2:11 The revision b depends on itself.");
    assertThat(mistakes("a <- b [L]; b ~> L"))
        .containsExactly("b.yaml:2:11 The revision b depends on itself.");
  }

  private static final String CIRCLE =
      """
      a.yaml:2:11 These revisions build on each other in a circle:
        a builds on c  in a.yaml:2:11
        c builds on b  in c.yaml:2:11
        b builds on a  in b.yaml:2:11""";

  @Test
  void case_45_circles_of_three() {
    assertThat(mistakes("a <- b <- c <- a")).containsExactly(CIRCLE);
    assertThat(mistakes("a <- b <- c <- a; x <- y")).containsExactly(CIRCLE);
    assertThat(mistakes("a <- b <- c <- a; c <- x <- y")).containsExactly(CIRCLE);
    assertThat(mistakes("r <- a <- b <- c <- a")).containsExactly(CIRCLE);
    assertThat(mistakes("0 <- a <- b <- c <- a; b <- 1 <- 2; 3 ~> 2")).containsExactly(CIRCLE);
  }

  @Test
  void case_45_circles_by_dependencies() {
    assertThat(mistakes("a; b; c; a ~> c; c ~> b; b ~> a"))
        .containsExactly(CIRCLE.replace("builds", "depends"));
    assertThat(mistakes("r <- a; b; c <- x; a ~> c; c ~> b; b ~> a"))
        .containsExactly(CIRCLE.replace("builds", "depends"));
    assertThat(mistakes("a <- b <- c; a ~> c"))
        .containsExactly(CIRCLE.replace("a builds on c", "a depends on c"));
    assertThat(mistakes("a <- b <- c [top]; a ~> top")).hasSize(1);
  }

  @Test
  void case_45_every_knot_once() {
    assertThat(mistakes("a <- b <- a; p <- q <- p"))
        .extracting(text -> text.substring(0, 7))
        .containsExactly("a.yaml:", "p.yaml:");
    // Two circles that share b, and a knot of two circles with ways between them.
    assertThat(mistakes("a <- b <- a; b <- c <- b")).hasSize(1);
    assertThat(mistakes("a <- b <- a; c <- d <- c; a <- c; d <- b")).hasSize(1);
    // The second circle builds on the first, which does not build on it: two knots.
    assertThat(mistakes("a <- b <- a; c <- d <- c; a <- c")).hasSize(2);
  }

  @Test
  void case_45_ids_that_begin_alike_are_no_circle() {
    assertThat(mistakes("user <- user_foo <- user_foo.1")).isEmpty();
  }

  @Test
  void what_is_not_in_a_circle_is_still_a_graph() {
    Diagnostics diagnostics = new Diagnostics();
    RevisionGraph graph =
        RevisionGraph.of(
            headers("r [root] <- a <- b <- a; b <- c [top]; r <- s; s ~> r"), diagnostics);
    assertThat(diagnostics.all()).hasSize(1);
    assertThat(graph.inOrder()).containsExactly("r", "s");
    assertThat(graph.children("r")).containsExactly("s");
    assertThat(graph.labels()).containsExactly("root");
  }

  // Names

  @Test
  void case_46_names_that_do_not_fit() {
    assertThat(mistakes("?x <- a"))
        .containsExactly("a.yaml:2:11 The revision a builds on x, which does not exist.");
    assertThat(mistakes("a; a ~> x"))
        .containsExactly("a.yaml:2:11 The revision a depends on x, which does not exist.");
    assertThat(mistakes("a <- b [a]"))
        .containsExactly(
            "b.yaml:2:11 The branch label a of b is the id of a revision, in a.yaml:2:11.");
    assertThat(mistakes("a [A]"))
        .containsExactly(
            "a.yaml:2:11 The branch label A of a is the id of a revision, in a.yaml:2:11.");
    assertThat(mistakes("a [L] <- b [L]"))
        .containsExactly("b.yaml:2:11 The branch label L of b exists already, in a.yaml:2:11.");
    assertThat(mistakes("a [L] <- b [l]"))
        .containsExactly("b.yaml:2:11 The branch label l of b exists already, in a.yaml:2:11.");
    assertThat(mistakes("a <- b <- B"))
        .containsExactly("b.yaml:2:11 The revisions b and B (B.yaml:2:11) differ only by case.");
    // Part of an id is no id in a file, and a dependency means a label, not a branch.
    assertThat(mistakes("abcdef <- b; b ~> abcd")).hasSize(1);
  }

  @Test
  void case_46_an_id_that_two_files_have() {
    List<RevisionHeader> headers = new ArrayList<>(headers("a <- b"));
    headers.add(header("c.yaml", "b", List.of("gone"), List.of("a"), List.of("b")));
    assertThat(mistakes(headers))
        .containsExactly(
            "c.yaml:2:11 The revision b exists already, in b.yaml:2:11.",
            // What the second file says is wrong as well, whatever its id will be.
            "c.yaml:2:11 The revision b builds on gone, which does not exist.");
  }

  @Test
  void a_missing_parent_proposes_the_nearest() {
    Diagnostics diagnostics = new Diagnostics();
    RevisionGraph.of(headers("billing1 <- b; ?billing <- c"), diagnostics);
    assertThat(diagnostics.all().get(0).hint()).isEqualTo("Write it out: billing1.");
  }

  @Test
  void everything_is_found_in_one_run() {
    assertThat(
            mistakes(
                "a <- b <- a; c <- c; d; d ~> d; ?x <- e; e ~> y; f [L] <- g [L]; f <- h [f]; H"))
        .containsExactlyInAnyOrder(
            """
            a.yaml:2:11 These revisions build on each other in a circle:
              a builds on b  in a.yaml:2:11
              b builds on a  in b.yaml:2:11""",
            "c.yaml:2:11 The revision c builds on itself.",
            "d.yaml:2:11 The revision d depends on itself.",
            "e.yaml:2:11 The revision e builds on x, which does not exist.",
            "e.yaml:2:11 The revision e depends on y, which does not exist.",
            "g.yaml:2:11 The branch label L of g exists already, in f.yaml:2:11.",
            "h.yaml:2:11 The branch label f of h is the id of a revision, in f.yaml:2:11.",
            "h.yaml:2:11 The revisions h and H (H.yaml:2:11) differ only by case.");
  }

  @Test
  void a_sound_graph_has_no_mistakes() {
    assertThat(graph("a <- b1,b2 [L] <- m; x ~> L").get().size()).isEqualTo(5);
  }

  private static List<String> mistakes(String text) {
    return mistakes(headers(text));
  }

  private static List<String> mistakes(List<RevisionHeader> headers) {
    Diagnostics diagnostics = new Diagnostics();
    RevisionGraph.of(headers, diagnostics);
    assertThat(diagnostics.all()).allMatch(Diagnostic::isError);
    return diagnostics.all().stream().map(d -> d.location() + " " + d.message()).toList();
  }
}
