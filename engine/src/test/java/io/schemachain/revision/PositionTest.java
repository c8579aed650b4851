package io.schemachain.revision;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.SourceText;
import io.schemachain.format.RevisionReader;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PositionTest {
  /** Two branches that meet, and a base on which the left one depends. */
  private static final RevisionGraph GRAPH =
      RevisionGraph.of(
          List.of(
              header("root", "null", "[]"),
              header("other", "null", "[]"),
              header("left", "root", "[other]"),
              header("right", "root", "[]"),
              header("merged", "[left, right]", "[]")),
          new Diagnostics());

  @Test
  void heads_follow_every_step_up_and_down() {
    Position position = GRAPH.position(List.of());
    assertThat(position.heads()).isEmpty();
    position.add("root");
    assertThat(position.heads()).containsExactly("root");
    position.add("other");
    assertThat(position.heads()).containsExactly("other", "root");
    position.add("right");
    assertThat(position.heads()).containsExactly("other", "right");
    position.add("left");
    assertThat(position.heads()).containsExactly("left", "right");
    position.add("merged");
    assertThat(position.heads()).containsExactly("merged");
    assertThat(position.size()).isEqualTo(5);
    position.remove("merged");
    assertThat(position.heads()).containsExactly("left", "right");
    position.remove("right");
    assertThat(position.heads()).containsExactly("left");
    position.remove("left");
    assertThat(position.heads()).containsExactly("other", "root");
  }

  @Test
  void the_order_of_application_does_not_matter() {
    assertThat(GRAPH.headsAmong(List.of("merged", "right", "left", "root", "other")))
        .containsExactly("merged");
  }

  @Test
  void a_revision_without_a_file_is_a_head() {
    assertThat(GRAPH.headsAmong(List.of("root", "gone"))).containsExactly("gone", "root");
  }

  private static RevisionHeader header(String id, String downRevision, String dependsOn) {
    String document =
        "format: 1\nrevision: %s\ndown_revision: %s\ndepends_on: %s\nmessage: m\nupgrade: []\n"
            .formatted(id, downRevision, dependsOn);
    Diagnostics diagnostics = new Diagnostics();
    RevisionHeader header =
        RevisionReader.read(new SourceText(id + ".yaml", document), diagnostics)
            .orElseThrow()
            .header();
    diagnostics.throwIfErrors();
    return header;
  }
}
