package io.schemachain.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * In which column each table stands, and in which order: a table right of those that it refers to.
 * A line that passes a column has a place of its own there, so that it crosses no table.
 */
final class Layers {
  /** A height in pixels at which a column goes on in a new one. */
  private static final int HIGHEST = 1600;

  private static final int SWEEPS = 6;

  /**
   * What has a place in a column.
   *
   * @param name of a table; of a lane the table to which it leads
   * @param lane whether it is only passed
   */
  record Slot(String name, boolean lane) {}

  private final Map<String, Set<String>> targets = new LinkedHashMap<>();
  private final Map<String, Integer> layerOf = new HashMap<>();
  private final List<List<Slot>> layers = new ArrayList<>();

  private Layers() {}

  /**
   * @param entities each with a link to another or from one
   * @param height of a table in the picture
   */
  static List<List<Slot>> of(
      List<Entities.Entity> entities, ToIntFunction<Entities.Entity> height) {
    Layers all = new Layers();
    Set<String> names = new HashSet<>();
    entities.forEach(entity -> names.add(entity.name()));
    for (Entities.Entity entity : entities) {
      Set<String> to = all.targets.computeIfAbsent(entity.name(), key -> new HashSet<>());
      entity.links().stream().map(Entities.Link::target).filter(names::contains).forEach(to::add);
      to.remove(entity.name());
    }
    Set<String> path = new HashSet<>();
    entities.forEach(entity -> all.layer(entity.name(), path));
    all.fill(entities, height);
    all.lanes();
    for (int i = 0; i < SWEEPS; i++) {
      all.sweep(i % 2 == 0);
    }
    return all.layers;
  }

  /** The longest way to a table that refers to none; a circle is cut where it is met again. */
  private int layer(String name, Set<String> path) {
    Integer known = layerOf.get(name);
    if (known != null) {
      return known;
    }
    path.add(name);
    int layer = 0;
    for (String target : targets.getOrDefault(name, Set.of())) {
      if (!path.contains(target)) {
        layer = Math.max(layer, layer(target, path) + 1);
      }
    }
    path.remove(name);
    layerOf.put(name, layer);
    return layer;
  }

  private void fill(List<Entities.Entity> entities, ToIntFunction<Entities.Entity> height) {
    int last = layerOf.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    for (int layer = 0; layer <= last; layer++) {
      List<Slot> slots = new ArrayList<>();
      int high = 0;
      for (Entities.Entity entity : entities) {
        if (layerOf.getOrDefault(entity.name(), 0) != layer) {
          continue;
        }
        if (high > 0 && high + height.applyAsInt(entity) > HIGHEST) {
          layers.add(slots);
          slots = new ArrayList<>();
          high = 0;
        }
        slots.add(new Slot(entity.name(), false));
        high += height.applyAsInt(entity);
      }
      layers.add(slots);
    }
    for (int i = 0; i < layers.size(); i++) {
      for (Slot slot : layers.get(i)) {
        layerOf.put(slot.name, i);
      }
    }
  }

  /** Lines to one table share their place. */
  private void lanes() {
    targets.forEach(
        (name, to) -> {
          for (String target : to.stream().sorted().toList()) {
            int from = Math.min(layer(name), layer(target));
            int end = Math.max(layer(name), layer(target));
            for (int i = from + 1; i < end; i++) {
              Slot lane = new Slot(target, true);
              if (!layers.get(i).contains(lane)) {
                layers.get(i).add(lane);
              }
            }
          }
        });
  }

  private int layer(String name) {
    return layerOf.getOrDefault(name, 0);
  }

  /** Each between those that it is linked with in the column before, or behind. */
  private void sweep(boolean fromLeft) {
    for (int step = 1; step < layers.size(); step++) {
      int at = fromLeft ? step : layers.size() - 1 - step;
      List<Slot> beside = layers.get(fromLeft ? at - 1 : at + 1);
      Map<Slot, Double> place = new HashMap<>();
      for (Slot slot : layers.get(at)) {
        double own = layers.get(at).indexOf(slot);
        place.put(
            slot,
            beside.stream()
                .filter(other -> isLinked(slot, other))
                .mapToInt(beside::indexOf)
                .average()
                .orElse(own));
      }
      layers.get(at).sort(Comparator.comparing(slot -> place.getOrDefault(slot, 0.0)));
    }
  }

  private boolean isLinked(Slot one, Slot other) {
    return leadsTo(one, other) || leadsTo(other, one);
  }

  private boolean leadsTo(Slot from, Slot to) {
    return from.lane
        ? from.name.equals(to.name)
        : targets.getOrDefault(from.name, Set.of()).contains(to.name);
  }
}
