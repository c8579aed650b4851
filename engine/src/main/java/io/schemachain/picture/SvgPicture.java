package io.schemachain.picture;

import static io.schemachain.picture.SvgRows.EDGE;
import static io.schemachain.picture.SvgRows.HEIGHT;

import io.schemachain.picture.Line.Point;
import java.util.List;

/**
 * The graph as one SVG without anything around it: a row for each revision, the newest on top, and
 * lines down to what it builds on. Light and dark, text that can be selected, nothing to fetch.
 */
public final class SvgPicture {
  private static final int HEADER = 76;
  private static final int LEAST_WIDTH = 480;
  private static final int SIGN = 22;
  private static final int LEGEND_GAP = 18;

  /** Between two lanes, and of all lanes together; many lanes come closer to each other. */
  private static final int LANE = 18;

  private static final int MOST_LANES = 340;

  private final Graph graph;
  private final List<Node> nodes;
  private final Lanes lanes;
  private final List<Legend> legend;
  private final SvgRows rows;
  private final int lanesWidth;
  private final int top;

  private SvgPicture(Graph graph, boolean withHeader) {
    this.graph = graph;
    nodes = graph.newestFirst();
    lanes = Lanes.of(graph);
    legend = withHeader ? Legend.of(graph, lanes) : List.of();
    lanesWidth = Math.min(MOST_LANES, lanes.count() * LANE);
    int legendWidth = 2 * EDGE + legend.stream().mapToInt(SvgPicture::width).sum();
    rows = new SvgRows(nodes, EDGE + lanesWidth, Math.max(LEAST_WIDTH, legendWidth));
    top = withHeader ? HEADER : EDGE / 2;
  }

  /** An SVG document with title, counts and legend on top. */
  public static String of(Graph graph) {
    SvgPicture picture = new SvgPicture(graph, true);
    return picture.svg(picture.header());
  }

  /** The same for a page that has title, counts and legend itself. */
  public static String embedded(Graph graph) {
    return new SvgPicture(graph, false).svg("");
  }

  private String svg(String header) {
    int width = rows.width();
    int height = top + Math.max(1, nodes.size()) * HEIGHT + EDGE / 2;
    StringBuilder out = new StringBuilder();
    out.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" class="scp" role="img" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d">
        <title>%3$s</title>
        <desc>%4$s</desc>
        <style>
        %5$s</style>
        <rect class="paper" x="0.5" y="0.5" width="%6$d" height="%7$d" rx="8"/>
        """
            .formatted(
                width,
                height,
                Text.xml(graph.title()),
                description(),
                SvgStyle.css(),
                width - 1,
                height - 1));
    out.append(header);
    if (nodes.isEmpty()) {
      SvgText.write(out, "quiet", EDGE, middle(0) + 5, "There are no revisions.");
      out.append('\n');
    }
    here(out);
    lanes.lines().forEach(line -> line(out, line));
    for (int row = 0; row < nodes.size(); row++) {
      Lanes.Spot spot = lanes.spots().get(row);
      out.append("<g class=\"row\" transform=\"translate(0 ")
          .append(top + row * HEIGHT)
          .append(")\">");
      rows.write(out, nodes.get(row), spot, x(spot.lane()));
      out.append("</g>\n");
    }
    return out.append("</svg>\n").toString();
  }

  private String description() {
    return graph.summary()
        + ". The newest is on top. Lines lead down from a revision to those that it builds on,"
        + " dashed lines to those that it depends on.";
  }

  private String header() {
    StringBuilder out = new StringBuilder();
    // The name is larger and bold: 18 for 16 pixels.
    String name = Text.cut(graph.title(), (rows.width() - 2 * EDGE) * 100 / 18);
    SvgText.write(out, "name", EDGE, 30, name);
    out.append('\n');
    int x = EDGE;
    for (Legend entry : legend) {
      out.append("<g transform=\"translate(%d 43)\">%s".formatted(x, entry.sign()));
      SvgText.write(out, "quiet", SIGN, 13, entry.text());
      out.append("</g>\n");
      x += width(entry);
    }
    out.append("<path class=\"rule\" d=\"M1 %dH%d\"/>\n".formatted(HEADER - 7, rows.width() - 1));
    return out.toString();
  }

  private static int width(Legend entry) {
    return SIGN + SvgText.width(entry.text()) + LEGEND_GAP;
  }

  /** Below the lines, where the database stands. */
  private void here(StringBuilder out) {
    for (int row = 0; row < nodes.size(); row++) {
      if (nodes.get(row).current()) {
        out.append(
            "<rect class=\"here\" x=\"1\" y=\"%d\" width=\"%d\" height=\"%d\"/>\n"
                .formatted(top + row * HEIGHT, rows.width() - 2, HEIGHT));
      }
    }
  }

  private void line(StringBuilder out, Line line) {
    String style = line.dependency() ? "need" : "c" + line.colour() % Colour.LANES;
    Point at = line.points().get(0);
    out.append("<path class=\"line ").append(style).append("\" d=\"M");
    out.append(x(at.lane())).append(' ').append(middle(at.row()));
    for (Point next : line.points().subList(1, line.points().size())) {
      int y = middle(next.row());
      if (next.lane() == at.lane()) {
        out.append('V').append(y);
      } else {
        int between = (middle(at.row()) + y) / 2;
        String x = x(next.lane());
        out.append('C').append(x(at.lane())).append(' ').append(between);
        out.append(' ').append(x).append(' ').append(between);
        out.append(' ').append(x).append(' ').append(y);
      }
      at = next;
    }
    out.append("\"/>\n");
  }

  private int middle(int row) {
    return top + row * HEIGHT + HEIGHT / 2;
  }

  /** The middle of a lane, to a tenth of a pixel. */
  private String x(int lane) {
    long tenths = EDGE * 10L + (2L * lane + 1) * lanesWidth * 10 / (2L * lanes.count());
    return tenths % 10 == 0 ? "" + tenths / 10 : tenths / 10 + "." + tenths % 10;
  }
}
