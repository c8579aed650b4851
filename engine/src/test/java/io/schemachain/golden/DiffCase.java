package io.schemachain.golden;

import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.Dialects;
import io.schemachain.diff.Difference;
import io.schemachain.diff.Migration;
import io.schemachain.diff.Migrator;
import io.schemachain.diff.Renames;
import io.schemachain.diff.Side;
import io.schemachain.diff.Undecided;
import io.schemachain.format.RevisionWriter;
import io.schemachain.introspect.Kinds;
import io.schemachain.introspect.MadeUpName;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.Schema;
import io.schemachain.model.TableName;
import io.schemachain.operation.ApplyToSchema;
import io.schemachain.revision.Downgrade;
import io.schemachain.revision.Revision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Two schemas, and what leads from the first to the second.
 *
 * @param text all of it; what is expected begins at {@code found}
 * @param from operations that make the first schema, as they are written
 * @param to the same for the second
 * @param madeUp names of the first schema that a server made up
 */
record DiffCase(
    Path file,
    String text,
    Dialect dialect,
    String from,
    String to,
    Renames renames,
    Set<MadeUpName> madeUp) {
  private static final List<String> KEYS =
      List.of(
          "why",
          "dialect",
          "from",
          "made_up",
          "to",
          "renamed_from",
          "found",
          "upgrade",
          "undecided",
          "left");

  static DiffCase read(Path file) throws IOException {
    String text = Files.readString(file);
    Map<?, ?> root = (Map<?, ?>) GoldenCase.load(text);
    for (Object key : root.keySet()) {
      if (!KEYS.contains(key)) {
        throw new IllegalArgumentException(file + ": Unknown key '" + key + "'");
      }
    }
    if (!(root.get("why") instanceof String why) || !why.endsWith(".")) {
      throw new IllegalArgumentException(file + ": A case says why it is there, in a sentence");
    }
    Object dialect = root.get("dialect");
    Map<String, String> sections = GoldenCase.sections(text);
    return new DiffCase(
        file,
        text,
        Dialects.ALL.stream()
            .filter(one -> one.name().equals(dialect == null ? "postgresql" : dialect))
            .findAny()
            .orElseThrow(),
        sections.getOrDefault("from", " []\n"),
        sections.getOrDefault("to", " []\n"),
        renames(root.get("renamed_from")),
        madeUp(root.get("made_up")));
  }

  /** Under the new name of a table, or of a column behind that of its table, the old one. */
  private static Renames renames(@Nullable Object node) {
    Map<TableName, Optional<String>> tables = new HashMap<>();
    Map<Renames.ColumnName, Optional<String>> columns = new HashMap<>();
    if (node instanceof Map<?, ?> names) {
      names.forEach(
          (name, old) -> {
            String[] parts = ((String) name).split("\\.", -1);
            TableName table = TableName.of(parts[0]);
            Optional<String> former =
                old.equals("null") ? Optional.empty() : Optional.of((String) old);
            if (parts.length == 1) {
              tables.put(table, former);
            } else {
              columns.put(new Renames.ColumnName(table, parts[1]), former);
            }
          });
    }
    return new Renames(tables, columns);
  }

  /** Each as {@code <kind> <table> <name>}. */
  private static Set<MadeUpName> madeUp(@Nullable Object node) {
    Set<MadeUpName> names = new HashSet<>();
    if (node instanceof List<?> texts) {
      for (Object text : texts) {
        String[] words = ((String) text).split(" ", -1);
        names.add(
            new MadeUpName(
                TableName.of(words[1]),
                ObjectKind.valueOf(words[0].toUpperCase(Locale.ROOT)),
                words[2]));
      }
    }
    return names;
  }

  private Schema schema(String operations) {
    String document = "format: 1\nrevision: case\nupgrade:" + operations;
    Schema schema = Schema.empty(dialect.nameScopes());
    Revision revision = CaseRun.read(file.toString(), document, dialect);
    for (var operation : revision.upgrade()) {
      schema = ApplyToSchema.apply(operation.value(), schema);
    }
    return schema;
  }

  Migration migration() {
    return Migrator.migrate(
        new Migrator.Request(
            dialect,
            Kinds.everything(),
            new Side(schema(from), madeUp),
            Side.of(schema(to)),
            renames,
            difference -> true));
  }

  /** What leads there, on the schema that it is written for. */
  Schema after(Migration migration) {
    Schema schema = schema(from);
    for (var step : migration.steps()) {
      schema = ApplyToSchema.apply(step.operation(), schema);
    }
    return schema;
  }

  /** What is expected, as the file has it; empty if it has nothing. */
  String expected() {
    int start = text.indexOf("\nfound:");
    return start < 0 ? "" : text.substring(start + 1);
  }

  /** The file with another expectation. */
  String withExpected(String expected) {
    return text.substring(0, text.length() - expected().length()) + expected;
  }

  /** What was found, in the form of a file. */
  static String toYaml(Migration migration) {
    return "found:"
        + (migration.found().isEmpty() ? " []\n" : lines(migration.found()))
        + upgrade(migration)
        + (migration.undecided().isEmpty()
            ? ""
            : "undecided:" + lines(migration.undecided().stream().map(DiffCase::text).toList()))
        + (migration.left().isEmpty()
            ? ""
            : "left:" + lines(migration.left().stream().map(DiffCase::text).toList()));
  }

  private static String text(Undecided undecided) {
    return undecided.subject() + " may be " + String.join(" or ", undecided.candidates());
  }

  private static String text(Difference left) {
    return left.subject() + (left.detail().isEmpty() ? "" : ": " + left.detail());
  }

  private static String lines(List<String> texts) {
    StringBuilder out = new StringBuilder("\n");
    texts.forEach(text -> out.append("- '").append(text.replace("'", "''")).append("'\n"));
    return out.toString();
  }

  /** As a revision has it, with the notes as comments. */
  private static String upgrade(Migration migration) {
    if (migration.steps().isEmpty()) {
      return "";
    }
    List<RevisionWriter.Noted> steps =
        migration.steps().stream()
            .map(step -> new RevisionWriter.Noted(step.operation(), step.notes()))
            .toList();
    String document =
        RevisionWriter.write(
            CaseRun.read("", "format: 1\nrevision: case\nupgrade: []\n", Dialects.ALL.get(0))
                .header(),
            steps,
            new Downgrade.Listed(List.of()),
            List.of(),
            Set.of(),
            1);
    return document.substring(
        document.indexOf("\nupgrade:") + 1, document.indexOf("\ndowngrade:") + 1);
  }
}
