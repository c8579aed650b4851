package io.schemachain.format;

import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.SourceText;
import io.schemachain.format.YamlNode.Scalar;
import io.schemachain.format.YamlNode.Sequence;
import io.schemachain.revision.RevisionHeader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads revision files. */
public final class RevisionReader {
  /** For reading operations for their mistakes only; no file is read then. */
  private static final Binding ANY_DIALECT =
      new Binding("any", List.of(), 63, NamingConvention.DEFAULT, Map.of(), path -> "");

  private RevisionReader() {}

  /**
   * Reads one document: its syntax, its keys, its header.
   *
   * @return nothing if the header cannot be used; whatever is wrong is in {@code diagnostics}
   */
  public static Optional<RevisionDocument> read(SourceText source, Diagnostics diagnostics) {
    Optional<YamlNode> root = YamlTree.parse(source, diagnostics);
    if (root.isEmpty()) {
      return Optional.empty();
    }
    Reading reading = Reading.plain(diagnostics);
    Fields fields = Fields.of(reading, root.get(), "a revision");
    if (fields == null) {
      return Optional.empty();
    }
    RevisionHeader header = HeaderReader.read(fields);
    List<YamlNode> upgrade = upgrade(fields);
    WrittenDowngrade downgrade = downgrade(reading, fields.node("downgrade"));
    fields.finish();
    if (header == null) {
      checkOperations(diagnostics, upgrade, downgrade);
      return Optional.empty();
    }
    return Optional.of(
        new NarrowableDocument(
            header, upgrade, downgrade, Variables.isMentioned(source.content())));
  }

  /** A document that will never be bound shows all its mistakes now. */
  private static void checkOperations(
      Diagnostics diagnostics, List<YamlNode> upgrade, WrittenDowngrade downgrade) {
    Reading any = new Reading(diagnostics, Narrowing.toAny(), null);
    OperationReader reader = new OperationReader(ANY_DIALECT, any);
    reader.read(upgrade);
    reader.read(downgrade.operations() == null ? List.of() : downgrade.operations());
  }

  private static List<YamlNode> upgrade(Fields fields) {
    YamlNode node = fields.node("upgrade");
    if (node instanceof Sequence sequence) {
      return sequence.items();
    }
    fields
        .reading()
        .error(
            node == null ? fields.source() : node,
            node == null
                ? "A revision needs 'upgrade'."
                : "'upgrade' of a revision is a list of operations, not " + node.words() + ".",
            node instanceof YamlNode.Mapping
                ? "Start each operation with its own '- '."
                : "Write `upgrade: []` for a revision that does nothing.");
    return List.of();
  }

  /**
   * How {@code downgrade} was written.
   *
   * @param operations null for {@code auto} and for what cannot be undone
   * @param irreversible the reason why it cannot be undone, else null
   */
  record WrittenDowngrade(@Nullable List<YamlNode> operations, @Nullable String irreversible) {}

  private static WrittenDowngrade downgrade(Reading reading, @Nullable YamlNode node) {
    WrittenDowngrade auto = new WrittenDowngrade(null, null);
    if (node == null || (node instanceof Scalar scalar && scalar.text().equals("auto"))) {
      return auto;
    }
    if (node instanceof Sequence sequence) {
      return new WrittenDowngrade(sequence.items(), null);
    }
    if (node instanceof YamlNode.Mapping mapping) {
      Fields fields = new Fields(reading, mapping, "a downgrade");
      String reason = fields.requiredText("irreversible");
      fields.finish();
      if (reason != null && reason.isBlank()) {
        reading.error(
            node, "'irreversible' needs a reason.", "Say for people why it cannot be undone.");
      }
      return new WrittenDowngrade(null, reason);
    }
    reading.error(
        node,
        "'downgrade' of a revision is auto, a list of operations or {irreversible: <reason>}.",
        null);
    return auto;
  }
}
