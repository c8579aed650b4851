package io.schemachain.command;

// placeholder until merged
import io.schemachain.apply.AppliedRevision;
import io.schemachain.revision.Applied;
import io.schemachain.revision.RevisionGraph;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Draws the history. */
final class HistoryPicture {
  private HistoryPicture() {}

  static String draw(
      OutputFormat format,
      RevisionGraph graph,
      List<String> ids,
      @Nullable Applied applied,
      Map<String, AppliedRevision> rows) {
    throw new UnsupportedOperationException();
  }
}
