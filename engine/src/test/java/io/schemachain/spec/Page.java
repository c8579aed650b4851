package io.schemachain.spec;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A page of the specification as it is shipped, on the class path. */
final class Page {
  private static final String FOLDER = "/io/schemachain/format/docs/";

  private final String name;
  private final List<String> lines;

  private Page(String name, List<String> lines) {
    this.name = name;
    this.lines = lines;
  }

  static Page read(String name) {
    try (InputStream in = Page.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("There is no page " + name);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new Page(name, List.of(text.split("\n", -1)));
    } catch (IOException e) {
      throw new IllegalStateException("Cannot read " + name, e);
    }
  }

  String text() {
    return String.join("\n", lines);
  }

  /** The rows of the first table below a heading, the row of column names first. */
  List<List<String>> table(String heading) {
    return tables(heading).get(0);
  }

  /** All tables below a heading and above the next one. */
  List<List<List<String>>> tables(String heading) {
    List<List<List<String>>> tables = new ArrayList<>();
    boolean inside = false;
    for (String line : below(heading)) {
      if (line.startsWith("#")) {
        break;
      }
      if (line.startsWith("|")) {
        if (!inside) {
          tables.add(new ArrayList<>());
        }
        tables.get(tables.size() - 1).add(cells(line));
      }
      inside = line.startsWith("|");
    }
    if (tables.isEmpty()) {
      throw new IllegalStateException("There is no table below '" + heading + "' in " + name);
    }
    tables.forEach(table -> table.remove(1));
    return tables;
  }

  /** The text of the first block of code below a heading. */
  String block(String heading) {
    List<String> block = new ArrayList<>();
    boolean inside = false;
    for (String line : below(heading)) {
      if (line.startsWith("```")) {
        if (inside) {
          return String.join("\n", block);
        }
        inside = true;
      } else if (inside) {
        block.add(line);
      }
    }
    throw new IllegalStateException("There is no block below '" + heading + "' in " + name);
  }

  private List<String> below(String heading) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith("#") && lines.get(i).replaceFirst("^#+ ", "").equals(heading)) {
        return lines.subList(i + 1, lines.size());
      }
    }
    throw new IllegalStateException("There is no heading '" + heading + "' in " + name);
  }

  private static List<String> cells(String line) {
    String inner = line.substring(1, line.lastIndexOf('|'));
    return Arrays.stream(inner.split("(?<!\\\\)\\|", -1)).map(String::strip).toList();
  }

  /** What stands between the first pair of backquotes; the cell itself where there are none. */
  static String code(String cell) {
    int start = cell.indexOf('`');
    return start < 0 ? cell : cell.substring(start + 1, cell.indexOf('`', start + 1));
  }
}
