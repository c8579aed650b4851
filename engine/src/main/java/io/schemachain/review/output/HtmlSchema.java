package io.schemachain.review.output;

import static io.schemachain.review.output.HtmlText.code;
import static io.schemachain.review.output.HtmlText.text;

import io.schemachain.picture.Entities;
import io.schemachain.picture.EntityDiagram;
import io.schemachain.review.ReviewDocument;
import java.util.ArrayList;
import java.util.List;

/** The tables afterwards, as a picture and as a list. */
final class HtmlSchema {
  private final StringBuilder out;
  private final Entities schema;

  private HtmlSchema(StringBuilder out, Entities schema) {
    this.out = out;
    this.schema = schema;
  }

  static void write(StringBuilder out, Entities schema) {
    new HtmlSchema(out, schema).write();
  }

  private void write() {
    out.append("<section aria-labelledby=\"schema\">\n<h2 id=\"schema\">Schema afterwards</h2>\n");
    out.append("<p>").append(text(schema.title()));
    if (schema.leftOut() > 0) {
      out.append("; ").append(ReviewDocument.words(schema.leftOut(), "table"));
      out.append(" that no revision here changes or refers to left out");
    }
    out.append(".</p>\n");
    if (!schema.entities().isEmpty()) {
      out.append("<div class=\"picture\" tabindex=\"0\" role=\"group\" aria-label=\"Tables\">\n");
      out.append(EntityDiagram.of(schema)).append("</div>\n");
      out.append("<details>\n<summary>The same as a list</summary>\n<ul>\n");
      schema.entities().forEach(this::entity);
      out.append("</ul>\n</details>\n");
    }
    out.append("</section>\n");
  }

  private void entity(Entities.Entity entity) {
    out.append("<li>").append(code(entity.name()));
    if (entity.mark() != Entities.Mark.SAME) {
      out.append(" (").append(entity.mark().word()).append(')');
    }
    List<String> columns = new ArrayList<>();
    for (Entities.Field field : entity.fields()) {
      columns.add(
          field.name()
              + " "
              + field.type()
              + (field.key() ? ", primary key" : "")
              + (field.changed() ? ", new or changed" : ""));
    }
    out.append(": ").append(text(String.join("; ", columns)));
    for (Entities.Link link : entity.links()) {
      out.append("; ").append(code(link.field())).append(" refers to ").append(code(link.target()));
    }
    out.append("</li>\n");
  }
}
