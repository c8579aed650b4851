package io.schemachain.format;

import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.SourceText;
import java.util.Optional;

/**
 * The tree of one document: read by {@link PlainYaml} where that is sure of it, else from the start
 * by {@link LibraryYaml}, which is not even loaded before.
 */
final class YamlTree {
  static final int MAX_LENGTH = 8 * 1024 * 1024;

  private YamlTree() {}

  /** The root of the document; nothing when it has none or its syntax is broken. */
  static Optional<YamlNode> parse(SourceText source, Diagnostics diagnostics) {
    YamlProblem problem = YamlText.check(source, MAX_LENGTH);
    if (problem != null) {
      problem.report(diagnostics);
      return Optional.empty();
    }
    YamlNode plain = PlainYaml.read(source);
    return plain != null ? Optional.of(plain) : LibraryYaml.read(source, diagnostics);
  }
}
