package io.schemachain.command;

import static java.util.Objects.requireNonNull;

import io.schemachain.apply.AppliedRevision;
import io.schemachain.apply.Database;
import io.schemachain.apply.VersionTable;
import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.Status;
import io.schemachain.dialect.Dialect;
import io.schemachain.plan.Bookkeeping;
import io.schemachain.revision.Revision;
import io.schemachain.revision.RevisionGraph;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a database says is applied, held against the chain. */
final class DatabaseView {
  private final Chain chain;
  private final Dialect dialect;
  private final List<AppliedRevision> rows;

  private DatabaseView(Chain chain, Dialect dialect, List<AppliedRevision> rows) {
    this.chain = requireNonNull(chain, "chain");
    this.dialect = requireNonNull(dialect, "dialect");
    this.rows = requireNonNull(rows, "rows");
  }

  static DatabaseView read(Database database, Bookkeeping bookkeeping, Chain chain) {
    return new DatabaseView(
        chain, database.dialect(), new VersionTable(database, bookkeeping).applied());
  }

  List<AppliedRevision> rows() {
    return rows;
  }

  /** Ids in the order of application. */
  List<String> applied() {
    return rows.stream().map(AppliedRevision::id).toList();
  }

  /** Where the database is: what is applied and nothing applied builds on. */
  List<String> heads() {
    return chain.graph().headsAmong(applied());
  }

  /** For messages: {@code base}, or the heads. */
  String position() {
    return heads().isEmpty() ? "base" : String.join(", ", heads());
  }

  /**
   * The applied revisions as the files have them, in the order of application.
   *
   * @throws CommandException if a file is missing or another than the one that was applied
   */
  List<Revision> requireSound() {
    requireKnown();
    requireNoGaps();
    Diagnostics diagnostics = new Diagnostics();
    List<Revision> revisions = chain.bind(dialect, applied(), diagnostics);
    diagnostics.throwIfErrors();
    requireUnchanged(revisions);
    return revisions;
  }

  void requireKnown() {
    RevisionGraph graph = chain.graph();
    List<AppliedRevision> unknown =
        rows.stream().filter(row -> graph.find(row.id()).isEmpty()).toList();
    if (!unknown.isEmpty()) {
      throw CommandException.of(
          Status.DRIFT,
          "The database is ahead of the files: these revisions are applied and have no file:\n"
              + unknown.stream().map(DatabaseView::line).collect(Collectors.joining("\n"))
              + "\n\nGet their files (an older checkout?), and run this again. `current`, `history`"
              + " and `heads` still work.");
    }
  }

  static String line(AppliedRevision row) {
    return "  "
        + row.id()
        + (row.message() == null ? "" : " (" + row.message() + ")")
        + ", applied "
        + row.appliedAt()
        + "Z";
  }

  private void requireNoGaps() {
    RevisionGraph graph = chain.graph();
    Set<String> applied = new HashSet<>(applied());
    List<String> missing =
        chain.inOrder(graph.withAncestors(applied)).stream()
            .filter(id -> !applied.contains(id))
            .toList();
    if (!missing.isEmpty()) {
      throw CommandException.of(
          Status.DRIFT,
          "These revisions are not applied, although revisions that build on them are:\n"
              + missing.stream()
                  .map(id -> "  " + graph.require(id).title() + "  in " + chain.location(id).path())
                  .collect(Collectors.joining("\n"))
              + "\n\nThey came into the chain below what was applied already. Give them a place above"
              + " it: change their down_revision.");
    }
  }

  private void requireUnchanged(List<Revision> revisions) {
    List<String> changed = new ArrayList<>();
    for (int i = 0; i < revisions.size(); i++) {
      Revision revision = revisions.get(i);
      if (!revision.checksum().equals(rows.get(i).checksum())) {
        changed.add(
            "  "
                + revision.header().title()
                + "  in "
                + revision.header().location().path()
                + "\n    applied: "
                + rows.get(i).checksum()
                + "\n    now:     "
                + revision.checksum());
      }
    }
    if (!changed.isEmpty()) {
      throw CommandException.of(
          Status.DRIFT,
          "The upgrade of these revisions was changed after it was applied:\n"
              + String.join("\n", changed)
              + "\n\nPut the files back as they were, and write the change as a new revision.");
    }
  }
}
