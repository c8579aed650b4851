package io.schemachain.target;

import static java.util.Objects.requireNonNull;

import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.SourceLocation;
import io.schemachain.diagnostic.SourceText;
import io.schemachain.dialect.Dialect;
import java.util.List;

/** Files of SQL that define a schema. */
public final class SqlSource implements TargetSource {
  private final String title;
  private final List<SourceText> files;

  /**
   * @param title for people
   */
  public SqlSource(String title, List<SourceText> files) {
    this.title = requireNonNull(title, "title");
    this.files = List.copyOf(files);
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public TargetParts read(Dialect dialect, Diagnostics diagnostics) {
    for (SourceText file : files) {
      diagnostics.error(
          new SourceLocation(file, 1, 1),
          "SQL is not read as a target yet.",
          "Write a model, or name a database.");
    }
    return TargetParts.none();
  }
}
