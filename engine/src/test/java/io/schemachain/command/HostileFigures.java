package io.schemachain.command;

import io.schemachain.command.HostileProject.Place;
import io.schemachain.command.HostileProject.Use;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** How many texts were tried in each place, and how many of them refused, as a table. */
final class HostileFigures {
  /** By dialect and place: rendered, refused. */
  private final Map<String, Map<Place, int[]>> figures = new TreeMap<>();

  void refused(String dialect, Use use) {
    count(dialect, use.place())[1]++;
  }

  void rendered(String dialect, HostileProject hostile) {
    hostile.uses().forEach(use -> count(dialect, use.place())[0]++);
  }

  private int[] count(String dialect, Place place) {
    return figures
        .computeIfAbsent(dialect, d -> new TreeMap<>())
        .computeIfAbsent(place, p -> new int[2]);
  }

  void write(Path file) throws IOException {
    StringBuilder table = new StringBuilder("| texts in their place + refused |");
    figures.keySet().forEach(dialect -> table.append(' ').append(dialect).append(" |"));
    table.append("\n|---|").append("---|".repeat(figures.size())).append('\n');
    for (Place place : Place.values()) {
      table.append("| ").append(place).append(" |");
      for (Map<Place, int[]> counts : figures.values()) {
        int[] count = counts.getOrDefault(place, new int[2]);
        table.append(' ').append(count[0]).append(" + ").append(count[1]).append(" |");
      }
      table.append('\n');
    }
    Files.writeString(file, table);
  }
}
