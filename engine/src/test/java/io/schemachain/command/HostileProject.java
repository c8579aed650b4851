package io.schemachain.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A project that has a text in every place of a document: one operation a line, so that what is
 * said about a line is said about one text in one place. Conditions are SQL and no place.
 */
final class HostileProject {
  /** How a place is read back. */
  enum Place {
    TABLE,
    COLUMN,
    INDEX,
    UNIQUE,
    CHECK,
    FOREIGN_KEY,
    TABLE_COMMENT,
    COLUMN_COMMENT,
    DEFAULT,
    ROW,
    UPDATED,
    CSV,
    JSON,
    ENUM_VALUE,
    ENUM_NAME,
    SEQUENCE,
    VIEW,
    SCHEMA,
    SQL_FILE,
    MESSAGE,
    LABEL,
    REVISION_FILE;

    /** Those of which there is one of a name in a schema, or in all of the database. */
    boolean isName() {
      return switch (this) {
        case TABLE, COLUMN, INDEX, UNIQUE, CHECK, FOREIGN_KEY, ENUM_NAME, SEQUENCE, VIEW, SCHEMA ->
            true;
        default -> false;
      };
    }
  }

  /** A text in a place; {@code number} is that of the text. */
  record Use(Place place, int number, String text) {
    /** Different from all others, with the text at its start or at its end. */
    String name() {
      return switch (place) {
        case INDEX -> "i" + text;
        case UNIQUE -> "u" + text;
        case CHECK -> "c" + text;
        case FOREIGN_KEY -> text + "f";
        case ENUM_NAME -> text + "e";
        case SEQUENCE -> text + "s";
        case VIEW -> text + "v";
        case SCHEMA -> text + "_hostile";
        default -> text;
      };
    }
  }

  private static final int HEADER_LINES = 6;

  private static final List<String> FIXED =
      List.of(
          "create_table: {name: h_base, columns: [{name: id, type: integer, primary_key: true}]}",
          "create_table: {name: h_row, columns: [{name: id, type: integer}, {name: v, type: text}]}",
          "create_table: {name: h_csv, columns: [{name: id, type: integer}, {name: v, type: text}]}",
          "create_table: {name: h_json, columns: [{name: id, type: integer}, {name: v, type: text}]}",
          "create_table: {name: h_updated, columns: [{name: id, type: integer}, {name: v, type: text}]}",
          "create_table: {name: h_sql, columns: [{name: id, type: integer}]}",
          "create_table: {name: h_message, columns: [{name: id, type: integer}]}");

  private final Set<Use> uses = new LinkedHashSet<>();
  private final Map<String, Use> byPlace = new LinkedHashMap<>();

  /**
   * @param every 1 for every text in every place; 8 for an eighth of that
   */
  HostileProject(List<String> texts, List<Place> places, int every) {
    for (Place place : places) {
      Set<String> folded = new HashSet<>();
      for (int i = places.indexOf(place) % every; i < texts.size(); i += every) {
        Use use = new Use(place, i, texts.get(i));
        if (!place.isName() || folded.add(use.name().toLowerCase(Locale.ROOT))) {
          uses.add(use);
        }
      }
    }
  }

  Set<Use> uses() {
    return uses;
  }

  void remove(Use use) {
    uses.remove(use);
  }

  /** What stands at a place of a file. */
  Use at(String path, int line) {
    Use use = byPlace.get(path + ":" + line);
    use = use == null ? byPlace.get(path) : use;
    if (use == null) {
      throw new AssertionError("Nothing hostile is at " + path + ":" + line);
    }
    return use;
  }

  /** Writes all files; a use that no file system takes goes. */
  void write(TestProject project) throws IOException {
    byPlace.clear();
    delete(project.directory());
    revision(project, "fixed", null, "fixed", "", FIXED);
    String parent = "fixed";
    for (Place place : Place.values()) {
      List<Use> here = uses.stream().filter(use -> use.place() == place).toList();
      parent =
          place.compareTo(Place.MESSAGE) < 0
              ? operations(project, place, here, parent)
              : revisions(project, here, parent);
    }
  }

  /** One revision, with the uses of a place in a line each. */
  private String operations(TestProject project, Place place, List<Use> here, String parent)
      throws IOException {
    String id = "ops_" + place.name().toLowerCase(Locale.ROOT);
    List<String> operations = new ArrayList<>();
    for (Use use : here) {
      if (place == Place.SQL_FILE && !writeSql(project, use)) {
        uses.remove(use);
      } else {
        operations.add(operation(project, use));
        byPlace.put("schema/versions/" + id + ".yaml:" + (HEADER_LINES + operations.size()), use);
      }
    }
    if (operations.isEmpty()) {
      return parent;
    }
    revision(project, id, parent, id, "", operations);
    return id;
  }

  /** A revision for each use. */
  private String revisions(TestProject project, List<Use> here, String parent) {
    String last = parent;
    for (Use use : here) {
      String id = use.place().name().toLowerCase(Locale.ROOT) + use.number();
      String file = use.place() == Place.REVISION_FILE ? use.text() : id;
      String more = use.place() == Place.LABEL ? "branch_labels: [" + quoted(use.text()) + "]" : "";
      String message = use.place() == Place.MESSAGE ? use.text() : id;
      List<String> operations =
          List.of("bulk_insert: {table: h_message, rows: [{id: " + use.number() + "}]}");
      try {
        if (!isFileName(file)) {
          throw new InvalidPathException(file, "no name of a file");
        }
        revision(project, id, last, message, more, operations, file);
        byPlace.put("schema/versions/" + file + ".yaml", use);
        last = id;
      } catch (IllegalStateException | InvalidPathException e) {
        uses.remove(use); // No file can be called so.
      }
    }
    return last;
  }

  private static void revision(
      TestProject project,
      String id,
      @Nullable String parent,
      String message,
      String more,
      List<String> operations) {
    revision(project, id, parent, message, more, operations, id);
  }

  private static void revision(
      TestProject project,
      String id,
      @Nullable String parent,
      String message,
      String more,
      List<String> operations,
      String file) {
    List<String> lines = new ArrayList<>();
    lines.add("format: 1");
    lines.add("revision: " + id);
    lines.add("down_revision: " + parent);
    lines.add("message: " + quoted(message));
    lines.add(more);
    lines.add("upgrade:");
    operations.forEach(operation -> lines.add("  - " + operation));
    project.file("versions/" + file + ".yaml", String.join("\n", lines) + "\n");
  }

  private static boolean isFileName(String name) {
    return !name.contains("/") && !name.contains("\0") && !name.isBlank();
  }

  private boolean writeSql(TestProject project, Use use) {
    if (!isFileName(use.text())) {
      return !use.text().contains("\0"); // To be refused, for it is no path of a file.
    }
    try {
      project.file(
          "sql/" + use.text() + ".sql", "INSERT INTO h_sql (id) VALUES (" + use.number() + ")");
      return true;
    } catch (IllegalStateException | InvalidPathException e) {
      return false;
    }
  }

  private static String operation(TestProject project, Use use) throws IOException {
    int i = use.number();
    String name = quoted(use.name());
    String table = use.place().name().toLowerCase(Locale.ROOT) + "_" + i;
    return switch (use.place()) {
      case TABLE ->
          "create_table: {name: %s, columns: [{name: id, type: integer}]}".formatted(name);
      case COLUMN ->
          "create_table: {name: %s, columns: [{name: %s, type: integer}]}".formatted(table, name);
      case INDEX -> inTable(table, "indexes: [{name: %s, columns: [id]}]", name);
      case UNIQUE -> inTable(table, "unique_constraints: [{name: %s, columns: [id]}]", name);
      case CHECK -> inTable(table, "check_constraints: [{name: %s, sql: id > 0}]", name);
      case FOREIGN_KEY ->
          inTable(
              table,
              "foreign_keys: [{name: %s, columns: [id], references: {table: h_base}}]",
              name);
      case TABLE_COMMENT -> inTable(table, "comment: %s", name);
      case COLUMN_COMMENT ->
          "create_table: {name: %s, columns: [{name: id, type: integer, comment: %s}]}"
              .formatted(table, name);
      case DEFAULT ->
          ("create_table: {name: %s, columns: [{name: id, type: integer}, {name: v, type: %s,"
                  + " default: %s}]}")
              .formatted(table, use.text().length() > 200 ? "text" : "string(200)", name);
      case ROW -> "bulk_insert: {table: h_row, rows: [{id: %s, v: %s}]}".formatted(i, name);
      case UPDATED ->
          "update: {table: h_updated, set: {v: %s}, where: {id: %s}}".formatted(name, i);
      case CSV -> {
        String text = "id,v\n" + i + ",\"" + use.text().replace("\"", "\"\"") + "\"\n";
        Path file = project.directory().resolve("data/" + i + ".csv");
        Files.createDirectories(file.getParent());
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        yield "bulk_insert: {table: h_csv, file: data/%s.csv}".formatted(i);
      }
      case JSON -> {
        project.file(
            "data/" + i + ".json", "[{\"id\": " + i + ", \"v\": " + json(use.text()) + "}]");
        yield "bulk_insert: {table: h_json, file: data/%s.json}".formatted(i);
      }
      case ENUM_VALUE ->
          "create_table: {name: %s, columns: [{name: v, type: {enum: {name: e_%s, values: [%s, other]}}}]}"
              .formatted(table, i, name);
      case ENUM_NAME ->
          "create_table: {name: %s, columns: [{name: v, type: {enum: {name: %s, values: [a, b]}}}]}"
              .formatted(table, name);
      case SEQUENCE -> "create_sequence: {name: %s}".formatted(name);
      case VIEW -> "create_view: {name: %s, sql: SELECT id FROM h_base}".formatted(name);
      case SCHEMA -> "create_schema: {name: %s}".formatted(name);
      case SQL_FILE -> "execute: {file: %s}".formatted(json("sql/" + use.text() + ".sql"));
      default -> throw new IllegalArgumentException(use.place().name());
    };
  }

  private static String inTable(String table, String part, String name) {
    return ("create_table: {name: %s, columns: [{name: id, type: integer, nullable: false}], "
            + part
            + "}")
        .formatted(table, name);
  }

  /** A scalar of YAML, in which {@code ${x}} is no variable. */
  private static String quoted(String text) {
    return json(text.replaceAll("(\\$\\{[A-Za-z_][\\w.-]*\\})", "\\$$1"));
  }

  private static String json(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ' || c > '~') {
        quoted.append(String.format("\\u%04x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (var all = Files.walk(folder)) {
      for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
