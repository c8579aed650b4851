package io.schemachain.format;

import static java.util.Objects.requireNonNull;

import io.schemachain.diagnostic.Located;
import io.schemachain.format.Written.Items;
import io.schemachain.format.Written.Keys;
import io.schemachain.format.Written.Null;
import io.schemachain.format.Written.Text;
import io.schemachain.format.Written.Word;
import io.schemachain.operation.Operation;
import io.schemachain.revision.Downgrade;
import io.schemachain.revision.RevisionHeader;
import io.schemachain.revision.Suppression;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes revision files, for goals that make them. What it writes reads back equal. */
public final class RevisionWriter {
  private static final String SCHEMA_LINE =
      "# yaml-language-server: $schema=%s.schemas/revision-1.json\n";
  private static final String EXAMPLE =
      """
      # Write operations in place of [], each in a line or more of its own, such as:
      #   - add_column:
      #       table: users
      #       column: {name: phone, type: string(20)}
      """;

  private RevisionWriter() {}

  /**
   * A whole document with LF line ends, the editor's schema line first.
   *
   * @param depth how many folders the file's own is below the schema folder: 2 in {@code
   *     versions/core}
   */
  public static String write(
      RevisionHeader header, List<Operation> upgrade, Downgrade downgrade, int depth) {
    return write(
        header,
        upgrade.stream().map(operation -> new Noted(operation, List.of())).toList(),
        downgrade,
        List.of(),
        Set.of(),
        depth);
  }

  /**
   * An operation with what its reader should know.
   *
   * @param operations as each dialect has it, by the dialect's name; one without a name for all
   * @param notes a line each, without control characters
   * @param listed whether it is for these dialects alone
   * @param keys what a dialect takes of a map by dialect; empty where all have the same
   */
  public record Noted(
      Map<String, Operation> operations,
      List<String> notes,
      boolean listed,
      Map<String, List<String>> keys) {
    public Noted {
      operations = Collections.unmodifiableMap(new LinkedHashMap<>(operations));
      notes = List.copyOf(notes);
      keys = Map.copyOf(keys);
    }

    /** One for all dialects. */
    public Noted(Operation operation, List<String> notes) {
      this(Map.of("", operation), notes, false, Map.of());
    }

    /** As the first dialect has it. */
    public Operation operation() {
      return operations.values().iterator().next();
    }
  }

  /**
   * What a revision does.
   *
   * @param back the way back where it is a list; then {@code downgrade} is not looked at
   * @param downgradeNotes a line each, without control characters
   * @param unnamed names of constraints and indexes that are left out, for the naming convention to
   *     give
   */
  public record Body(
      List<Noted> upgrade,
      Downgrade downgrade,
      List<Noted> back,
      List<String> downgradeNotes,
      Set<String> unnamed) {
    public Body {
      upgrade = List.copyOf(upgrade);
      back = List.copyOf(back);
      downgradeNotes = List.copyOf(downgradeNotes);
      unnamed = Set.copyOf(unnamed);
    }
  }

  /**
   * The same with notes, which become comments.
   *
   * @param downgradeNotes a line each, without control characters
   * @param unnamed names of constraints and indexes that are left out, for the naming convention to
   *     give
   */
  public static String write(
      RevisionHeader header,
      List<Noted> upgrade,
      Downgrade downgrade,
      List<String> downgradeNotes,
      Set<String> unnamed,
      int depth) {
    return write(header, new Body(upgrade, downgrade, List.of(), downgradeNotes, unnamed), depth);
  }

  /** The same of a body. */
  public static String write(RevisionHeader header, Body body, int depth) {
    OperationWriter operations = new OperationWriter(false);
    StringBuilder out = new StringBuilder(SCHEMA_LINE.formatted("../".repeat(depth)));
    out.append(new YamlPrinter().print(header(header)));
    Keys up = new Keys().put("upgrade", escaped(unnamed(noted(body.upgrade()), body.unnamed())));
    out.append(new YamlPrinter().print(up));
    if (body.upgrade().isEmpty() && header.downRevisions().size() < 2) {
      out.append(EXAMPLE);
    }
    body.downgradeNotes().forEach(note -> out.append("# ").append(note).append('\n'));
    Written back =
        body.back().isEmpty()
            ? downgrade(body.downgrade(), operations)
            : escaped(noted(body.back()));
    Keys down = new Keys().put("downgrade", back);
    return out.append(new YamlPrinter().print(down)).toString();
  }

  private static Written unnamed(Written written, Set<String> names) {
    if (names.isEmpty()) {
      return written;
    }
    if (written instanceof Items items) {
      return new Items(items.items().stream().map(item -> unnamed(item, names)).toList());
    }
    if (written instanceof Written.Noted noted) {
      return new Written.Noted(unnamed(noted.item(), names), noted.notes());
    }
    if (written instanceof Keys keys) {
      Keys result = new Keys();
      keys.entries()
          .forEach(
              (key, value) -> {
                boolean isLeftOut =
                    key.equals("name") && value instanceof Text text && names.contains(text.text());
                if (!isLeftOut) {
                  result.put(key, unnamed(value, names));
                }
              });
      return result;
    }
    return written;
  }

  private static Items noted(List<Noted> operations) {
    List<Written> items = new ArrayList<>(operations.size());
    for (Noted one : operations) {
      Written item =
          requireNonNull(new DialectValues(one.keys()).of(one.operations()), "one operation");
      if (one.listed()) {
        item = withDialects(item, List.copyOf(one.operations().keySet()));
      }
      items.add(one.notes().isEmpty() ? item : new Written.Noted(item, one.notes()));
    }
    return new Items(items);
  }

  private static Written withDialects(Written operation, List<String> dialects) {
    Keys result = new Keys();
    ((Keys) operation)
        .entries()
        .forEach(
            (word, parameters) -> {
              Keys keys = new Keys().put("dialects", (Written) Written.texts(dialects));
              ((Keys) parameters).entries().forEach(keys::put);
              result.put(word, keys);
            });
    return result;
  }

  private static Keys header(RevisionHeader header) {
    Keys keys = new Keys().put("format", new Word("1")).put("revision", header.id());
    List<String> parents = header.downRevisions();
    keys.put(
        "down_revision",
        parents.isEmpty()
            ? new Null()
            : parents.size() == 1 ? new Text(parents.get(0)) : Written.texts(parents));
    if (!header.branchLabels().isEmpty()) {
      keys.put("branch_labels", (Written) Written.texts(header.branchLabels()));
    }
    if (!header.dependsOn().isEmpty()) {
      keys.put("depends_on", (Written) Written.texts(header.dependsOn()));
    }
    return keys.put("message", header.message())
        .put("create_date", header.createDate())
        .putFalse("transaction", header.transaction())
        .put("suppress", header.suppressions().stream().map(RevisionWriter::suppression).toList());
  }

  private static Written suppression(Suppression suppression) {
    return new Keys()
        .put("rule", suppression.rule())
        .put("reason", suppression.reason())
        .put("until", suppression.until() == null ? null : suppression.until().toString());
  }

  private static Written downgrade(Downgrade downgrade, OperationWriter operations) {
    if (downgrade instanceof Downgrade.Listed listed) {
      return escaped(operations.write(listed.operations().stream().map(Located::value).toList()));
    }
    return downgrade instanceof Downgrade.Irreversible irreversible
        ? new Keys().put("irreversible", irreversible.reason())
        : new Text("auto");
  }

  /** A value that looks like a variable is not one: the reader would take it for one. */
  private static Written escaped(Written written) {
    if (written instanceof Text text) {
      return new Text(Variables.escape(text.text()));
    }
    if (written instanceof Items items) {
      return new Items(items.items().stream().map(RevisionWriter::escaped).toList());
    }
    if (written instanceof Written.Noted noted) {
      return new Written.Noted(escaped(noted.item()), noted.notes());
    }
    if (written instanceof Keys keys) {
      Keys result = new Keys();
      keys.entries().forEach((key, value) -> result.put(key, escaped(value)));
      return result;
    }
    return written;
  }
}
