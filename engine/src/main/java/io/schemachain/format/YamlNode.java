package io.schemachain.format;

import io.schemachain.diagnostic.SourceLocation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a YAML document with its place. Nothing in it is interpreted: a scalar is its text.
 */
sealed interface YamlNode {
  SourceLocation location();

  /** For messages: {@code a text}, {@code a list}. */
  String words();

  /**
   * @param text exactly as written, line folding and escapes of YAML done
   * @param plain whether it was written without quotation marks and not as a block
   */
  record Scalar(String text, boolean plain, SourceLocation location) implements YamlNode {
    boolean isNull() {
      return plain && (text.isEmpty() || text.equals("null") || text.equals("~"));
    }

    @Override
    public String words() {
      return isNull() ? "empty" : "a text";
    }
  }

  record Sequence(List<YamlNode> items, SourceLocation location) implements YamlNode {
    @Override
    public String words() {
      return "a list";
    }
  }

  record Mapping(List<Entry> entries, SourceLocation location) implements YamlNode {
    /** The value under a key, or null. */
    @Nullable YamlNode get(String key) {
      for (Entry entry : entries) {
        if (entry.key().text().equals(key)) {
          return entry.value();
        }
      }
      return null;
    }

    @Override
    public String words() {
      return "a map";
    }
  }

  record Entry(Scalar key, YamlNode value) {}

  default boolean isNullScalar() {
    return this instanceof Scalar scalar && scalar.isNull();
  }
}
