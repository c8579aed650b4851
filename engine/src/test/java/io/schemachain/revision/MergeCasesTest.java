package io.schemachain.revision;

import static io.schemachain.revision.TestGraph.graph;

import org.junit.jupiter.api.Test;

/** Merges; the numbers are those of {@link GraphCasesTest}. */
final class MergeCasesTest {
  private static final TestGraph DIAMOND = graph("a <- b1,b2 <- m <- n");

  @Test
  void case_21_up_a_diamond() {
    DIAMOND.at("b1").upgrade("m").does("b2 m").leaves("m");
    DIAMOND.at("b2").upgrade("m").does("b1 m").leaves("m");
    DIAMOND.at("b1,b2").upgrade("m").does("m").leaves("m");
    DIAMOND.at("").upgrade("m").does("a b1 b2 m").leaves("m");
    DIAMOND.at("b1").upgrade("b1+1").does("b2 m");
    DIAMOND.at("b1").upgrade("+1").does("b2 m").upgrade("+1").does("n");
    DIAMOND.at("").upgrade("b1@+3").does("a b1 b2 m");
    DIAMOND.at("").upgrade("m-1").does("a b1 b2").leaves("b1 b2");
    DIAMOND.at("").upgrade("b1@m-1").does("a b1");
  }

  @Test
  void case_22_down_a_diamond() {
    DIAMOND.at("m").downgrade("b1").undoes("m").leaves("b1 b2");
    DIAMOND.at("m").downgrade("a").undoes("m b2 b1").leaves("a");
    DIAMOND.at("m").downgrade("m-1").undoes("m").leaves("b1 b2");
    DIAMOND.at("m").downgrade("m-2").refused("'m-2' is not clear", "b1 and b2");
    // Alembic: "ambiguous walk", a merge cannot be undone by a step.
    DIAMOND.at("m").downgrade("-1").undoes("m").leaves("b1 b2");
    DIAMOND.at("n").downgrade("-2").undoes("n m").leaves("b1 b2");
    DIAMOND
        .at("m")
        .downgrade("-2")
        .refused("after one step", "several revisions (b1, b2)", "Go that far with -1", "b1@-1");
    DIAMOND.at("n").downgrade("-3").refused("after 2 steps", "Go that far with -2");
    DIAMOND.at("m").downgrade("b1@-2").undoes("m b1").leaves("b2");
    DIAMOND.at("n").downgrade("b1@a").undoes("n m b1").leaves("b2");
    DIAMOND.at("n").downgrade("b1@base").refused("b2");
    DIAMOND.at("n").downgrade("b1,b2").undoes("n m").leaves("b1 b2");
  }

  @Test
  void case_23_a_merge_of_branches_that_went_on() {
    TestGraph three = graph("a <- b1,b2,b3 <- m; b2 <- d2; b3 <- d3");
    three.at("d3,d2,b1").upgrade("m").does("m").leaves("d2 d3 m");
    three.at("d3,b2,b1").upgrade("m").does("m").leaves("d3 m").upgrade("d2").leaves("d2 d3 m");
    three.at("d2,d3,m").downgrade("d2@-1").undoes("d2").leaves("d3 m");
    three.at("d3,m").downgrade("-1").refused("d3@-1 or m@-1");
    three.at("d3,m").downgrade("m@-1").undoes("m").leaves("b1 b2 d3");
    three.at("d2,d3,m").downgrade("b2").undoes("m d2").leaves("b1 b2 d3");
    three.at("d2,d3,m").downgrade("d2@b2").undoes("d2").leaves("d3 m");
    three.at("d2,d3,m").downgrade("b2@a").undoes("m d2 b2").leaves("b1 d3");
  }

  @Test
  void case_24_twin_merges() {
    TestGraph twins = graph("a <- b1,b2,b3 <- m1; b1,b2,b3 <- m2");
    twins.at("b1").upgrade("m1").does("b2 b3 m1").upgrade("m2").does("m2").leaves("m1 m2");
    twins.at("m1,m2").downgrade("m1@-1").undoes("m1").leaves("m2");
    twins.at("m2").downgrade("-1").undoes("m2").leaves("b1 b2 b3");
    twins.at("m1,m2").downgrade("b1").undoes("m2 m1").leaves("b1 b2 b3");
    twins.at("m1,m2").downgrade("m1@b1").undoes("m1").leaves("m2");
    twins.at("m1,m2").downgrade("m1@a").refused("m2");
    twins.at("m1,m2").downgrade("b1@a").undoes("m2 m1 b1").leaves("b2 b3");
  }

  @Test
  void case_25_merges_that_share_a_parent() {
    TestGraph near = graph("a <- b1,b2,b3; b1,b2 <- m1; b2,b3 <- m2");
    near.at("").upgrade("m1").does("a b1 b2 m1").leaves("m1").upgrade("m2").does("b3 m2");
    near.at("").upgrade("m2").does("a b2 b3 m2").leaves("m2").upgrade("m1").does("b1 m1");
    near.at("b3").upgrade("m1").does("b1 b2 m1").leaves("b3 m1").upgrade("m2").leaves("m1 m2");
    near.at("m1,m2")
        .downgrade("b3")
        .undoes("m2")
        .leaves("b3 m1")
        .downgrade("b1")
        .leaves("b1 b2 b3");
    near.at("m1,m2").downgrade("b1").undoes("m1").leaves("b1 m2");
    near.at("m1,m2").downgrade("b2").undoes("m2 m1").leaves("b1 b2 b3");
    near.at("m1,m2").downgrade("b3@a").undoes("m2 b3").leaves("m1");
    near.at("m1,m2").downgrade("b2@a").undoes("m2 m1 b2").leaves("b1 b3");
  }

  @Test
  void case_26_a_merge_of_two_bases() {
    TestGraph roots = graph("a1,b1 <- m <- n");
    roots.at("").upgrade("m").does("a1 b1 m").leaves("m");
    roots.at("").upgrade("+1").refused("'+1' is not clear: on base build a1 and b1.");
    roots.at("").upgrade("a1@+1").does("a1").upgrade("a1@+1").does("b1 m");
    roots.at("n").downgrade("a1").undoes("n m").leaves("a1 b1");
    roots.at("n").downgrade("a1@base").undoes("n m a1").leaves("b1");
    roots.at("n").downgrade("a1-1").undoes("n m a1").leaves("b1");
    roots.at("n").downgrade("base").undoes("n m b1 a1").leaves("");
    roots.at("n").downgrade("a1@base,b1").undoes("n m a1").leaves("b1");
    roots.at("n").downgrade("a1@base,m").refused("overlap: base of a1 is below m.");
  }

  @Test
  void case_27_a_merge_of_many() {
    TestGraph octopus = graph("r <- a1,a2; a1 <- b1,b2; b1,b2,a2 <- m");
    octopus.at("b1").upgrade("head").does("a2 b2 m").leaves("m");
    octopus.at("m").downgrade("-1").undoes("m").leaves("a2 b1 b2");
    octopus.at("m").downgrade("a1").undoes("m b2 b1").leaves("a1 a2");
    octopus.at("m").downgrade("b1@a1").undoes("m b1").leaves("a2 b2");
    octopus.at("m").downgrade("r").undoes("m b2 b1 a2 a1").leaves("r");
  }
}
