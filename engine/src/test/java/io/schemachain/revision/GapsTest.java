package io.schemachain.revision;

import static io.schemachain.revision.TestGraph.graph;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A revision came into the graph below what is applied: {@code b} is not, and {@code c} is. */
final class GapsTest {
  private static final RevisionGraph GRAPH = graph("a <- b <- c").get();
  private static final Applied APPLIED = Applied.of(GRAPH, List.of("a", "c"));

  @Test
  void the_database_is_where_nothing_applied_is_above() {
    assertThat(APPLIED.heads()).containsExactly("c");
    assertThat(APPLIED.gaps()).containsExactly("b");
  }

  @Test
  void steps_down_pass_the_gap() {
    assertThat(down("-1")).containsExactly("c");
    assertThat(down("-2")).containsExactly("c", "a");
    assertThat(down("c@-2")).containsExactly("c", "a");
    assertThat(down("a")).containsExactly("c");
  }

  @Test
  void the_gap_can_be_filled() {
    assertThat(APPLIED.upgrade(RevisionArgument.parseList("c"))).containsExactly("b");
  }

  private static List<String> down(String target) {
    return APPLIED.downgrade(RevisionArgument.parseList(target));
  }
}
