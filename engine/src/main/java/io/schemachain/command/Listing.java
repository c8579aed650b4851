package io.schemachain.command;

import io.schemachain.apply.AppliedRevision;
import io.schemachain.revision.Applied;
import io.schemachain.revision.RevisionGraph;
import io.schemachain.revision.RevisionHeader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Revisions in lists: a line of text, or an object of JSON. */
final class Listing {
  private final RevisionGraph graph;
  private final @Nullable Applied applied;
  private final Set<String> current;
  private final Set<String> gaps;

  /** Without a database. */
  Listing(RevisionGraph graph) {
    this(graph, null, List.of());
  }

  /**
   * @param applied null where no database was asked
   * @param heads where the database is
   */
  Listing(RevisionGraph graph, @Nullable Applied applied, List<AppliedRevision> heads) {
    this.graph = graph;
    this.applied = applied;
    this.current = heads.stream().map(AppliedRevision::id).collect(Collectors.toSet());
    this.gaps = applied == null ? Set.of() : Set.copyOf(applied.gaps());
  }

  /** {@code 8f4b2c1d90ae [billing] Add phone (head, current)}; more lines when verbose. */
  String text(RevisionHeader header, @Nullable AppliedRevision row, boolean verbose) {
    return text(header, row, verbose, header.downRevisions());
  }

  /**
   * The same in a list.
   *
   * @param below what stands below it there: what it builds on is said where that is another
   */
  String text(
      RevisionHeader header, @Nullable AppliedRevision row, boolean verbose, List<String> below) {
    StringBuilder line = new StringBuilder(header.id());
    if (!header.branchLabels().isEmpty()) {
      line.append("  [").append(String.join(", ", header.branchLabels())).append(']');
    }
    if (header.message() != null) {
      line.append("  ").append(header.message());
    }
    List<String> marks = marks(header, row);
    if (!header.downRevisions().isEmpty() && !header.downRevisions().equals(below)) {
      marks.add("on " + String.join(", ", header.downRevisions()));
    }
    if (!marks.isEmpty()) {
      line.append("  (").append(String.join(", ", marks)).append(")");
    }
    line.append('\n');
    if (verbose) {
      detail(line, "builds on", parents(header));
      detail(line, "labels", String.join(", ", header.branchLabels()));
      detail(line, "depends on", String.join(", ", header.dependsOn()));
      detail(line, "created", header.createDate());
      detail(line, "file", header.location().path());
      if (row != null) {
        detail(line, "applied", row.appliedAt() + "Z" + by(row) + took(row));
        detail(line, "checksum", row.checksum());
      }
    }
    return line.toString();
  }

  private static void detail(StringBuilder out, String name, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      out.append("    ").append(name).append(": ").append(value).append('\n');
    }
  }

  private static String parents(RevisionHeader header) {
    return header.downRevisions().isEmpty() ? "base" : String.join(", ", header.downRevisions());
  }

  private static String by(AppliedRevision row) {
    return row.appliedBy() == null || row.appliedBy().isEmpty() ? "" : " by " + row.appliedBy();
  }

  private static String took(AppliedRevision row) {
    return row.durationMillis() == null ? "" : " in " + row.durationMillis() + " ms";
  }

  private List<String> marks(RevisionHeader header, @Nullable AppliedRevision row) {
    List<String> marks = new ArrayList<>();
    if (graph.children(header.id()).isEmpty()) {
      marks.add(graph.isRealHead(header.id()) ? "head" : "effective head");
    }
    if (header.downRevisions().isEmpty()) {
      marks.add("base");
    }
    if (graph.children(header.id()).size() > 1) {
      marks.add("branch point");
    }
    if (header.downRevisions().size() > 1) {
      marks.add("merge");
    }
    if (current.contains(header.id())) {
      marks.add("current");
    } else if (row != null) {
      marks.add("applied");
    }
    if (gaps.contains(header.id())) {
      marks.add("passed over");
    }
    return marks;
  }

  Map<String, Object> json(RevisionHeader header, @Nullable AppliedRevision row) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("revision", header.id());
    json.put("down_revision", header.downRevisions());
    if (header.message() != null) {
      json.put("message", header.message());
    }
    json.put("branch_labels", header.branchLabels());
    json.put("depends_on", header.dependsOn());
    if (header.createDate() != null) {
      json.put("create_date", header.createDate());
    }
    json.put("file", header.location().path());
    json.put("head", graph.children(header.id()).isEmpty());
    if (applied != null) {
      json.put("applied", row != null);
      json.put("current", current.contains(header.id()));
    }
    if (row != null) {
      json.put("applied_at", row.appliedAt() + "Z");
    }
    return json;
  }

  /** An applied revision of which the version table alone knows. */
  static Map<String, Object> withoutFile(AppliedRevision row) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("revision", row.id());
    if (row.message() != null) {
      json.put("message", row.message());
    }
    json.put("applied", true);
    json.put("applied_at", row.appliedAt() + "Z");
    json.put("file", "");
    return json;
  }
}
