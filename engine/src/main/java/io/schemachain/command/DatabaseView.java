package io.schemachain.command;

import static java.util.Objects.requireNonNull;

import io.schemachain.apply.AppliedRevision;
import io.schemachain.apply.Database;
import io.schemachain.apply.VersionTable;
import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.Status;
import io.schemachain.dialect.Dialect;
import io.schemachain.format.DocumentDifference;
import io.schemachain.plan.Bookkeeping;
import io.schemachain.revision.Applied;
import io.schemachain.revision.Revision;
import io.schemachain.revision.RevisionGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a database says is applied, held against the chain. */
final class DatabaseView {
  /** Of an operation in a message; the rows of a bulk_insert may be long. */
  private static final int LONGEST_LINE = 400;

  private final Chain chain;
  private final Dialect dialect;
  private final VersionTable table;
  private final List<AppliedRevision> rows;
  private final Applied applied;
  private final Map<String, AppliedRevision> byId = new HashMap<>();

  private DatabaseView(Chain chain, Dialect dialect, VersionTable table) {
    this.chain = requireNonNull(chain, "chain");
    this.dialect = requireNonNull(dialect, "dialect");
    this.table = requireNonNull(table, "table");
    this.rows = table.applied();
    rows.forEach(row -> byId.put(row.id(), row));
    this.applied = Applied.of(chain.graph(), rows.stream().map(AppliedRevision::id).toList());
  }

  static DatabaseView read(Database database, Bookkeeping bookkeeping, Chain chain) {
    return new DatabaseView(chain, database.dialect(), new VersionTable(database, bookkeeping));
  }

  List<AppliedRevision> rows() {
    return rows;
  }

  /** Where the database is, as the files and the rows without a file say: in the order of rows. */
  List<AppliedRevision> heads() {
    return heads(rows, applied, chain.graph());
  }

  static List<AppliedRevision> heads(
      List<AppliedRevision> rows, Applied applied, RevisionGraph graph) {
    Set<String> heads = new HashSet<>(applied.heads());
    for (AppliedRevision row : rows) {
      if (!graph.contains(row.id()) && row.parents() != null) {
        Arrays.asList(row.parents().split(",", -1)).forEach(heads::remove);
      }
    }
    return rows.stream().filter(row -> heads.contains(row.id())).toList();
  }

  Dialect dialect() {
    return dialect;
  }

  /** The row of an applied revision. */
  AppliedRevision row(String id) {
    return requireNonNull(byId.get(id), id);
  }

  Applied applied() {
    return applied;
  }

  /**
   * The applied revisions as the files have them, in the order of application.
   *
   * @throws CommandException if a file is missing or another than the one that was applied
   */
  List<Revision> requireSound(FrontEnd frontEnd) {
    requireKnown(frontEnd);
    Diagnostics diagnostics = new Diagnostics();
    List<Revision> revisions = chain.bind(dialect, applied.ids(), diagnostics);
    diagnostics.throwIfErrors();
    requireUnchanged(revisions, frontEnd);
    return revisions;
  }

  void requireKnown(FrontEnd frontEnd) {
    RevisionGraph graph = chain.graph();
    List<AppliedRevision> unknown =
        rows.stream().filter(row -> graph.find(row.id()).isEmpty()).toList();
    if (!unknown.isEmpty()) {
      List<String> heads = graph.headsAmong(graph.inOrder(applied.ids()));
      throw CommandException.of(
          Status.DRIFT,
          "The database is ahead of the files: these revisions are applied and have no file:\n"
              + unknown.stream().map(DatabaseView::line).collect(Collectors.joining("\n"))
              + "\n\nGet their files (an older checkout?), and run this again. `current`, `history`,"
              + " `heads`, `branches`, `show` and `validate` still work. To forget these rows:\n  "
              + frontEnd.commandLine(
                  "stamp",
                  "-Dschema.purge",
                  "-Dschema.target=" + (heads.isEmpty() ? "base" : String.join(",", heads))));
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

  /** Revisions came into the chain below what was applied already. */
  void requireNoGaps(FrontEnd frontEnd, String goal, String... options) {
    List<String> gaps = applied.gaps();
    if (!gaps.isEmpty()) {
      RevisionGraph graph = chain.graph();
      List<String> words = new ArrayList<>(Arrays.asList(options));
      words.add("-Dschema.outOfOrder");
      throw CommandException.of(
          Status.DRIFT,
          "These revisions are not applied, although revisions that build on them are:\n"
              + gaps.stream()
                  .map(id -> "  " + graph.require(id).title() + "  in " + chain.location(id).path())
                  .collect(Collectors.joining("\n"))
              + "\n\nThey came into the chain below what was applied already, where nobody has tried"
              + " them in this order. Give them a place above it (change their down_revision), or run"
              + " them now, after the others:\n  "
              + frontEnd.commandLine(goal, words.toArray(String[]::new)));
    }
  }

  private void requireUnchanged(List<Revision> revisions, FrontEnd frontEnd) {
    List<Revision> changed = changed(revisions);
    if (!changed.isEmpty()) {
      StringBuilder text =
          new StringBuilder("The upgrade of these revisions was changed after it was applied:\n");
      changed.forEach(revision -> text.append(difference(revision)));
      throw CommandException.of(
          Status.DRIFT,
          text
              + "\nPut the files back as they were, and write the change as a new revision. Where the"
              + " database is as the files say now:\n  "
              + frontEnd.commandLine(
                  "stamp",
                  "-Dschema.accept="
                      + changed.stream().map(Revision::id).collect(Collectors.joining(","))));
    }
  }

  /**
   * Applied revisions whose upgrade is another now; nothing where files have mistakes, so that it
   * cannot be told.
   */
  List<String> changedSinceApplied() {
    Diagnostics diagnostics = new Diagnostics();
    List<String> known = applied.ids().stream().filter(chain.graph()::contains).toList();
    List<Revision> revisions = chain.bind(dialect, known, diagnostics);
    if (diagnostics.hasErrors()) {
      return List.of();
    }
    return changed(revisions).stream().map(revision -> revision.header().title()).toList();
  }

  /** Those of the revisions, all of them applied, that are not what was applied. */
  private List<Revision> changed(List<Revision> revisions) {
    return revisions.stream()
        .filter(revision -> !revision.checksum().equals(row(revision.id()).checksum()))
        .toList();
  }

  /** The operations that were applied ({@code -}) and those of the file now ({@code +}). */
  private String difference(Revision revision) {
    StringBuilder text = new StringBuilder();
    text.append("  ")
        .append(revision.header().title())
        .append("  in ")
        .append(revision.header().location().path())
        .append('\n');
    List<String> lines =
        DocumentDifference.lines(table.document(revision.id()), revision.document());
    for (String line : lines) {
      text.append("    ").append(shortened(line)).append('\n');
    }
    if (lines.isEmpty()) {
      text.append("    The operations are the same, and the checksum in the table is another.\n");
    }
    return text.toString();
  }

  private static String shortened(String line) {
    return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "…";
  }
}
