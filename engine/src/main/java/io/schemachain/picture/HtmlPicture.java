package io.schemachain.picture;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A page for a browser or for paper: title, counts and legend, the SVG, and the same as a table. It
 * needs nothing but itself, no script either, and is well-formed XML too.
 */
public final class HtmlPicture {
  private HtmlPicture() {}

  /** The whole page. */
  public static String of(Graph graph) {
    String title = Text.xml(graph.title());
    StringBuilder out = new StringBuilder();
    out.append(
        """
        <!DOCTYPE html>
        <html lang="en" xmlns="http://www.w3.org/1999/xhtml">
        <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <title>%s</title>
        <style>
        %s</style>
        </head>
        <body>
        <header>
        <h1>%s</h1>
        <p>%s.</p>
        """
            .formatted(title, HtmlStyle.css(), title, graph.summary()));
    legend(out, graph);
    out.append("</header>\n<main>\n");
    out.append("<div class=\"picture\" tabindex=\"0\" role=\"region\" aria-label=\"Graph\">\n");
    out.append(SvgPicture.embedded(graph));
    out.append("</div>\n");
    if (!graph.nodes().isEmpty()) {
      table(out, graph);
    }
    return out.append("</main>\n</body>\n</html>\n").toString();
  }

  private static void legend(StringBuilder out, Graph graph) {
    List<Legend> entries = Legend.of(graph, Lanes.of(graph));
    if (entries.isEmpty()) {
      return;
    }
    out.append("<ul class=\"legend\">\n");
    for (Legend entry : entries) {
      out.append(
          "<li><svg xmlns=\"http://www.w3.org/2000/svg\" class=\"scp\" aria-hidden=\"true\"");
      out.append(" width=\"17\" height=\"17\" viewBox=\"0 0 17 17\">").append(entry.sign());
      out.append("</svg> ").append(entry.text()).append("</li>\n");
    }
    out.append("</ul>\n");
  }

  private static void table(StringBuilder out, Graph graph) {
    out.append(
        """
        <table>
        <caption>All revisions, newest first</caption>
        <thead><tr><th scope="col">Revision</th><th scope="col">Message</th><th scope="col">Builds on</th>\
        <th scope="col">Labels</th><th scope="col">State</th><th scope="col">File</th></tr></thead>
        <tbody>
        """);
    Set<String> shown = graph.nodes().stream().map(Node::id).collect(Collectors.toSet());
    for (Node node : graph.newestFirst()) {
      out.append("<tr id=\"").append(Text.name(node.id())).append("\"><th scope=\"row\">");
      out.append(code(node.id()));
      Badge.marks(node)
          .forEach(mark -> out.append(" <span class=\"%1$s\">%1$s</span>".formatted(mark)));
      out.append("</th>");
      cell(out, "Message", node.message() == null ? "" : text(node.message()));
      cell(out, "Builds on", below(node, shown));
      cell(out, "Labels", labels(node));
      cell(out, "State", state(node));
      cell(out, "File", code(node.file()));
      out.append("</tr>\n");
    }
    out.append("</tbody>\n</table>\n");
  }

  /**
   * @param content as HTML
   */
  private static void cell(StringBuilder out, String name, String content) {
    out.append("<td data-name=\"").append(name).append("\">").append(content).append("</td>");
  }

  private static String below(Node node, Set<String> shown) {
    String parents = node.base() ? "nothing" : links(node.parents(), shown);
    return node.dependencies().isEmpty()
        ? parents
        : parents + "; depends on " + links(node.dependencies(), shown);
  }

  private static String links(List<String> ids, Set<String> shown) {
    return ids.stream()
        .map(
            id ->
                shown.contains(id)
                    ? "<a href=\"#" + Text.name(id) + "\">" + code(id) + "</a>"
                    : code(id) + " (not shown)")
        .collect(Collectors.joining(", "));
  }

  private static String labels(Node node) {
    return node.labels().stream()
        .map(label -> "<span class=\"label\">" + Text.xml(label) + "</span>")
        .collect(Collectors.joining(" "));
  }

  private static String state(Node node) {
    String word = "<span class=\"" + node.state().style() + "\">" + node.state().word() + "</span>";
    String at = node.appliedAt();
    return at == null ? word : word + " <time>" + Text.xml(at) + "</time>";
  }

  private static String code(String text) {
    return text.isEmpty() ? "" : "<code>" + text(text) + "</code>";
  }

  /** Writing from right to left turns nothing around it. A cell without text is empty. */
  private static String text(String text) {
    return text.isEmpty() ? "" : "<bdi>" + Text.xml(text) + "</bdi>";
  }
}
