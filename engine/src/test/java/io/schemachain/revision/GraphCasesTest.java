package io.schemachain.revision;

import static io.schemachain.revision.TestGraph.graph;

import org.junit.jupiter.api.Test;

/**
 * Alembic's ways with chains and branches, case by case. The numbers are those of the catalogue of
 * 50 groups; the other groups are in {@link MergeCasesTest}, {@link DependencyCasesTest}, {@link
 * StampCasesTest}, {@link GraphMistakesTest} and {@link RevisionNamesTest}. Where ours decides
 * otherwise than Alembic the case says so.
 */
final class GraphCasesTest {
  private static final TestGraph LINE = graph("a <- b <- c");
  private static final TestGraph FORK = graph("a <- b <- c1 <- d1 [L]; b <- c2 <- d2 [R]");
  private static final TestGraph NOTHING = graph("");

  // A chain

  @Test
  void case_01_up_a_chain() {
    LINE.at("a").upgrade("head").does("b c").leaves("c");
    LINE.at("a").upgrade("heads").does("b c");
    LINE.at("a").upgrade("+1").does("b").upgrade("+1").does("c");
    LINE.at("a").upgrade("+2").does("b c");
    LINE.at("a").upgrade("c-1").does("b");
    LINE.at("a").upgrade("base+2").does("b");
    LINE.at("c").upgrade("b").doesNothing().leaves("c");
  }

  @Test
  void case_02_up_a_chain_refused() {
    LINE.at("a").upgrade("+3").refused("'+3' goes beyond the head: nothing builds on c.");
    LINE.at("a").upgrade("-1").refused("'-1' goes down", "downgrade");
    LINE.at("a").upgrade("+0").refused("'+0' is no step");
    LINE.at("a").upgrade("head+1").refused("'head+1' goes beyond the head");
    LINE.at("a").upgrade("c-9").refused("'c-9' goes below base");
  }

  @Test
  void case_03_down_a_chain() {
    LINE.at("b").downgrade("base").undoes("b a").leaves("");
    LINE.at("b").downgrade("a").undoes("b").leaves("a");
    LINE.at("b").downgrade("-1").undoes("b").leaves("a");
    LINE.at("b").downgrade("-2").undoes("b a").leaves("");
    LINE.at("b").downgrade("-3").refused("'-3' goes below base: no more than 2 is applied.");
    LINE.at("b").downgrade("c").refused("c is not applied", "The database is at b.");
    LINE.at("b").downgrade("head").refused("c is not applied");
    LINE.at("b").downgrade("+1").refused("'+1' goes up", "upgrade");
    LINE.at("b").downgrade("b").doesNothing();
    LINE.at("b").downgrade("head-1").doesNothing();
    LINE.at("b").downgrade("current").doesNothing();
  }

  @Test
  void case_04_an_empty_database() {
    LINE.at("").downgrade("base").doesNothing();
    LINE.at("").downgrade("a").refused("a is not applied", "The database is at base.");
    LINE.at("").downgrade("-1").refused("'-1' goes below base: nothing is applied.");
    LINE.at("").upgrade("+1").does("a");
    LINE.at("").upgrade("base").doesNothing();
  }

  @Test
  void case_05_no_revisions() {
    NOTHING.at("").upgrade("head").doesNothing();
    NOTHING.at("").upgrade("heads").doesNothing();
    NOTHING.at("").downgrade("base").doesNothing();
    NOTHING.at("").stamp("head").doesNothing();
    NOTHING.at("").upgrade("+1").refused("'+1' goes beyond the head: nothing builds on base.");
    NOTHING.at("").upgrade("abcdef").refused("There is no revision or branch label abcdef.");
  }

  @Test
  void case_06_the_same_twice() {
    LINE.at("").upgrade("b,b").does("a b");
    LINE.at("c").downgrade("a,a").undoes("c b");
    LINE.at("c").downgrade("a, base+1").undoes("c b");
    LINE.at("").stamp("b,b").does("a b");
    LINE.applied("a b b").downgrade("-1").undoes("b").leaves("a");
  }

  // A branch point

  @Test
  void case_07_heads_of_a_branch() {
    FORK.at("").upgrade("head").refused("several heads", "L@head", "R@head", "`heads`");
    FORK.at("").upgrade("heads").does("a b c1 c2 d1 d2").leaves("d1 d2");
    FORK.at("").upgrade("L@head").does("a b c1 d1").leaves("d1");
    FORK.at("").upgrade("c1@head").does("a b c1 d1");
    FORK.at("").upgrade("L@heads").does("a b c1 d1");
    FORK.at("").upgrade("d1@+1").does("a");
    FORK.at("").upgrade("b@head").refused("several heads");
    FORK.at("").upgrade("b@heads").does("a b c1 c2 d1 d2");
  }

  @Test
  void case_08_steps_up_a_branch() {
    FORK.at("a").upgrade("L@+1").does("b").upgrade("L@+1").does("c1");
    FORK.at("a").upgrade("L@+2").does("b c1");
    FORK.at("d1").upgrade("R@+1").does("c2").leaves("c2 d1");
    FORK.at("c1,c2").upgrade("+1").refused("at several revisions (c1, c2)", "c1@+1 or c2@+1");
    FORK.at("d1,d2").upgrade("+1").refused("Nothing builds on any of them.");
    FORK.at("d1").upgrade("+1").refused("'+1' goes beyond the head: nothing builds on d1.");
    FORK.at("d1").upgrade("L@+1").refused("nothing builds on d1 in the line of L.");
    FORK.at("b").upgrade("+1").refused("'+1' is not clear: on b build c1 and c2.", "<label>@+1");
    FORK.at("c1,c2").upgrade("current+1").refused("'current+1' is not clear", "c1 and c2");
  }

  @Test
  void case_09_a_target_below_another() {
    FORK.at("").upgrade("d1,c1").refused("The targets c1 and d1 overlap: c1 is below d1.");
    FORK.at("d1").downgrade("b,a").refused("The targets a and b overlap");
    FORK.at("d1").downgrade("base,b").refused("overlap: base is below b.");
    FORK.at("d1,d2").downgrade("L@-1,L@-2").refused("The targets L@-2 and L@-1 overlap");
    FORK.at("d1,d2").downgrade("L@-1,R@-1").undoes("d2 d1").leaves("c1 c2");
    // Two steps down in R lead to b, below where L stays.
    FORK.at("d1,d2").downgrade("L@-1,R@-2").refused("overlap: b is below c1.");
    FORK.at("d1,d2").downgrade("c1,c2").undoes("d2 d1").leaves("c1 c2");
    FORK.at("b").upgrade("L@+1,R@+2").does("c1 c2 d2").leaves("c1 d2");
  }

  @Test
  void case_10_outside_the_branch() {
    FORK.at("").upgrade("L@d2").refused("The revision d2 is not in the line of L.");
    FORK.at("").upgrade("L@R").refused("The revision d2 is not in the line of L.");
    FORK.at("").upgrade("nosuch@head").refused("There is no revision or branch label nosuch");
    TestGraph named = graph("a <- b1 [billing]; a <- b2 [billed]");
    named.at("").upgrade("bill@head").refused("Several revisions start with bill", "b1", "b2");
    named.at("").upgrade("billi@head").does("a b1");
    named.at("").upgrade("biling@head").refused("biling.", "Did you mean billing?");
  }

  @Test
  void case_11_down_to_a_branch_point() {
    // Alembic goes down one branch and then the other; ours undoes the last applied first.
    FORK.at("d1,d2").downgrade("b").undoes("d2 d1 c2 c1").leaves("b");
    FORK.applied("a b c2 d2 c1 d1").downgrade("b").undoes("d1 c1 d2 c2").leaves("b");
    FORK.at("d1,d2").downgrade("L@b").undoes("d1 c1").leaves("d2");
    FORK.at("d1,d2").downgrade("c1@b").undoes("d1 c1").leaves("d2");
    FORK.at("d1,d2").downgrade("d1@b").undoes("d1 c1").leaves("d2");
    FORK.at("d1,d2").downgrade("c2").undoes("d2").leaves("c2 d1");
    FORK.at("d1,d2").downgrade("L@-1").undoes("d1").leaves("c1 d2");
    FORK.at("d1,d2").downgrade("L@head-1").undoes("d1").leaves("c1 d2");
    FORK.at("d1,d2").downgrade("L@-2").undoes("d1 c1").leaves("d2");
    // Alembic takes the other branch down too, and says nothing.
    FORK.at("d1,d2")
        .downgrade("L@-3")
        .refused("'L@-3' would also undo what other branches have built", "c2, d2");
    FORK.at("d1,d2").downgrade("L@a").refused("c2, d2", "Undo these first");
    FORK.at("d1").downgrade("L@-3").undoes("d1 c1 b").leaves("a");
    // A label on the branch point itself: Alembic finds nothing left to undo and refuses.
    TestGraph labelledFork = graph("a <- b [L] <- c1,c2");
    labelledFork.at("c1,c2").downgrade("L@b").undoes("c2 c1").leaves("b");
  }

  @Test
  void case_12_base_of_a_branch() {
    FORK.at("").upgrade("L@base").doesNothing();
    FORK.at("").upgrade("base+1").does("a");
    FORK.at("").upgrade("L@base+1").does("a");
    FORK.at("").upgrade("L@base+2").does("a b");
    FORK.at("").upgrade("base+3").refused("'base+3' is not clear: on b build c1 and c2.");
    FORK.at("").upgrade("L@base+3").does("a b c1");
    // Alembic takes the whole tree down, the other branch included.
    FORK.at("d1,d2").downgrade("L@base").refused("would also undo", "c2, d2");
    FORK.at("d1").downgrade("L@base").undoes("d1 c1 b a");
  }

  @Test
  void case_13_a_step_down_from_several() {
    // Alembic takes whichever row comes first.
    FORK.at("d1,d2")
        .downgrade("-1")
        .refused("at several revisions (d1, d2)", "'-1' says too little. Write L@-1 or R@-1.");
  }

  @Test
  void case_14_a_step_below_a_name() {
    FORK.at("d1").downgrade("d1-1").undoes("d1").leaves("c1");
    FORK.at("d1,d2").downgrade("c1-1").undoes("d2 d1 c2 c1").leaves("b");
    FORK.at("d1,d2").downgrade("L@c1-1").undoes("d1 c1").leaves("d2");
  }

  @Test
  void case_15_down_to_where_it_is() {
    FORK.at("d1,d2").downgrade("d1").doesNothing().leaves("d1 d2");
    FORK.at("d1,d2").downgrade("heads").doesNothing();
    FORK.at("d1,c2").downgrade("c2").doesNothing().leaves("c2 d1");
  }

  @Test
  void case_16_the_second_branch() {
    FORK.at("d1").upgrade("d2").does("c2 d2").leaves("d1 d2");
    FORK.at("d1").upgrade("c2").does("c2").leaves("c2 d1");
  }

  // Branches of branches

  @Test
  void case_17_a_branch_of_a_branch() {
    TestGraph deep = graph("a <- b1 <- c1 <- d11,d12; a <- b2");
    deep.at("").upgrade("heads").does("a b1 b2 c1 d11 d12").leaves("b2 d11 d12");
    deep.at("b2,d11,d12").downgrade("c1").undoes("d12 d11").leaves("b2 c1");
    deep.at("b2,d11,d12").downgrade("d11@c1").undoes("d11").leaves("b2 d12");
    deep.at("b2,d11,d12").downgrade("d11@a").refused("d12");
    deep.at("b2,d11,d12").downgrade("b1@a").undoes("d12 d11 c1 b1").leaves("b2");
    deep.at("b2,d11,d12").downgrade("b1@-1").refused("d11@-1 or d12@-1");
    deep.at("b2,d11,d12").downgrade("b2@-1").undoes("b2").leaves("d11 d12");
  }

  @Test
  void case_18_the_branch_point_stays_or_goes() {
    FORK.at("d1,d2").downgrade("b").undoes("d2 d1 c2 c1").leaves("b");
    FORK.at("d1,d2").downgrade("a").undoes("d2 d1 c2 c1 b").leaves("a");
    FORK.at("d1,d2").downgrade("b-1").undoes("d2 d1 c2 c1 b").leaves("a");
  }

  @Test
  void case_19_a_list_with_a_revision_below() {
    FORK.at("").upgrade("d1,d2,b").refused("overlap: b is below d1.");
    FORK.at("").upgrade("heads,b").refused("overlap: b is below d1, d2.");
    FORK.at("").upgrade("heads,d1").does("a b c1 c2 d1 d2");
  }

  @Test
  void case_20_the_wrong_direction() {
    FORK.at("d1").upgrade("b").doesNothing();
    FORK.at("b").downgrade("d1").refused("d1 is not applied");
    FORK.at("d1").downgrade("c2").refused("c2 is not applied");
    FORK.at("d1").upgrade("c2@d1").refused("The revision d1 is not in the line of c2.");
  }
}
