package io.schemachain.revision;

import static io.schemachain.revision.TestGraph.graph;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How arguments are read; the number is that of {@link GraphCasesTest}. */
final class RevisionNamesTest {

  // Group 48 of the catalogue, an id that the driver gives as bytes, has no counterpart: rows are
  // read with getString. The states of the version table of group 49 are tested with the goals.

  private static final TestGraph NAMES =
      graph(
          "abcd <- abcde [billing] <- abcxyz <- x1 [abcdefgh]; abcd <- billed <- other [0123456]");

  @Test
  void case_47_the_whole_text_comes_before_the_start_of_one() {
    NAMES.at("").place("abcd").is("abcd");
    NAMES.at("").place("abcde").is("abcde");
    NAMES.at("").place("billing").is("abcde");
  }

  @Test
  void case_47_the_start_of_an_id_or_label() {
    NAMES.at("").place("othe").is("other");
    NAMES.at("").place("abcx").is("abcxyz");
    NAMES.at("").place("billi").is("abcde");
    NAMES.at("").place("0123").is("other");
    NAMES.at("").place("abcdef").is("x1");
    // Two names of one revision are one revision.
    graph("abcdef [abcdxy]").at("").place("abcd").is("abcdef");
  }

  @Test
  void case_47_too_short() {
    NAMES.at("").place("abc").refused("no revision or branch label abc", "at least 4 characters");
    NAMES.at("").place("oth").refused("at least 4 characters");
    NAMES.at("").place("1").refused("no revision or branch label 1,", "+1 or -1");
    NAMES.at("").place("x1").is("x1");
    // Alembic: one character is enough when it is the only one.
    graph("abcdef").at("").place("a").refused("at least 4 characters");
  }

  @Test
  void case_47_several_candidates() {
    NAMES
        .at("")
        .place("bill")
        .refused(
            "Several revisions start with bill, or have a label that does:",
            "\n  abcde  [billing]  in abcde.yaml",
            "\n  billed  in billed.yaml");
  }

  @Test
  void case_47_the_only_one_in_a_line() {
    NAMES.at("").place("other@bill").is("billed");
    NAMES.at("").place("abcxyz@bill").is("abcde");
    NAMES.at("").place("x1@abcd").is("abcd");
    NAMES.at("").place("billed@abcx").refused("abcx in the line of billed.");
    NAMES.at("").place("billed@abcxyz").refused("abcxyz is not in the line of billed.");
    NAMES.at("").place("bill@head").refused("Several revisions start with bill");
  }

  @Test
  void letters_count_as_they_are_written() {
    NAMES.at("").place("OTHER").refused("OTHER.", "Did you mean other?");
    NAMES.at("").place("HEAD").refused("There is no revision or branch label HEAD");
  }

  @Test
  void places_of_words() {
    TestGraph.Database at = NAMES.at("abcde");
    at.place("base").is("");
    at.place("current").is("abcde");
    at.place("current+1").is("abcxyz");
    at.place("current-1").is("abcd");
    at.place("current-2").is("");
    at.place("billing@head").is("x1");
    at.place("billed@current").is("abcd");
    at.place("heads").is("other x1");
    at.place("heads-1").refused("'heads-1' is not clear");
    at.place("base-1").refused("'base-1' goes below base.");
  }

  // Grammar

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "+",
        "-",
        "@",
        "a@",
        "@b",
        "a@b@c",
        "@+1",
        "head@x",
        "heads@x",
        "base@x",
        "current@-1",
        "head-1zzz",
        "head-1-1",
        "head+1@a",
        "+-1",
        "--1",
        "+1+1",
        "+1.5",
        "1+",
        "a b",
        " a",
        "a ",
        "a\n",
        "a:b",
        "a,b",
        "é",
        "a@é",
        "head-x",
        "+0",
        "-0",
        "a+0",
        "a-00",
        "+9999999999",
        "a\0",
        "+١"
      })
  void what_is_no_argument_is_refused(String text) {
    assertThatThrownBy(() -> RevisionArgument.parse(text))
        .isInstanceOf(RevisionArgumentException.class);
  }

  @Test
  void the_parts_of_an_argument() {
    assertThat(RevisionArgument.parse("L@a.b_1-12"))
        .isEqualTo(new RevisionArgument("L@a.b_1-12", "L", "a.b_1", -12));
    assertThat(RevisionArgument.parse("L@+2"))
        .isEqualTo(new RevisionArgument("L@+2", "L", null, 2));
    assertThat(RevisionArgument.parse("L@head+1").isRelative()).isFalse();
    assertThat(RevisionArgument.parse("L@-1").needsDatabase()).isTrue();
    assertThat(RevisionArgument.parse("current").needsDatabase()).isTrue();
    assertThat(RevisionArgument.parse("-999999999").steps()).isEqualTo(-999_999_999);
  }

  @Test
  void lists_have_commas() {
    assertThat(RevisionArgument.parseList("a, L@-1"))
        .containsExactly(RevisionArgument.parse("a"), RevisionArgument.parse("L@-1"));
    assertThatThrownBy(() -> RevisionArgument.parseList("a,,b"))
        .isInstanceOf(RevisionArgumentException.class);
    assertThatThrownBy(() -> RevisionArgument.parseList("a,"))
        .isInstanceOf(RevisionArgumentException.class);
  }

  @Test
  void ranges_have_one_colon() {
    assertThat(RevisionRange.parse("a,b:heads"))
        .isEqualTo(
            new RevisionRange(
                RevisionArgument.parseList("a,b"), RevisionArgument.parseList("heads")));
    assertThat(RevisionRange.parse(":")).isEqualTo(new RevisionRange(List.of(), List.of()));
    assertThatThrownBy(() -> RevisionRange.parse("a:b:c"))
        .isInstanceOf(RevisionArgumentException.class);
    assertThatThrownBy(() -> RevisionRange.parse("a"))
        .isInstanceOf(RevisionArgumentException.class);
  }
}
