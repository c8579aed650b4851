package io.schemachain.review.output;

import io.schemachain.picture.Colour;

/** What the page looks like: wide, narrow and on paper, light and dark. */
final class HtmlReviewStyle {
  private static final String RULES =
      """
      *{box-sizing:border-box}
      html{scroll-padding-top:72px}
      body{margin:0 auto;padding:24px 16px 64px;max-width:1400px;background:@paper;color:@ink;font:15px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",Helvetica,Arial,sans-serif}
      h1{margin:0;font-size:26px;line-height:1.25}
      h2{margin:44px 0 12px;padding-bottom:6px;border-bottom:1px solid;border-color:@rule;font-size:20px}
      h3{margin:0 0 8px;font-size:17px;line-height:1.35;overflow-wrap:anywhere}
      h3 code{font-size:inherit}
      h4{margin:18px 0 6px;font-size:14px}
      p,ul,ol,dl{margin:6px 0}
      ul,ol{padding-left:22px}
      a{color:@link}
      .quiet,figcaption,dt{color:@quiet}
      code,pre{font:13px/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono","Liberation Mono",monospace;overflow-wrap:anywhere}
      .skip{position:absolute;left:16px;top:-60px;padding:8px 12px;background:@paper}
      .skip:focus{top:8px;z-index:3}
      :focus-visible{outline:2px solid;outline-color:@link;outline-offset:2px}
      .verdict{display:inline-block;margin:12px 0 4px;padding:8px 14px;border:1px solid;border-radius:6px;font-weight:600;font-size:16px}
      .error{color:@nofile;background:@nofile-paper;border-color:@nofile}
      .warning{color:@pending;background:@pending-paper;border-color:@pending}
      .note{color:@label;background:@label-paper;border-color:@label}
      .ok{color:@current;background:@current-paper;border-color:@current-paper}
      .tag{display:inline-block;padding:0 8px;border:1px solid;border-radius:9px;font-size:12px;line-height:18px;white-space:nowrap}
      .accepted{border-style:dashed}
      fieldset{position:sticky;top:0;z-index:2;display:flex;flex-wrap:wrap;gap:2px 18px;margin:14px -16px 0;padding:8px 16px;border:0;border-bottom:1px solid;border-color:@rule;background:@paper}
      legend{float:left;padding:3px 8px 3px 0;font-weight:600}
      label{padding:3px 0;cursor:pointer}
      nav ol{display:flex;flex-wrap:wrap;gap:2px 18px;padding:0;list-style:none}
      .picture{overflow:auto;max-height:640px;border:1px solid;border-color:@rule;border-radius:8px}
      .picture svg{display:block}
      .picture .scp .paper{stroke:none}
      article{margin:0 0 28px;padding:18px;border:1px solid;border-color:@rule;border-radius:8px}
      article:target{border-color:@link}
      dl.about{display:grid;grid-template-columns:max-content 1fr;gap:2px 16px}
      dd{margin:0;overflow-wrap:anywhere}
      .rules dt{margin-top:10px}
      .sides{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:0 20px}
      .code{position:relative}
      pre{margin:0;padding:10px 12px 10px 44px;border:1px solid;border-color:@rule;border-radius:6px;background:@paper;white-space:pre-wrap}
      .yaml pre,.finding pre{padding-left:12px}
      .k{color:@link}
      .t{color:@label}
      .c{color:@quiet}
      .x{color:@nofile;background:@nofile-paper}
      .s::before{content:attr(data-n);display:inline-block;width:32px;margin-left:-32px;color:@quiet}
      .copy{position:absolute;top:5px;right:5px;padding:2px 10px;border:1px solid;border-color:@rule;border-radius:5px;background:@paper;color:@ink;font:inherit;font-size:12px;cursor:pointer}
      .said,.unseen{position:absolute;clip-path:inset(50%);width:1px;height:1px;margin:0;overflow:hidden}
      table{width:100%;border-collapse:collapse;font-size:14px}
      caption{padding:2px 0 6px;text-align:left;color:@quiet}
      th,td{padding:6px 12px 6px 0;border-bottom:1px solid;border-color:@rule;text-align:left;vertical-align:top;overflow-wrap:anywhere}
      th[scope=row]{min-width:8em}
      td{min-width:5em}
      td.number{white-space:nowrap}
      thead th{color:@quiet;font-weight:600}
      tbody th{font-weight:600}
      td.lines{white-space:pre-line}
      .bar{display:block;margin-top:4px}
      .bar .track{stroke:@rule;stroke-width:2}
      .bar rect{fill:@quiet}
      .bar .b1{fill:@lane0}
      .bar .b2{fill:@lane3}
      .bar .b4{fill:@nofile}
      .finding{margin:8px 0;padding:8px 12px;border-left:4px solid;border-color:@rule}
      .finding.f-error{border-color:@nofile}
      .finding.f-warning{border-color:@pending}
      .finding.f-note{border-color:@label}
      .finding p{margin:3px 0}
      details{margin:10px 0}
      summary{cursor:pointer}
      .sign{display:grid;grid-template-columns:repeat(3,1fr);gap:28px;margin:34px 0 18px}
      .sign span{border-top:1px solid;border-color:@ink;padding-top:4px;color:@quiet;font-size:13px}
      .approval{margin-top:20px}
      @media screen and (max-width:820px){
      body{padding:16px 12px 48px}
      article{padding:12px}
      .sides{grid-template-columns:minmax(0,1fr)}
      fieldset{margin:12px -12px 0;padding:6px 12px}
      dl.about{grid-template-columns:minmax(0,1fr)}
      dd{margin-bottom:6px}
      table.cards thead{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}
      table.cards,.cards caption,.cards tbody,.cards tr,.cards tbody th,.cards td{display:block}
      .cards tr{padding:8px 0;border-bottom:1px solid;border-color:@rule}
      .cards tbody th,.cards td{border:0;padding:1px 0}
      .cards td{padding-left:104px}
      .cards td:empty{display:none}
      .cards td::before{content:attr(data-name);float:left;margin-left:-104px;color:@quiet}
      .sign{grid-template-columns:1fr;gap:34px}
      }
      @page{margin:14mm}
      @media print{
      body{padding:0;max-width:none;font-size:11px}
      code,pre,table{font-size:10px}
      .skip,.copy,nav,label:not(:has(:checked)),input{display:none}
      fieldset{position:static;margin:8px 0;padding:0;border:0}
      details::details-content{display:block;content-visibility:visible;block-size:auto}
      summary{list-style:none}
      .sides{grid-template-columns:minmax(0,1fr)}
      .tag{font-size:9px;line-height:13px}
      .picture{overflow:visible;max-height:none;border:0}
      .picture svg{max-width:100%;height:auto}
      article{margin-top:28px;padding:0;border:0}
      h2,h3,h4{break-after:avoid}
      tr,.finding,.sign{break-inside:avoid}
      .sign{break-before:avoid}
      a{color:inherit;text-decoration:none}
      }
      """;

  private HtmlReviewStyle() {}

  /**
   * @param dialects how many there are to choose between
   */
  static String css(int dialects) {
    StringBuilder rules = new StringBuilder(RULES);
    for (int i = 0; dialects > 1 && i < dialects; i++) {
      rules.append("body:has(#d%1$d:checked) .dialect:not(.d%1$d){display:none}\n".formatted(i));
    }
    return Colour.css(":root", rules.toString());
  }
}
