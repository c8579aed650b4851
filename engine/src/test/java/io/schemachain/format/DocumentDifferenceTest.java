package io.schemachain.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class DocumentDifferenceTest {

  /** A document with an operation for each number. */
  private static String document(List<Integer> numbers) {
    return numbers.stream()
        .map(number -> "{\"execute\":{\"sql\":\"" + number + "\"}}")
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static String line(char sign, int number) {
    return sign + " execute: {\"sql\":\"" + number + "\"}";
  }

  private static List<Integer> numbers(int from, int to) {
    List<Integer> numbers = new ArrayList<>();
    for (int i = from; i < to; i++) {
      numbers.add(i);
    }
    return numbers;
  }

  private static List<String> lines(List<Integer> before, List<Integer> after) {
    return DocumentDifference.lines(document(before), document(after));
  }

  @Test
  void whatOnlyOneHas() {
    assertThat(lines(List.of(1, 2, 3), List.of(1, 2, 3))).isEmpty();
    assertThat(lines(List.of(1, 2, 3, 4), List.of(1, 5, 3, 4)))
        .containsExactly(line('-', 2), line('+', 5));
    assertThat(lines(List.of(), List.of(1))).containsExactly(line('+', 1));
    assertThat(lines(List.of(1, 1, 1), List.of(1, 1))).hasSize(1);
  }

  @Test
  void aDocumentOfSomebodyElseIsOneOperation() {
    assertThat(DocumentDifference.lines("{", document(List.of(1))))
        .containsExactly("- {", line('+', 1));
  }

  /** The lines make the one document of the other, and no fewer would. */
  @Test
  void nothingIsMissedAndNothingSaidForNothing() {
    Random random = new Random(20_261_121);
    for (int i = 0; i < 2_000; i++) {
      List<Integer> before = random.ints(random.nextInt(8), 0, 4).boxed().toList();
      List<Integer> after = random.ints(random.nextInt(8), 0, 4).boxed().toList();
      List<String> lines = lines(before, after);
      assertThat(lines.stream().filter(line -> line.startsWith("-")))
          .hasSize(before.size() - common(before, after));
      assertThat(lines.stream().filter(line -> line.startsWith("+")))
          .hasSize(after.size() - common(before, after));
    }
  }

  /** The length of the longest common subsequence, by its definition. */
  private static int common(List<Integer> a, List<Integer> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return 0;
    }
    List<Integer> as = a.subList(1, a.size());
    List<Integer> bs = b.subList(1, b.size());
    return a.get(0).equals(b.get(0)) ? 1 + common(as, bs) : Math.max(common(as, b), common(a, bs));
  }

  @Test
  void ofManyOperationsOnlyWhatIsBetweenTheSameEndsIsCompared() {
    List<Integer> before = numbers(0, 50_000);
    List<Integer> after = new ArrayList<>(before);
    after.set(25_000, -1);
    after.add(25_100, -2);
    assertThat(lines(before, after))
        .containsExactly(line('-', 25_000), line('+', -1), line('+', -2));
  }

  @Test
  void ofTooManyDifferencesTheFirstAndHowMany() {
    List<Integer> after = new ArrayList<>(List.of(0));
    after.addAll(numbers(100_000, 140_000));
    assertThat(lines(numbers(0, 50_000), after))
        .containsExactly(
            line('-', 1),
            line('+', 100_000),
            "From there on 49999 operations were applied and 40000 stand there now: too many to"
                + " compare.");
  }
}
