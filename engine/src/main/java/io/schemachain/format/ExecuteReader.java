package io.schemachain.format;

import io.schemachain.diagnostic.Located;
import io.schemachain.diagnostic.SourceLocation;
import io.schemachain.diagnostic.SourceText;
import io.schemachain.format.YamlNode.Scalar;
import io.schemachain.operation.Execute;
import io.schemachain.operation.Operation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code execute}: SQL in the document or in a file, and what it does to the schema. */
final class ExecuteReader {
  private final Binding binding;
  private final Reading reading;
  private final OperationReader operations;

  ExecuteReader(Binding binding, Reading reading, OperationReader operations) {
    this.binding = binding;
    this.reading = reading;
    this.operations = operations;
  }

  /** The short form: nothing but SQL. */
  List<Operation> text(YamlNode node) {
    if (!(node instanceof Scalar scalar) || scalar.text().isBlank()) {
      reading.error(node, "execute has no SQL.", "Write execute: \"UPDATE …\", or {sql: …}.");
      return List.of();
    }
    return List.of(new Execute(reading.resolve(scalar), null, null));
  }

  List<Operation> map(Fields fields) {
    int before = reading.errors();
    YamlNode sqlNode = fields.node("sql");
    String sql = sqlNode == null ? null : fields.sqlOf(sqlNode, "sql");
    String file = fields.textByDialect("file");
    List<YamlNode> effectNodes = fields.list("effects");
    List<Operation> effects = effectNodes == null ? null : effects(effectNodes);
    YamlNode doneNode = fields.node("done_when");
    String doneWhen = doneNode == null ? null : fields.sqlOf(doneNode, "done_when");
    refuseDialects(fields);
    fields.finish();
    if (reading.errors() != before) {
      return List.of();
    }
    if ((sql == null) == (file == null)) {
      reading.error(fields.source(), "execute has either 'sql' or 'file'.", null);
      return List.of();
    }
    String text = sql != null ? sql : file(fields, String.valueOf(file));
    return text == null ? List.of() : List.of(new Execute(text, file, effects, doneWhen));
  }

  private List<Operation> effects(List<YamlNode> nodes) {
    List<Operation> effects = new ArrayList<>(nodes.size());
    for (Located<Operation> effect : operations.read(nodes)) {
      effects.add(effect.value());
    }
    return effects;
  }

  private void refuseDialects(Fields fields) {
    for (String key : Narrowing.allKeys()) {
      if (fields.has(key)) {
        YamlNode node = fields.node(key);
        reading.error(
            node == null ? fields.source() : node,
            "'" + key + "' stands in execute itself.",
            "Put the map by dialect under 'sql'.");
      }
    }
  }

  private @Nullable String file(Fields fields, String path) {
    YamlNode node = fields.node("file");
    YamlNode at = node == null ? fields.source() : node;
    if (!isInside(path)) {
      reading.error(
          at,
          "'" + path + "' is not a path inside the schema folder.",
          "Write it relative to that folder with forward slashes and without '..': sql/x.sql");
      return null;
    }
    if (reading.isLenient()) {
      return "";
    }
    String content;
    try {
      content = binding.files().read(path);
    } catch (IOException e) {
      reading.error(at, "The file " + path + " cannot be read.", e.getMessage());
      return null;
    }
    String text =
        (content.startsWith("\uFEFF") ? content.substring(1) : content)
            .replace("\r\n", "\n")
            .replace('\r', '\n');
    if (text.isBlank()) {
      reading.error(at, "The file " + path + " is empty.", null);
      return null;
    }
    return reading.resolve(text, new SourceLocation(new SourceText(path, text), 1, 1));
  }

  /** Whether a path stays inside the schema folder, on every file system. */
  static boolean isInside(String path) {
    return !path.isBlank()
        && !path.startsWith("/")
        && path.indexOf('\\') < 0
        && path.indexOf(':') < 0
        && Arrays.stream(path.split("/", -1))
            .noneMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."));
  }
}
