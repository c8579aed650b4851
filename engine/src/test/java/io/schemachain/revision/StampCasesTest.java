package io.schemachain.revision;

import static io.schemachain.revision.TestGraph.graph;

import io.schemachain.revision.TestGraph.Database;
import org.junit.jupiter.api.Test;

/** Stamp, group 44 of {@link GraphCasesTest}: always what the other commands would have left. */
final class StampCasesTest {
  private static final TestGraph FORK = graph("a [T] <- b <- c1 <- d1 [L]; b <- c2 <- d2 [R]");
  private static final TestGraph DIAMOND = graph("a <- b1,b2 <- m");
  private static final TestGraph TWO = graph("a1 <- a2 <- a3; b1 <- b2 <- b3; b2 ~> a2");

  @Test
  void case_44_down() {
    Database both = FORK.at("d1,d2");
    both.stamp("b").undoes("d2 d1 c2 c1").like(both.downgrade("b"));
    both.stamp("T").leaves("a").like(both.downgrade("T"));
    both.stamp("base").leaves("").like(both.downgrade("base"));
    both.stamp("L@b").leaves("d2").like(both.downgrade("L@b"));
    both.stamp("L@-1").leaves("c1 d2").like(both.downgrade("L@-1"));
    both.stamp("c1,c2").leaves("c1 c2").like(both.downgrade("c1,c2"));
    both.stamp("L@base").refused("would also undo");
    both.stamp("-1").refused("L@-1 or R@-1");
  }

  @Test
  void case_44_up() {
    FORK.at("").stamp("L").does("a b c1 d1").leaves("d1");
    FORK.at("").stamp("d1,d2").does("a b c1 c2 d1 d2").leaves("d1 d2");
    FORK.at("d1").stamp("R@head").does("c2 d2").leaves("d1 d2");
    FORK.at("a").stamp("+1").does("b");
    FORK.at("d1").stamp("heads").does("c2 d2");
    FORK.at("a").stamp("+2").refused("c1 and c2");
  }

  @Test
  void case_44_nothing_to_do() {
    FORK.at("d1,d2").stamp("heads").doesNothing();
    FORK.at("d1,d2").stamp("current").doesNothing();
    FORK.at("d1,d2").stamp("d1").doesNothing().leaves("d1 d2");
    FORK.at("").stamp("base").doesNothing();
  }

  @Test
  void case_44_several_targets() {
    FORK.at("").stamp("d1,c1").refused("overlap: c1 is below d1.");
    FORK.at("d1").stamp("c1,d2").leaves("c1 d2");
    FORK.at("d1,d2").stamp("c1,d2").undoes("d1").leaves("c1 d2");
  }

  @Test
  void case_44_a_merge() {
    Database merged = DIAMOND.at("m");
    // Alembic leaves b1 alone and loses b2.
    merged.stamp("b1").undoes("m").leaves("b1 b2").like(merged.downgrade("b1"));
    merged.stamp("-1").undoes("m").leaves("b1 b2").like(merged.downgrade("-1"));
    merged.stamp("m-1").leaves("b1 b2").like(merged.downgrade("m-1"));
    merged.stamp("a").leaves("a");
    DIAMOND.at("b1").stamp("m").does("b2 m").leaves("m");
    DIAMOND.at("b1,b2").stamp("m").does("m").leaves("m");
  }

  @Test
  void case_44_dependencies() {
    Database both = TWO.at("a3,b3");
    // Alembic leaves a1 alone and loses b1.
    both.stamp("a1").leaves("a1 b1").like(both.downgrade("a1"));
    both.stamp("b1@base").leaves("a3").like(both.downgrade("b1@base"));
    both.stamp("a1@-2").leaves("a1 b1").like(both.downgrade("a1@-2"));
    TWO.at("").stamp("b2").does("a1 b1 a2 b2").leaves("b2");
    TWO.at("a3").stamp("b2").does("b1 b2").leaves("a3 b2");
    TWO.at("b3").stamp("a1@base,b3").refused("overlap: base of a1 is below b3.");
    // Steps down undo what nothing depends on: b2 with its dependency a2, one after the other.
    Database steps = graph("a1 <- a2; b1 ~> a2").at("b1");
    steps.stamp("-2").undoes("b1 a2").leaves("a1").like(steps.downgrade("-2"));
  }

  @Test
  void case_49_rows_that_have_no_file() {
    Database ahead = FORK.applied("a b gone");
    // The goals refuse before they ask for a move; what is known is not lost over it.
    ahead.upgrade("c1").does("c1").leaves("c1 gone");
    ahead.downgrade("a").undoes("b").leaves("a gone");
    ahead.downgrade("-1").refused("at several revisions (b, gone)");
    ahead.upgrade("+1").refused("at several revisions (b, gone)");
    ahead.upgrade("gone").refused("There is no revision or branch label gone");
    ahead.stamp("base").leaves("gone");
    // A purge starts from nothing.
    FORK.applied("").stamp("b").does("a b");
    // Rows of which one is below another are how a set is stored; in Alembic they are a broken
    // table.
    FORK.applied("a b c1 d1").upgrade("d2").does("c2 d2");
  }
}
