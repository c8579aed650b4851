package io.schemachain.format;

import io.schemachain.diagnostic.SourceLocation;
import io.schemachain.format.YamlNode.Scalar;
import io.schemachain.format.YamlNode.Sequence;
import io.schemachain.model.Names;
import io.schemachain.revision.RevisionHeader;
import io.schemachain.revision.Suppression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Reads what a revision says about itself. */
final class HeaderReader {
  private static final String WHAT = "a revision";

  private final Reading reading;
  private final Fields fields;
  private final Map<String, SourceLocation> parentLocations = new HashMap<>();
  private final Map<String, SourceLocation> labelLocations = new HashMap<>();

  private HeaderReader(Fields fields) {
    this.fields = fields;
    this.reading = fields.reading();
  }

  /** The header; null when the graph cannot use it. */
  static @Nullable RevisionHeader read(Fields fields) {
    return new HeaderReader(fields).read();
  }

  private @Nullable RevisionHeader read() {
    format(fields, "revision");
    YamlNode idNode = fields.required("revision");
    String id = idNode == null ? null : id(idNode, "revision");
    int before = reading.errors();
    List<String> parents = parents(fields.node("down_revision"));
    List<String> dependsOn = parentIds("depends_on");
    boolean usable = reading.errors() == before;
    List<String> labels =
        ids("branch_labels", (label, node) -> labelLocations.put(label, node.location()));
    String message = message();
    String createDate = createDate();
    boolean transaction = fields.flag("transaction", true);
    List<Suppression> suppressions = new RemarksReader(reading).suppressions(fields);
    if (idNode == null || id == null || !usable) {
      return null;
    }
    return new RevisionHeader(
        id,
        parents,
        labels,
        dependsOn,
        message,
        createDate,
        transaction,
        suppressions,
        idNode.location(),
        parentLocations,
        labelLocations);
  }

  /** The version of the format; asked for first, for all else depends on it. */
  static void format(Fields fields, String document) {
    YamlNode node = fields.node("format");
    if (node == null) {
      fields
          .reading()
          .error(
              fields.source(),
              "The file does not say its format.",
              "Write `format: 1` at its top.");
    } else if (!(node instanceof Scalar scalar) || !scalar.plain() || !scalar.text().equals("1")) {
      fields
          .reading()
          .error(
              node,
              "This is not a format of a " + document + " that is known here.",
              "Write format: 1, or use a newer version of Schemachain.");
    }
  }

  private @Nullable String id(YamlNode node, String key) {
    if (!(node instanceof Scalar scalar) || scalar.isNull()) {
      fields.wrongType(node, key, "an id");
      return null;
    }
    String id = scalar.text();
    if (RevisionIds.isReserved(id)) {
      reading.error(node, "'" + id + "' is a word with a meaning of its own.", "Choose another.");
      return null;
    }
    if (!RevisionIds.isValid(id)) {
      reading.error(
          node,
          "'" + shown(id) + "' cannot be used in '" + key + "'.",
          "Use " + RevisionIds.GRAMMAR + ".");
      return null;
    }
    return id;
  }

  private static String shown(String id) {
    return id.length() <= 40 ? id : id.substring(0, 40) + "…";
  }

  private List<String> parents(@Nullable YamlNode node) {
    if (node == null || node.isNullScalar()) {
      return List.of();
    }
    if (node instanceof Sequence) {
      return parentIds("down_revision");
    }
    String id = id(node, "down_revision");
    if (id == null) {
      return List.of();
    }
    parentLocations.put(id, node.location());
    return List.of(id);
  }

  private List<String> parentIds(String key) {
    return ids(key, (id, node) -> parentLocations.putIfAbsent(id, node.location()));
  }

  private List<String> ids(String key, BiConsumer<String, YamlNode> each) {
    List<YamlNode> nodes = fields.list(key);
    List<String> ids = new ArrayList<>();
    for (YamlNode node : nodes == null ? List.<YamlNode>of() : nodes) {
      String id = id(node, key);
      if (id != null && ids.contains(id)) {
        reading.error(node, "'" + key + "' of " + WHAT + " has " + id + " twice.", null);
      } else if (id != null) {
        ids.add(id);
        each.accept(id, node);
      }
    }
    return ids;
  }

  private @Nullable String message() {
    String message = fields.text("message");
    if (message != null && Names.hasControl(message)) {
      YamlNode node = fields.node("message");
      reading.error(
          node == null ? fields.source() : node,
          "The message is more than one line.",
          "Put the rest into a comment of the file.");
      return null;
    }
    return message;
  }

  private @Nullable String createDate() {
    String text = fields.text("create_date");
    if (text == null || IsoDates.isValid(text)) {
      return text;
    }
    YamlNode node = fields.node("create_date");
    reading.error(
        node == null ? fields.source() : node,
        "'" + text + "' is not a date.",
        "A date is written 2026-11-20T12:10:00Z.");
    return null;
  }
}
