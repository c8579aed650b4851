package io.schemachain.golden;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

final class ExpectationTest {
  static List<Map<String, String>> incomplete() {
    return List.of(
        Map.of(),
        Map.of("up", "A;"),
        Map.of("down", "A;"),
        Map.of("up", "A;", "down", "B;", "irreversible", "never"),
        Map.of("up", "A;", "down", "B;", "unsupported", "no"),
        Map.of("unsupported", "no", "same_as", "h2"),
        Map.of("up", "A;", "down", "B;", "dwon", "C;"));
  }

  @ParameterizedTest
  @MethodSource("incomplete")
  void isRefusedUnlessItSaysUpAndDown(Map<String, String> keys) {
    assertThatThrownBy(() -> Expectation.read(keys)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void readsBackAsItWasWritten() {
    List<Expectation> expectations =
        List.of(
            new Expectation("A (\n\tb 'x: # {y}'\n);\nC;", "", null, null, null),
            new Expectation("A;", null, "It's \"gone\": all", null, null),
            Expectation.refused("H2 does not support a: `b`. - [c]"),
            Expectation.sameAs("mysql"));
    for (Expectation expectation : expectations) {
      Object tree =
          new Load(LoadSettings.builder().build())
              .loadFromString("dialect:" + expectation.toYaml());
      @SuppressWarnings("unchecked")
      Map<String, String> keys = ((Map<String, Map<String, String>>) tree).get("dialect");
      assertThat(Expectation.read(requireNonNull(keys))).isEqualTo(expectation);
    }
  }

  @Test
  void showsTheDifferenceLineByLine() {
    assertThat(LineDiff.of("a\nb\nc\n", "a\nx\nc\nd\n")).isEqualTo("  a\n- b\n+ x\n  c\n+ d\n");
  }
}
