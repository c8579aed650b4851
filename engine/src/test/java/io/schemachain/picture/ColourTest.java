package io.schemachain.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** WCAG 2.2 AA: 4.5 to 1 for text, 3 to 1 for signs and lines. */
final class ColourTest {
  private static final Map<Colour, List<Colour>> TEXT =
      Map.of(
          Colour.INK, List.of(Colour.PAPER, Colour.BAND),
          Colour.QUIET, List.of(Colour.PAPER, Colour.BAND),
          Colour.LINK, List.of(Colour.PAPER, Colour.BAND),
          Colour.PENDING, List.of(Colour.PENDING_PAPER, Colour.PAPER),
          Colour.NOFILE, List.of(Colour.NOFILE_PAPER, Colour.PAPER),
          Colour.CURRENT, List.of(Colour.CURRENT_PAPER),
          Colour.HEAD, List.of(Colour.HEAD_PAPER),
          Colour.LABEL, List.of(Colour.LABEL_PAPER, Colour.PAPER));

  @Test
  void text_can_be_read() {
    TEXT.forEach(
        (ink, papers) ->
            papers.forEach(
                paper ->
                    schemes()
                        .forEach(
                            scheme ->
                                assertThat(contrast(scheme.apply(ink), scheme.apply(paper)))
                                    .as(ink + " on " + paper)
                                    .isGreaterThanOrEqualTo(4.5))));
  }

  @Test
  void lanes_can_be_seen() {
    for (Colour paper : List.of(Colour.PAPER, Colour.BAND)) {
      IntStream.range(0, Colour.LANES)
          .mapToObj(lane -> Colour.valueOf("LANE" + lane))
          .forEach(
              lane ->
                  schemes()
                      .forEach(
                          scheme ->
                              assertThat(contrast(scheme.apply(lane), scheme.apply(paper)))
                                  .as(lane + " on " + paper)
                                  .isGreaterThanOrEqualTo(3)));
    }
  }

  private static Stream<Function<Colour, String>> schemes() {
    return Stream.of(Colour::light, Colour::dark);
  }

  private static double contrast(String one, String other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(String colour) {
    return 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
  }

  private static double channel(String colour, int at) {
    double value = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
