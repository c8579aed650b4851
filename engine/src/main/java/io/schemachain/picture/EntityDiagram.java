package io.schemachain.picture;

import io.schemachain.picture.Entities.Entity;
import io.schemachain.picture.Entities.Field;
import io.schemachain.picture.Entities.Link;
import io.schemachain.picture.Entities.Mark;
import io.schemachain.picture.Layers.Slot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tables with their columns and foreign keys as one SVG: what is referred to stands on the left.
 * Tables without a foreign key stand below.
 */
public final class EntityDiagram {
  private static final int EDGE = 16;
  private static final int HEAD = 30;
  private static final int ROW = 19;
  private static final int PAD = 10;
  private static final int GAP_Y = 26;
  private static final int GAP_X = 84;
  private static final int LANE = 10;
  private static final int MOST_FIELDS = 14;

  /** In hundredths of the size of the font. */
  private static final int MOST_NAME = 1800;

  private static final int MOST_TYPE = 1400;
  private static final int GRID_WIDTH = 1000;

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

  private record Box(int x, int y, int width, int height) {}

  private final Entities entities;
  private final Map<String, Entity> byName = new LinkedHashMap<>();
  private final Map<String, Box> boxes = new HashMap<>();
  private final Map<Slot, int[]> lanes = new HashMap<>();
  private final Map<Slot, Integer> laneLayers = new HashMap<>();
  private final Map<String, Integer> layerOf = new HashMap<>();
  private int width = 320;
  private int height = EDGE;

  private EntityDiagram(Entities entities) {
    this.entities = entities;
    entities.entities().forEach(entity -> byName.put(entity.name(), entity));
  }

  /** An SVG; its own rules stand under one class, since it may be part of a page. */
  public static String of(Entities entities) {
    EntityDiagram diagram = new EntityDiagram(entities);
    diagram.place();
    return diagram.svg();
  }

  // Places

  private void place() {
    Set<String> linked = new HashSet<>();
    for (Entity entity : byName.values()) {
      for (Link link : entity.links()) {
        if (byName.containsKey(link.target()) && !link.target().equals(entity.name())) {
          linked.add(entity.name());
          linked.add(link.target());
        }
      }
    }
    List<Entity> together =
        byName.values().stream().filter(e -> linked.contains(e.name())).toList();
    if (!together.isEmpty()) {
      columns(Layers.of(together, entity -> height(entity) + GAP_Y));
    }
    grid(byName.values().stream().filter(e -> !linked.contains(e.name())).toList());
  }

  private void columns(List<List<Slot>> layers) {
    int x = EDGE;
    for (int layer = 0; layer < layers.size(); layer++) {
      int widest = 0;
      int y = EDGE;
      for (Slot slot : layers.get(layer)) {
        if (slot.lane()) {
          lanes.put(at(slot, layer), new int[] {x, y + LANE / 2});
          y += LANE + GAP_Y / 2;
          continue;
        }
        Box box = box(slot.name(), x, Math.max(y, wanted(slot.name(), y)));
        boxes.put(slot.name(), box);
        layerOf.put(slot.name(), layer);
        widest = Math.max(widest, box.width);
        y = box.y + box.height + GAP_Y;
      }
      height = Math.max(height, y);
      for (Slot slot : layers.get(layer)) {
        if (slot.lane()) {
          laneLayers.put(at(slot, layer), Math.max(widest, 40));
        }
      }
      x += Math.max(widest, 40) + GAP_X;
    }
    width = Math.max(width, x - GAP_X + EDGE);
  }

  /** The lanes to a table, one for each column that they pass. */
  private static Slot at(Slot slot, int layer) {
    return new Slot(layer + " " + slot.name(), true);
  }

  /** Beside the highest table that it refers to, where that is not far below. */
  private int wanted(String name, int y) {
    return entity(name).links().stream()
        .map(link -> boxes.get(link.target()))
        .filter(box -> box != null && box.y <= y + 200)
        .mapToInt(Box::y)
        .min()
        .orElse(y);
  }

  private void grid(List<Entity> alone) {
    int right = Math.max(GRID_WIDTH, width - EDGE);
    int x = EDGE;
    int y = height;
    int highest = 0;
    for (Entity entity : alone) {
      Box box = box(entity.name(), x, y);
      if (x > EDGE && x + box.width > right) {
        x = EDGE;
        y += highest + GAP_Y;
        highest = 0;
        box = box(entity.name(), x, y);
      }
      boxes.put(entity.name(), box);
      highest = Math.max(highest, box.height);
      width = Math.max(width, x + box.width + EDGE);
      x += box.width + GAP_Y;
    }
    height = alone.isEmpty() ? height : y + highest + EDGE;
  }

  private Entity entity(String name) {
    Entity entity = byName.get(name);
    if (entity == null) {
      throw new IllegalArgumentException("No table " + name);
    }
    return entity;
  }

  private Box box(String name, int x, int y) {
    Entity entity = entity(name);
    int head = SvgText.width(Text.cut(name, MOST_NAME)) * 108 / 100;
    int mark = entity.mark() == Mark.SAME ? 0 : SvgText.width(entity.mark().word()) + 16;
    int widest = head + mark;
    for (Field field : shown(entity)) {
      widest = Math.max(widest, nameWidth(field) + 20 + SvgText.width(type(field)));
    }
    return new Box(x, y, Math.max(120, widest + 2 * PAD), height(entity));
  }

  private static int nameWidth(Field field) {
    return SvgText.width(label(field));
  }

  private static String label(Field field) {
    String sign = field.key() ? "PK " : field.refers() ? "FK " : "";
    return sign + Text.cut(field.name(), MOST_NAME) + (field.changed() ? " *" : "");
  }

  private static String type(Field field) {
    return Text.cut(field.type(), MOST_TYPE);
  }

  private static int height(Entity entity) {
    int more = entity.fields().size() > MOST_FIELDS ? 1 : 0;
    return HEAD + (shown(entity).size() + more) * ROW + PAD / 2;
  }

  /** Of many columns those that matter most, in their order. */
  private static List<Field> shown(Entity entity) {
    if (entity.fields().size() <= MOST_FIELDS) {
      return entity.fields();
    }
    Set<Field> chosen = new LinkedHashSet<>();
    entity.fields().stream()
        .filter(field -> field.key() || field.refers() || field.changed())
        .limit(MOST_FIELDS)
        .forEach(chosen::add);
    for (Field field : entity.fields()) {
      if (chosen.size() < MOST_FIELDS) {
        chosen.add(field);
      }
    }
    return entity.fields().stream().filter(chosen::contains).toList();
  }

  // Text

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
                width,
                height,
                Text.xml(entities.title()),
                description(),
                Colour.css(".erd", RULES)));
    byName.values().forEach(entity -> lines(out, entity));
    byName.values().forEach(entity -> table(out, entity));
    return out.append("</svg>\n").toString();
  }

  private String description() {
    int count = byName.size();
    return (count == 1 ? "1 table" : count + " tables")
        + ". Lines lead from a foreign key to the table that it refers to. A star marks columns that"
        + " are new or changed. The same stands in the list below the picture.";
  }

  private void table(StringBuilder out, Entity entity) {
    Box box = boxes.get(entity.name());
    if (box == null) {
      return;
    }
    out.append("<g class=\"")
        .append(entity.mark() == Mark.SAME ? "table" : entity.mark().word())
        .append("\" transform=\"translate(")
        .append(box.x)
        .append(' ')
        .append(box.y)
        .append(")\"><title>")
        .append(Text.xml(entity.name()))
        .append("</title><rect class=\"box\" width=\"")
        .append(box.width)
        .append("\" height=\"")
        .append(box.height)
        .append("\" rx=\"4\"/>");
    SvgText.write(out, "name", PAD, 20, Text.cut(entity.name(), MOST_NAME));
    if (entity.mark() != Mark.SAME) {
      SvgText.write(out, "mark end", box.width - PAD, 20, entity.mark().word());
    }
    out.append("<path class=\"rule\" d=\"M0 %dH%d\"/>".formatted(HEAD - 2, box.width));
    int y = HEAD + 14;
    for (Field field : shown(entity)) {
      SvgText.write(out, field.changed() ? "name" : "", PAD, y, label(field));
      SvgText.write(out, "type end", box.width - PAD, y, type(field));
      y += ROW;
    }
    int more = entity.fields().size() - shown(entity).size();
    if (more > 0) {
      SvgText.write(out, "more", PAD, y, "and " + more + " more");
    }
    out.append("</g>\n");
  }

  private void lines(StringBuilder out, Entity entity) {
    Set<String> drawn = new HashSet<>();
    for (Link link : entity.links()) {
      Box to = boxes.get(link.target());
      if (to != null && drawn.add(link.field() + '\0' + link.target())) {
        line(out, entity, link, to);
      }
    }
  }

  private void line(StringBuilder out, Entity entity, Link link, Box to) {
    Box from = boxes.get(entity.name());
    if (from == null) {
      return;
    }
    int y = from.y + fieldY(entity, link.field());
    int targetY = to.y + HEAD / 2;
    boolean self = link.target().equals(entity.name());
    int own = layerOf.getOrDefault(entity.name(), 0);
    int other = layerOf.getOrDefault(link.target(), 0);
    List<int[]> points = new ArrayList<>();
    if (self || own == other) {
      int x = from.x + from.width;
      int end = to.x + to.width;
      int bulge = Math.max(x, end) + GAP_X / 3;
      out.append(
          "<path class=\"line\" d=\"M%d %dC%d %d %d %d %d %d\"/>"
              .formatted(x, y, bulge, y, bulge, targetY, end + 6, targetY));
      tip(out, end, targetY, true);
      return;
    }
    boolean left = other < own;
    points.add(new int[] {left ? from.x : from.x + from.width, y});
    int step = left ? -1 : 1;
    for (int layer = own + step; layer != other; layer += step) {
      Slot lane = new Slot(layer + " " + link.target(), true);
      int[] at = lanes.get(lane);
      if (at != null) {
        int wide = laneLayers.getOrDefault(lane, 40);
        points.add(new int[] {left ? at[0] + wide : at[0], at[1]});
        points.add(new int[] {left ? at[0] : at[0] + wide, at[1]});
      }
    }
    int end = left ? to.x + to.width : to.x;
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

  private static int fieldY(Entity entity, String name) {
    List<Field> fields = shown(entity);
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).name().equals(name)) {
        return HEAD + i * ROW + ROW / 2;
      }
    }
    return HEAD / 2;
  }
}
