package io.schemachain.picture;

import io.schemachain.picture.Entities.Entity;
import io.schemachain.picture.Entities.Field;
import io.schemachain.picture.Entities.Link;
import io.schemachain.picture.Entities.Mark;
import io.schemachain.picture.Layers.Slot;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where each table of an {@link EntityDiagram} stands, how large it is, and what it shows. */
final class EntityPlaces {
  static final int HEAD = 30;
  static final int ROW = 19;
  static final int PAD = 10;
  static final int GAP_X = 84;
  private static final int EDGE = 16;
  private static final int GAP_Y = 26;
  private static final int LANE = 10;
  private static final int MOST_FIELDS = 14;
  private static final int GRID_WIDTH = 1000;

  /** In hundredths of the size of the font. */
  private static final int MOST_NAME = 1800;

  private static final int MOST_TYPE = 1400;

  /** A table. */
  record Box(int x, int y, int width, int height) {}

  /** Where lines to a table pass a column that has nothing to do with them. */
  record Lane(int x, int y, int width) {}

  private final Map<String, Entity> byName = new LinkedHashMap<>();
  private final Map<String, Box> boxes = new HashMap<>();
  private final Map<String, Lane> lanes = new HashMap<>();
  private final Map<String, Integer> layerOf = new HashMap<>();
  private int width = 320;
  private int height = EDGE;

  EntityPlaces(Entities entities) {
    entities.entities().forEach(entity -> byName.put(entity.name(), entity));
    place();
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  Collection<Entity> entities() {
    return byName.values();
  }

  /** Nothing where there is no table of that name. */
  @Nullable Box box(String name) {
    return boxes.get(name);
  }

  /** Counted from the left. */
  int layer(String name) {
    return layerOf.getOrDefault(name, 0);
  }

  /** Nothing where no line to the table passes the layer. */
  @Nullable Lane lane(String table, int layer) {
    return lanes.get(at(table, layer));
  }

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
          lanes.put(at(slot.name(), layer), new Lane(x, y + LANE / 2, 0));
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
          int wide = Math.max(widest, 40);
          lanes.computeIfPresent(
              at(slot.name(), layer), (key, lane) -> new Lane(lane.x, lane.y, wide));
        }
      }
      x += Math.max(widest, 40) + GAP_X;
    }
    width = Math.max(width, x - GAP_X + EDGE);
  }

  /** The lanes to a table, one for each column that they pass. */
  private static String at(String table, int layer) {
    return layer + " " + table;
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
    int head = SvgText.width(name(entity)) * 108 / 100;
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

  static String label(Field field) {
    String sign = field.key() ? "PK " : field.refers() ? "FK " : "";
    return sign + Text.cut(field.name(), MOST_NAME) + (field.changed() ? " *" : "");
  }

  static String type(Field field) {
    return Text.cut(field.type(), MOST_TYPE);
  }

  private static int height(Entity entity) {
    int more = entity.fields().size() > MOST_FIELDS ? 1 : 0;
    return HEAD + (shown(entity).size() + more) * ROW + PAD / 2;
  }

  /** Of many columns those that matter most, in their order. */
  static List<Field> shown(Entity entity) {
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

  static String name(Entity entity) {
    return Text.cut(entity.name(), MOST_NAME);
  }

  /** The middle of the row of a column, from the upper edge of its table. */
  static int fieldY(Entity entity, String name) {
    List<Field> fields = shown(entity);
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).name().equals(name)) {
        return HEAD + i * ROW + ROW / 2;
      }
    }
    return HEAD / 2;
  }
}
