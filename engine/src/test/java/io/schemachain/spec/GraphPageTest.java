package io.schemachain.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.SourceLocation;
import io.schemachain.diagnostic.SourceText;
import io.schemachain.revision.Applied;
import io.schemachain.revision.RevisionArgument;
import io.schemachain.revision.RevisionArgumentException;
import io.schemachain.revision.RevisionGraph;
import io.schemachain.revision.RevisionHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The examples of graph.md, against the graph and the arguments as they are. */
final class GraphPageTest {
  private static final Page PAGE = Page.read("graph.md");

  @Test
  void arguments_mean_what_the_page_says() {
    RevisionGraph graph = chain(PAGE.block("Examples"));
    List<List<String>> examples = PAGE.table("Examples");
    for (List<String> row : examples.subList(1, examples.size())) {
      String at = Page.code(row.get(1));
      List<String> current = at.equals("base") || at.isEmpty() ? List.of() : List.of(at);
      assertThat(resolved(graph, Page.code(row.get(0)), current))
          .as(row.toString())
          .isEqualTo(Page.code(row.get(2)));
    }
  }

  private static String resolved(RevisionGraph graph, String argument, List<String> current) {
    try {
      return Applied.word(
          Applied.at(graph, current).place(List.of(RevisionArgument.parse(argument))));
    } catch (RevisionArgumentException e) {
      return "refused";
    }
  }

  @Test
  void the_order_is_the_one_of_the_page() {
    List<List<String>> table = PAGE.table("Order");
    RevisionGraph graph = graph(table);
    assertThat(graph.inOrder())
        .containsExactlyElementsOf(
            table.stream().skip(1).map(row -> Page.code(row.get(0))).toList());
    assertThat(PAGE.text())
        .contains("The heads are `" + String.join("` and `", graph.heads()) + "`.");
  }

  @Test
  void moves_between_branches_are_those_of_the_page() {
    List<List<List<String>>> tables = PAGE.tables("Branches");
    RevisionGraph graph = graph(tables.get(0));
    List<List<String>> examples = tables.get(1);
    for (List<String> row : examples.subList(1, examples.size())) {
      Applied applied = Applied.at(graph, ids(row.get(2)));
      assertThat(moved(applied, Page.code(row.get(0)), Page.code(row.get(1))))
          .as(row.toString())
          .isEqualTo(row.get(3));
    }
  }

  private static String moved(Applied applied, String goal, String argument) {
    try {
      List<RevisionArgument> targets = RevisionArgument.parseList(argument);
      return switch (goal) {
        case "upgrade" -> words("does", applied.upgrade(targets));
        case "downgrade" -> words("undoes", applied.downgrade(targets));
        case "stamp" -> {
          Applied.Move move = applied.stamp(targets);
          yield words("undoes", move.undone()) + words("does", move.done());
        }
        default -> throw new IllegalArgumentException(goal);
      };
    } catch (RevisionArgumentException e) {
      return "refused";
    }
  }

  private static String words(String verb, List<String> ids) {
    return ids.isEmpty() ? "" : verb + " `" + String.join("`, `", ids) + "`";
  }

  /** From a table with the columns id, down_revision and depends_on. */
  private static RevisionGraph graph(List<List<String>> table) {
    List<RevisionHeader> headers = new ArrayList<>();
    for (List<String> row : table.subList(1, table.size())) {
      String id = Page.code(row.get(0));
      headers.add(
          new RevisionHeader(
              id,
              ids(row.get(1)),
              row.size() > 3 ? ids(row.get(3)) : List.of(),
              row.size() > 2 ? ids(row.get(2)) : List.of(),
              null,
              null,
              true,
              SourceLocation.ofFile(new SourceText(id + ".yaml", ""))));
    }
    Diagnostics diagnostics = new Diagnostics();
    RevisionGraph graph = RevisionGraph.of(headers, diagnostics);
    diagnostics.throwIfErrors();
    return graph;
  }

  /** From {@code base ── a ── b}. */
  private static RevisionGraph chain(String picture) {
    List<List<String>> table = new ArrayList<>(List.of(List.of("revision", "down_revision")));
    String parent = "";
    for (String id : picture.strip().split("[ ─]+", -1)) {
      if (!id.equals("base")) {
        table.add(List.of("`" + id + "`", parent));
        parent = "`" + id + "`";
      }
    }
    return graph(table);
  }

  private static List<String> ids(String cell) {
    return Stream.of(cell.split(",", -1))
        .filter(text -> text.contains("`"))
        .map(Page::code)
        .toList();
  }
}
