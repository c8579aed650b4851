package io.schemachain.picture;

/** What an SVG looks like. Its own rules stand under one class, since it may be part of a page. */
final class SvgStyle {
  private static final String RULES =
      """
      .scp{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",Helvetica,Arial,sans-serif;font-size:13px}
      .scp text{fill:@ink;white-space:pre}
      .scp .paper{fill:@paper;stroke:@rule}
      .scp .name{font-size:16px;font-weight:600}
      .scp .quiet{fill:@quiet}
      .scp .id,.scp .badge text{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono","Liberation Mono",monospace}
      .scp .badge text{font-size:11px;text-anchor:middle}
      .scp .end{text-anchor:end}
      .scp .rule{stroke:@rule}
      .scp .line{fill:none;stroke-width:2}
      .scp .need{stroke:@quiet;stroke-width:1.5;stroke-dasharray:4 3}
      .scp .more{fill:none;stroke:@quiet;stroke-width:2;stroke-linecap:round;stroke-dasharray:.1 4}
      .scp .ring{fill:@paper;stroke-width:2.5}
      .scp .gone{stroke:@nofile;stroke-width:2}
      .scp .band{fill:@quiet;fill-opacity:0}
      .scp .row:hover .band{fill-opacity:.1}
      .scp .here{fill:@band}
      .scp .badge rect{stroke-width:1}
      .scp .head rect{fill:@head-paper;stroke:@head-paper}
      .scp .head text{fill:@head}
      .scp .current rect{fill:@current-paper;stroke:@current-paper}
      .scp .current text{fill:@current}
      .scp .base rect{fill:@paper;stroke:@quiet}
      .scp .base text{fill:@quiet}
      .scp .label rect{fill:@label-paper;stroke:@label}
      .scp .label text{fill:@label}
      .scp .pending rect{fill:@pending-paper;stroke:@pending;stroke-dasharray:3 2}
      .scp .pending text{fill:@pending}
      .scp .nofile rect{fill:@nofile-paper;stroke:@nofile}
      .scp .nofile text{fill:@nofile}
      """;

  private SvgStyle() {}

  static String css() {
    StringBuilder rules = new StringBuilder(RULES);
    for (int lane = 0; lane < Colour.LANES; lane++) {
      rules.append(
          """
          .scp .line.c%1$d,.scp .ring.c%1$d{stroke:@lane%1$d}
          .scp .dot.c%1$d{fill:@lane%1$d}
          """
              .formatted(lane));
    }
    return Colour.css(".scp", rules.toString());
  }
}
