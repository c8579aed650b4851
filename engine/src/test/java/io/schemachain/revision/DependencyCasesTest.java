package io.schemachain.revision;

import static io.schemachain.revision.TestGraph.graph;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@code depends_on}; the numbers are those of {@link GraphCasesTest}. */
final class DependencyCasesTest {
  private static final TestGraph TWO = graph("a1 <- a2 <- a3; b1 <- b2 <- b3; b2 ~> a2");

  @Test
  void case_28_up_with_a_dependency() {
    TWO.at("").upgrade("b3").does("a1 b1 a2 b2 b3").leaves("b3");
    TWO.at("a1,b1").upgrade("b3").does("a2 b2 b3").leaves("b3");
    TWO.at("a3").upgrade("b3").does("b1 b2 b3").leaves("a3 b3");
    TWO.at("b3").upgrade("a3").does("a3").leaves("a3 b3");
    TWO.at("").upgrade("heads").does("a1 b1 a2 a3 b2 b3");
    TWO.at("b1").upgrade("+1").does("a1 a2 b2");
    TWO.at("b1").upgrade("b1@+2").does("a1 a2 b2 b3");
  }

  @Test
  void case_29_down_with_dependents() {
    TWO.at("a3,b3").downgrade("a1").undoes("b3 b2 a3 a2").leaves("a1 b1");
    TWO.at("a3,b3").downgrade("a1@a1").undoes("b3 b2 a3 a2").leaves("a1 b1");
    TWO.at("a3,b3").downgrade("a1@base").undoes("b3 b2 a3 a2 a1").leaves("b1");
  }

  @Test
  void case_30_the_dependency_stays() {
    TWO.at("b3").downgrade("b1").undoes("b3 b2").leaves("a2 b1");
  }

  @Test
  void case_31_down_to_what_is_applied_as_a_dependency() {
    // Alembic: no valid downgrade target, as it has no row for a2.
    TWO.at("b3").downgrade("a2").doesNothing().leaves("b3");
    // b2 depends on a2 itself, which stays.
    TWO.at("a3,b3").downgrade("a2").undoes("a3").leaves("b3");
  }

  @Test
  void case_32_one_tree_to_base() {
    TWO.at("a3,b3").downgrade("b1@base").undoes("b3 b2 b1").leaves("a3");
    TWO.at("a3,b3").downgrade("b1-1").undoes("b3 b2 b1").leaves("a3");
    TWO.at("a3,b3").downgrade("b3-3").undoes("b3 b2 b1").leaves("a3");
    TWO.at("a3,b3").downgrade("b1@-3").undoes("b3 b2 b1").leaves("a3");
  }

  @Test
  void case_33_two_trees_that_depend_on_each_other() {
    TestGraph cross = graph("a1 <- a2 <- a3; b1 <- b2; b2 ~> a2; a3 ~> b1");
    cross.at("").upgrade("a3").does("a1 b1 a2 a3");
    cross.at("a3,b2").downgrade("b1").undoes("b2").leaves("a3");
    cross.at("a3,b2").downgrade("a1").undoes("b2 a3 a2").leaves("a1 b1");
    cross.at("a3,b2").downgrade("b1@base").undoes("b2 a3 b1").leaves("a2");
  }

  @Test
  void case_34_a_dependency_on_the_parent() {
    TestGraph own = graph("a1 <- a2; a2 ~> a1");
    own.at("").upgrade("head").does("a1 a2").leaves("a2");
    own.at("a2").downgrade("-1").undoes("a2").leaves("a1");
    own.at("a2").downgrade("a1").undoes("a2").leaves("a1");
  }

  @Test
  void case_35_the_same_dependency_again() {
    TestGraph again = graph("a1 <- a2 <- a3; b1 <- b2 <- b3 <- b4; b2 ~> a3; b4 ~> a3");
    again.at("b4").downgrade("-1").undoes("b4").leaves("b3");
    again.at("b4").downgrade("b1").undoes("b4 b3 b2").leaves("a3 b1");
  }

  @Test
  void case_36_a_merge_with_a_parent_that_depends_on_the_other() {
    TestGraph merge = graph("a1,b1 <- m; b1 ~> a1");
    merge.at("m").downgrade("-1").undoes("m").leaves("b1").downgrade("-1").undoes("b1");
    // b1 is the only one on which nothing builds or depends, so that the second step is clear.
    merge.at("m").downgrade("-2").undoes("m b1").leaves("a1");
    merge.at("m").downgrade("m-2").refused("a1 and b1");
  }

  @Test
  void case_37_a_dependency_on_three_trees() {
    TestGraph over =
        graph("a1 <- a2 <- a3; b1 <- b2; c1; a3,b2 <- ab; ab,c1 <- abc; d1 ~> a3,b2,c1");
    over.at("d1").downgrade("d1@base").undoes("d1").leaves("a3 b2 c1");
    over.at("abc,d1").downgrade("d1@base").undoes("d1").leaves("abc");
    over.at("abc,d1").downgrade("b2").undoes("abc ab").leaves("d1");
    over.at("d1").downgrade("b1").undoes("d1 b2").leaves("a3 b1 c1");
    over.at("abc,d1").downgrade("b1").undoes("abc d1 ab b2").leaves("a3 b1 c1");
  }

  @Test
  void case_38_a_dependency_on_a_label() {
    TestGraph label = graph("a1 <- a2 [L] <- a3; b1 ~> L");
    label.at("").upgrade("b1").does("a1 a2 b1").leaves("b1");
    label.at("a3,b1").downgrade("a1").undoes("b1 a3 a2").leaves("a1");
    assertThat(label.get().dependencies("b1")).containsExactly("a2");
  }

  @Test
  void case_39_a_base_with_a_dependency() {
    TestGraph base = graph("x1; y1 ~> x1");
    base.at("").upgrade("y1").does("x1 y1").leaves("y1");
    base.at("y1").downgrade("y1@base").undoes("y1").leaves("x1");
    base.at("y1").downgrade("x1-1").undoes("y1 x1").leaves("");
    base.at("y1").downgrade("x1").doesNothing();
    base.at("y1").downgrade("-2").undoes("y1 x1");
    base.at("").upgrade("+1").refused("on base build x1 and y1");
    base.at("").upgrade("y1@+1").does("x1 y1");
  }

  @Test
  void case_40_a_dependency_comes_before() {
    assertThat(graph("c; b ~> c; a ~> b").get().inOrder()).containsExactly("c", "b", "a");
  }

  @Test
  void case_41_a_branch_that_depends_on_its_sibling() {
    TestGraph sibling = graph("a <- b <- c1 <- d1 [L]; b <- c2 <- d2 [R]; d2 ~> c1");
    sibling.at("d1,d2").downgrade("L@b").undoes("d2 d1 c1").leaves("c2");
    sibling.at("d1,d2").downgrade("R@b").undoes("d2 c2").leaves("d1");
    sibling.at("d2").downgrade("L@-1").undoes("d2 c1").leaves("c2");
  }

  @Test
  void case_42_a_step_down_from_a_dependency() {
    TestGraph effective = graph("x1; y1 <- y2; y2 ~> x1");
    effective.at("y2").downgrade("x1@-1").undoes("y2 x1").leaves("y1");
    assertThat(effective.get().heads()).containsExactly("x1", "y2");
    assertThat(effective.get().realHeads()).containsExactly("y2");
    effective.at("").upgrade("heads").does("x1 y1 y2").leaves("y2");
    effective.at("").upgrade("x1@heads").does("x1");
    // Of two heads one is only a dependency; Alembic and we still ask which.
    effective.at("").upgrade("head").refused("several heads", "x1", "y2");
  }

  @Test
  void case_43_a_step_down_above_a_dependency() {
    TestGraph both = graph("x1 <- x2; y1 <- y2; y2 ~> x1");
    both.at("x2,y2").downgrade("x1@-1").undoes("x2").leaves("y2");
    both.at("x2,y2").downgrade("x1@-2").undoes("y2 x2 x1").leaves("y1");
    both.at("x2,y2").downgrade("x1@-1,y1@-1").undoes("y2 x2").leaves("x1 y1");
  }
}
