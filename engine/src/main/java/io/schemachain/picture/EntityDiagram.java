package io.schemachain.picture;

import io.schemachain.picture.Entities.Entity;
import io.schemachain.picture.Entities.Field;
import io.schemachain.picture.Entities.Link;
import io.schemachain.picture.Entities.Mark;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tables with their columns and foreign keys as one SVG: what is referred to stands on the left.
 * Tables without a foreign key stand below.
 */
public final class EntityDiagram {
  private static final String RULES =
      """
      .erd{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",Helvetica,Arial,sans-serif;font-size:13px}
      .erd text{fill:@ink;white-space:pre}
      .erd .box{fill:@paper;stroke:@quiet}
      .erd .new .box{stroke:@current-paper;stroke-width:2}
      .erd .changed .box{stroke:@pending;stroke-width:2;stroke-dasharray:5 3}
      .erd .name{font-weight:600}
      .erd .type,.erd .more{fill:@quiet}
      .erd .end{text-anchor:end}
      .erd .mark{fill:@pending;font-weight:600}
      .erd .new .mark{fill:@link}
      .erd .rule{stroke:@rule}
      .erd .line{fill:none;stroke:@lane0;stroke-width:1.5}
      .erd .tip{fill:@lane0}
      """;

  private final Entities entities;
  private final EntityPlaces places;

  private EntityDiagram(Entities entities) {
    this.entities = entities;
    this.places = new EntityPlaces(entities);
  }

  /** An SVG; its own rules stand under one class, since it may be part of a page. */
  public static String of(Entities entities) {
    return new EntityDiagram(entities).svg();
  }

  private String svg() {
    StringBuilder out = new StringBuilder();
    out.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" class="erd" role="img" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d">
        <title>%3$s</title>
        <desc>%4$s</desc>
        <style>
        %5$s</style>
        """
            .formatted(
                places.width(),
                places.height(),
                Text.xml(entities.title()),
                description(),
                Colour.css(".erd", RULES)));
    places.entities().forEach(entity -> lines(out, entity));
    places.entities().forEach(entity -> table(out, entity));
    return out.append("</svg>\n").toString();
  }

  private String description() {
    int count = places.entities().size();
    return (count == 1 ? "1 table" : count + " tables")
        + ". Lines lead from a foreign key to the table that it refers to. A star marks columns that"
        + " are new or changed. The same stands in the list below the picture.";
  }

  private void table(StringBuilder out, Entity entity) {
    EntityPlaces.Box box = places.box(entity.name());
    if (box == null) {
      return;
    }
    out.append("<g class=\"")
        .append(entity.mark() == Mark.SAME ? "table" : entity.mark().word())
        .append("\" transform=\"translate(")
        .append(box.x())
        .append(' ')
        .append(box.y())
        .append(")\"><title>")
        .append(Text.xml(entity.name()))
        .append("</title><rect class=\"box\" width=\"")
        .append(box.width())
        .append("\" height=\"")
        .append(box.height())
        .append("\" rx=\"4\"/>");
    SvgText.write(out, "name", EntityPlaces.PAD, 20, EntityPlaces.name(entity));
    if (entity.mark() != Mark.SAME) {
      SvgText.write(out, "mark end", box.width() - EntityPlaces.PAD, 20, entity.mark().word());
    }
    out.append(
        "<path class=\"rule\" d=\"M0 %dH%d\"/>".formatted(EntityPlaces.HEAD - 2, box.width()));
    int y = EntityPlaces.HEAD + 14;
    for (Field field : EntityPlaces.shown(entity)) {
      SvgText.write(
          out, field.changed() ? "name" : "", EntityPlaces.PAD, y, EntityPlaces.label(field));
      SvgText.write(out, "type end", box.width() - EntityPlaces.PAD, y, EntityPlaces.type(field));
      y += EntityPlaces.ROW;
    }
    int more = entity.fields().size() - EntityPlaces.shown(entity).size();
    if (more > 0) {
      SvgText.write(out, "more", EntityPlaces.PAD, y, "and " + more + " more");
    }
    out.append("</g>\n");
  }

  private void lines(StringBuilder out, Entity entity) {
    Set<String> drawn = new HashSet<>();
    for (Link link : entity.links()) {
      EntityPlaces.Box to = places.box(link.target());
      if (to != null && drawn.add(link.field() + '\0' + link.target())) {
        line(out, entity, link, to);
      }
    }
  }

  private void line(StringBuilder out, Entity entity, Link link, EntityPlaces.Box to) {
    EntityPlaces.Box from = places.box(entity.name());
    if (from == null) {
      return;
    }
    int y = from.y() + EntityPlaces.fieldY(entity, link.field());
    int targetY = to.y() + EntityPlaces.HEAD / 2;
    boolean self = link.target().equals(entity.name());
    int own = places.layer(entity.name());
    int other = places.layer(link.target());
    List<int[]> points = new ArrayList<>();
    if (self || own == other) {
      int x = from.x() + from.width();
      int end = to.x() + to.width();
      int bulge = Math.max(x, end) + EntityPlaces.GAP_X / 3;
      out.append(
          "<path class=\"line\" d=\"M%d %dC%d %d %d %d %d %d\"/>"
              .formatted(x, y, bulge, y, bulge, targetY, end + 6, targetY));
      tip(out, end, targetY, true);
      return;
    }
    boolean left = other < own;
    points.add(new int[] {left ? from.x() : from.x() + from.width(), y});
    int step = left ? -1 : 1;
    for (int layer = own + step; layer != other; layer += step) {
      EntityPlaces.Lane lane = places.lane(link.target(), layer);
      if (lane != null) {
        int right = lane.x() + lane.width();
        points.add(new int[] {left ? right : lane.x(), lane.y()});
        points.add(new int[] {left ? lane.x() : right, lane.y()});
      }
    }
    int end = left ? to.x() + to.width() : to.x();
    points.add(new int[] {left ? end + 6 : end - 6, targetY});
    path(out, points);
    tip(out, end, targetY, left);
  }

  /** Curves between columns, straight where it passes one. */
  private static void path(StringBuilder out, List<int[]> points) {
    int[] at = points.get(0);
    out.append("<path class=\"line\" d=\"M").append(at[0]).append(' ').append(at[1]);
    for (int i = 1; i < points.size(); i++) {
      int[] next = points.get(i);
      if (next[1] == at[1]) {
        out.append('H').append(next[0]);
      } else {
        int middle = (at[0] + next[0]) / 2;
        out.append(
            "C%d %d %d %d %d %d".formatted(middle, at[1], middle, next[1], next[0], next[1]));
      }
      at = next;
    }
    out.append("\"/>");
  }

  private static void tip(StringBuilder out, int x, int y, boolean fromRight) {
    int side = fromRight ? 8 : -8;
    out.append("<path class=\"tip\" d=\"M%d %dl%d -4v8z\"/>\n".formatted(x, y, side));
  }
}
