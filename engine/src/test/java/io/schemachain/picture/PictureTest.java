package io.schemachain.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

final class PictureTest {
  static Stream<Graph> graphs() {
    return Graphs.golden().values().stream();
  }

  @ParameterizedTest
  @MethodSource("graphs")
  void is_well_formed_and_needs_nothing_else(Graph graph) throws Exception {
    for (String text : List.of(SvgPicture.of(graph), HtmlPicture.of(graph))) {
      Document document = parse(text);
      assertThat(elements(document, "script")).isEmpty();
      assertThat(elements(document, "*"))
          .allSatisfy(
              element ->
                  assertThat(element.getAttribute("href"))
                      .as(element.getTagName())
                      .matches("(#[A-Za-z0-9_]+)?"))
          .noneMatch(element -> element.hasAttribute("src") || element.hasAttribute("onclick"));
      assertThat(text).endsWith("\n").doesNotContain("\r", "@import", "url(");
    }
  }

  @ParameterizedTest
  @MethodSource("graphs")
  void is_the_same_each_time(Graph graph) {
    Graph again = new Graph(List.copyOf(graph.nodes()), graph.title());
    assertThat(SvgPicture.of(again)).isEqualTo(SvgPicture.of(graph));
    assertThat(HtmlPicture.of(again)).isEqualTo(HtmlPicture.of(graph));
    assertThat(MermaidPicture.of(again)).isEqualTo(MermaidPicture.of(graph));
  }

  /** What cannot stand in XML is shown as U+FFFD; the rest arrives as it was. */
  @Test
  void texts_arrive_in_full() throws Exception {
    Graph graph = Graphs.hostile();
    Document page = parse(HtmlPicture.of(graph));
    String table = elements(page, "table").get(0).getTextContent();
    String tooltips =
        elements(page, "svg").stream().map(Element::getTextContent).toList().toString();
    for (Node node : graph.nodes()) {
      for (String text : List.of(node.id(), String.valueOf(node.message()), node.file())) {
        assertThat(table).contains(Text.clean(text));
        assertThat(tooltips).contains(Text.clean(text));
      }
    }
    assertThat(Text.clean("a\0\ud800b\u0085\n\uffff😀<")).isEqualTo("a\ufffd\ufffdb  \ufffd😀<");
  }

  @ParameterizedTest
  @EnumSource(State.class)
  void a_state_has_a_shape_of_its_own(State state) {
    Function<State, String> shape =
        one -> Glyph.of(one, 0, "0", 0).replaceAll(" class=\"[^\"]*\"", "");
    assertThat(Stream.of(State.values()).filter(one -> shape.apply(one).equals(shape.apply(state))))
        .containsExactly(state);
  }

  @Test
  void mermaid_is_told_nothing_but_text() {
    assertThat(MermaidPicture.escape("a_b 1.5 x-y, `c` \"d\" #1; _e_ 1. f"))
        .isEqualTo("a_b 1.5 x-y, #96;c#96; #34;d#34; #35;1#59; #95;e#95; 1#46; f");
    assertThat(Text.name("a.b_c")).isEqualTo("r_a_2e_b__c");
    assertThat(Text.name("a_2e_b")).isNotEqualTo(Text.name("a.b"));
  }

  @Test
  void says_when_mermaid_would_refuse() {
    assertThat(MermaidPicture.tooLarge(Graphs.branches(50))).isEmpty();
    Graph large = Graphs.branches(200);
    assertThat(MermaidPicture.tooLarge(large))
        .hasValueSatisfying(
            why -> assertThat(why).contains("600").endsWith("Take a range, or SVG."));
    assertThat(MermaidPicture.of(large)).contains("\n%% Mermaid draws 500 arrows");
  }

  @Test
  void refuses_what_is_not_in_order() {
    Node base = Graphs.node("a", null).done();
    Node child = Graphs.node("b", null, "a").done();
    assertThatThrownBy(() -> new Graph(List.of(child, base), ""))
        .hasMessage("a stands behind one that needs it.");
    assertThatThrownBy(() -> new Graph(List.of(base, base), ""))
        .hasMessage("Two nodes have the id a.");
    assertThatThrownBy(() -> new Graph(List.of(Graphs.node("c", null, "c").done()), ""))
        .hasMessage("c stands behind one that needs it.");
  }

  /** Well under a second each on a quiet machine; this guards the order of magnitude. */
  @Test
  void ten_thousand_revisions_are_drawn_at_once() {
    List<Node> all = IntStream.range(0, 10_000).mapToObj(PictureTest::manyBranches).toList();
    for (Graph graph : List.of(new Graph(all, "large"), Graphs.random(10_000, 7))) {
      long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      assertThat(HtmlPicture.of(graph)).isNotEmpty();
      assertThat(MermaidPicture.of(graph)).isNotEmpty();
      long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
      assertThat(Duration.ofNanos(took)).isLessThan(Duration.ofMinutes(1));
    }
  }

  /** Twenty branches side by side that are joined now and then. */
  private static Node manyBranches(int i) {
    String[] parents =
        i < 20
            ? new String[0]
            : i % 97 == 0
                ? new String[] {"n" + (i - 20), "n" + (i - 7)}
                : new String[] {"n" + (i - 20)};
    return Graphs.node("n" + i, "Revision " + i, parents).done();
  }

  private static Document parse(String text) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
  }

  private static List<Element> elements(Document document, String name) {
    NodeList found = document.getElementsByTagName(name);
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
  }
}
