package io.schemachain.format;

import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.Located;
import io.schemachain.diagnostic.SourceText;
import io.schemachain.format.YamlNode.Entry;
import io.schemachain.format.YamlNode.Mapping;
import io.schemachain.format.YamlNode.Scalar;
import io.schemachain.format.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * YAML with which applications are configured: several documents in a file, each a tree of which
 * the paths are the keys, {@code spring.jpa.properties} and {@code profiles[0]}.
 */
public final class ConfigurationYaml {
  private static final Pattern TRUE = Pattern.compile("yes|Yes|YES|true|True|TRUE|on|On|ON");
  private static final Pattern FALSE = Pattern.compile("no|No|NO|false|False|FALSE|off|Off|OFF");

  private ConfigurationYaml() {}

  /**
   * The documents of a file, in their order.
   *
   * @param diagnostics takes what cannot be understood
   */
  public static List<Map<String, Located<String>>> read(
      SourceText source, Diagnostics diagnostics) {
    List<Map<String, Located<String>>> documents = new ArrayList<>();
    for (SourceText document : documents(source)) {
      Optional<YamlNode> root = YamlTree.parse(document, diagnostics);
      Map<String, Located<String>> keys = new LinkedHashMap<>();
      root.ifPresent(node -> flatten("", node, keys));
      documents.add(keys);
    }
    return documents;
  }

  /** Each with empty lines in place of those before it, so that positions stay. */
  private static List<SourceText> documents(SourceText source) {
    List<SourceText> documents = new ArrayList<>();
    StringBuilder document = new StringBuilder();
    boolean says = false;
    int line = 0;
    for (String text : source.content().split("\n", -1)) {
      if (text.matches("---(\\s.*)?|\\.\\.\\.\\s*")) {
        if (says) {
          documents.add(new SourceText(source.path(), document.toString()));
        }
        document = new StringBuilder("\n".repeat(line));
        says = false;
      } else {
        document.append(text);
        says |= !text.isBlank() && !text.strip().startsWith("#");
      }
      document.append('\n');
      line++;
    }
    if (says) {
      documents.add(new SourceText(source.path(), document.toString()));
    }
    return documents;
  }

  private static void flatten(String path, YamlNode node, Map<String, Located<String>> keys) {
    if (node instanceof Mapping mapping) {
      // What is merged in is weaker than what stands beside it.
      YamlNode merged = mapping.get("<<");
      if (merged != null) {
        flattenMerged(path, merged, keys);
      }
      for (Entry entry : mapping.entries()) {
        if (!entry.key().text().equals("<<")) {
          flatten(joined(path, entry.key().text()), entry.value(), keys);
        }
      }
    } else if (node instanceof Sequence sequence) {
      for (int i = 0; i < sequence.items().size(); i++) {
        flatten(path + "[" + i + "]", sequence.items().get(i), keys);
      }
    } else if (node instanceof Scalar scalar) {
      keys.put(path, new Located<>(value(scalar), scalar.location()));
    }
  }

  /** What Spring makes of it, which reads YAML 1.1. */
  private static String value(Scalar scalar) {
    if (scalar.isNull()) {
      return "";
    }
    String text = scalar.text();
    if (scalar.plain() && TRUE.matcher(text).matches()) {
      return "true";
    }
    return scalar.plain() && FALSE.matcher(text).matches() ? "false" : text;
  }

  private static void flattenMerged(
      String path, YamlNode merged, Map<String, Located<String>> keys) {
    if (merged instanceof Sequence sequence) {
      for (int i = sequence.items().size() - 1; i >= 0; i--) {
        flatten(path, sequence.items().get(i), keys);
      }
    } else {
      flatten(path, merged, keys);
    }
  }

  private static String joined(String path, String key) {
    return path.isEmpty() || key.startsWith("[") ? path + key : path + "." + key;
  }
}
