package io.schemachain.picture;

/** What the page looks like. Where it is narrow, a row of the table becomes a card. */
final class HtmlStyle {
  private static final String RULES =
      """
      *{box-sizing:border-box}
      body{margin:0 auto;padding:24px 16px 48px;max-width:1280px;background:@paper;color:@ink;font:14px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",Helvetica,Arial,sans-serif}
      h1{margin:0;font-size:22px;line-height:1.3;overflow-wrap:anywhere}
      header p{margin:4px 0 12px;color:@quiet}
      .legend{display:flex;flex-wrap:wrap;gap:4px 20px;margin:0 0 16px;padding:0;list-style:none}
      .legend svg{vertical-align:-3px}
      .picture{overflow-x:auto;margin-bottom:32px}
      .picture svg{display:block}
      :focus-visible{outline:2px solid;outline-color:@link;outline-offset:2px}
      table{width:100%;border-collapse:collapse}
      caption{margin-bottom:8px;font-size:16px;font-weight:600;text-align:left}
      th,td{padding:7px 12px 7px 0;border-bottom:1px solid;border-color:@rule;text-align:left;vertical-align:top;overflow-wrap:anywhere}
      th{font-weight:400}
      thead th{font-weight:600;color:@quiet;white-space:nowrap}
      tr:target{background:@band}
      a{color:@link}
      code{font:13px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono","Liberation Mono",monospace}
      time{white-space:nowrap}
      span{display:inline-block;padding:0 7px;border:1px solid;border-radius:9px;font-size:12px;line-height:17px;overflow-wrap:anywhere}
      .head{color:@head;background:@head-paper;border-color:@head-paper}
      .current{color:@current;background:@current-paper;border-color:@current-paper}
      .base{color:@quiet;border-color:@quiet}
      .label{color:@label;background:@label-paper;border-color:@label;border-radius:3px}
      .pending{color:@pending;background:@pending-paper;border:1px dashed;border-color:@pending}
      .nofile{color:@nofile;background:@nofile-paper;border-color:@nofile}
      .applied,.unknown{padding:0;border:0;font-size:inherit}
      @media (max-width:760px){
      thead{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}
      tbody,tr,tbody th,td{display:block}
      tr{padding:10px 0;border-bottom:1px solid;border-color:@rule}
      tbody th,td{border:0;padding:1px 0}
      tbody td{padding-left:84px}
      td:empty{display:none}
      td::before{content:attr(data-name);float:left;margin-left:-84px;color:@quiet}
      }
      @media print{
      body{padding:0;max-width:none}
      .picture{overflow:visible}
      .picture svg{max-width:100%;height:auto}
      tr{break-inside:avoid}
      a{text-decoration:none}
      }
      """;

  private HtmlStyle() {}

  static String css() {
    return Colour.css(":root", RULES);
  }
}
