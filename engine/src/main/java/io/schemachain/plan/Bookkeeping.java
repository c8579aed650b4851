package io.schemachain.plan;

import static java.util.Objects.requireNonNull;

import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.Sql;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.revision.Revision;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Our two tables and what is written to them, as statements: the same for scripts and for runs. A
 * row of the version table means applied, whole; the journal has what is under way, failed or was
 * undone.
 */
public final class Bookkeeping {
  /** The runs of scripts begin with it in the journal. */
  public static final String SCRIPT = "script-";

  private static final int MAX_LIST = 1000;

  /** SQL Server takes 1000, and a line of text for each is long enough. */
  private static final int MAX_ROWS = 500;

  private static final String OPEN_STATES = "'started', 'done', 'failed', 'interrupted'";

  private final Dialect dialect;
  private final Sql sql;
  private final TableName versions;
  private final TableName journal;
  private final String tool;

  /**
   * @param tool name and version of this tool, kept with every row
   */
  public Bookkeeping(Dialect dialect, TableName versions, TableName journal, String tool) {
    this.dialect = requireNonNull(dialect, "dialect");
    this.sql = dialect.sql();
    this.versions = requireNonNull(versions, "versions");
    this.journal = requireNonNull(journal, "journal");
    this.tool = requireNonNull(tool, "tool");
  }

  public TableName versions() {
    return versions;
  }

  public TableName journal() {
    return journal;
  }

  /** The version table; format-spec {@code docs/tables.md} tells its columns. */
  public Table versionTable() {
    return new BookkeepingTables(dialect).versions(versions);
  }

  /** The journal; format-spec {@code docs/tables.md} tells its columns. */
  public Table journalTable() {
    return new BookkeepingTables(dialect).journal(journal);
  }

  /** Creates both tables where they are missing. */
  public List<SqlStatement> ensureTables() {
    return List.of(
        dialect.createTableIfNotExists(versionTable()),
        dialect.createTableIfNotExists(journalTable()));
  }

  /**
   * The row of a revision that was applied.
   *
   * @param durationMillis an SQL expression; {@code NULL} in a script
   */
  public SqlStatement applied(Revision revision, String durationMillis) {
    String parents = String.join(",", revision.header().downRevisions());
    return SqlStatement.dml(
        sql.format(
            "INSERT INTO $N (position, revision, parents, checksum, message, applied_at, applied_by,"
                + " duration_ms, tool, document)\n"
                + "SELECT COALESCE(MAX(position), 0) + 1, $S, $L, $S, $L, $L, $L, $L, $S, $S FROM $N",
            versions,
            revision.id(),
            text(parents.isEmpty() ? null : parents),
            revision.checksum(),
            text(revision.header().message()),
            dialect.utcNow(),
            dialect.currentUser(),
            durationMillis,
            tool,
            revision.document(),
            versions));
  }

  /** Takes away the row of a revision that was undone. */
  public SqlStatement undone(String revision) {
    return SqlStatement.dml(sql.format("DELETE FROM $N WHERE revision = $S", versions, revision));
  }

  /** Takes away all rows, whatever they say. */
  public SqlStatement purged() {
    return SqlStatement.dml(sql.format("DELETE FROM $N", versions));
  }

  /** Takes what a revision says now for what was applied. */
  public SqlStatement accepted(Revision revision) {
    return SqlStatement.dml(
        sql.format(
            "UPDATE $N SET checksum = $S, document = $S WHERE revision = $S",
            versions,
            revision.checksum(),
            revision.document(),
            revision.id()));
  }

  /** What is written when a step is done, whole. */
  public SqlStatement finished(PlanStep step, String durationMillis) {
    return step.direction() == Direction.UPGRADE
        ? applied(step.revision(), durationMillis)
        : undone(step.revision().id());
  }

  // Journal

  /** A statement of a step that is journaled. */
  public record Entry(
      String run, PlanStep step, int operationIndex, int statementIndex, SqlStatement statement) {
    /** Where it stands in its step. */
    public Place place() {
      return new Place(operationIndex, statementIndex);
    }
  }

  /** Before a statement: it may be running from now on. */
  public SqlStatement started(Entry entry) {
    return rows(List.of(entry), "started");
  }

  /**
   * The rows of statements that ran in one transaction, which are written with it.
   *
   * @param whole whether all of their revision ran in it
   */
  public List<SqlStatement> ran(List<Entry> entries, boolean whole) {
    List<SqlStatement> inserts = new ArrayList<>();
    for (int from = 0; from < entries.size(); from += MAX_ROWS) {
      inserts.add(
          rows(
              entries.subList(from, Math.min(from + MAX_ROWS, entries.size())),
              whole ? "finished" : "done"));
    }
    return inserts;
  }

  /** The row of a statement whose transaction was rolled back because it failed. */
  public SqlStatement rolledBack(Entry entry, String error) {
    return SqlStatement.dml(
        insert(", error") + row(entry, "rolled_back", sql.format(", $S", error)));
  }

  private SqlStatement rows(List<Entry> entries, String state) {
    StringBuilder text = new StringBuilder(insert(""));
    String separator = "";
    for (Entry entry : entries) {
      text.append(separator).append(row(entry, state, ""));
      separator = ",\n  ";
    }
    return SqlStatement.dml(text.toString());
  }

  private String insert(String more) {
    return sql.format(
        "INSERT INTO $N (run, revision, direction, operation_index, statement_index, kind,"
            + " fingerprint, state, executed_by, started_at, $N$L)\nVALUES ",
        journal,
        BookkeepingTables.SESSION,
        more);
  }

  private String row(Entry entry, String state, String more) {
    return sql.format(
        "($S, $S, $S, $L, $L, $S, $S, $S, $L, $L, $L$L)",
        entry.run(),
        entry.step().revision().id(),
        entry.step().direction().word(),
        entry.operationIndex(),
        entry.statementIndex(),
        entry.statement().kind().name().toLowerCase(Locale.ROOT),
        fingerprint(entry.statement().text()),
        state,
        dialect.currentUser(),
        dialect.utcNow(),
        dialect.sessionId(),
        more);
  }

  /** Where a change in batches goes on: the place that an earlier run of the same reached. */
  public String reachedQuery(Entry entry) {
    return sql.format("SELECT reached FROM $N WHERE $L", journal, left(entry, true));
  }

  /** This run takes over what an earlier one left. */
  public SqlStatement resumed(Entry entry) {
    return SqlStatement.dml(
        sql.format(
            "UPDATE $N SET run = $S, state = 'started', operation_index = $L, statement_index = $L"
                + " WHERE $L",
            journal,
            entry.run(),
            entry.operationIndex(),
            entry.statementIndex(),
            left(entry, true)));
  }

  /** What an earlier run left of another statement is of no use any more. */
  public SqlStatement settledBatches(Entry entry) {
    return SqlStatement.dml(
        sql.format("UPDATE $N SET state = 'settled' WHERE $L", journal, left(entry, false)));
  }

  private String left(Entry entry, boolean same) {
    return sql.format(
            "revision = $S AND direction = $S AND kind = 'backfill' AND state IN"
                + " ('started', 'failed', 'interrupted')",
            entry.step().revision().id(),
            entry.step().direction().word())
        + (same ? sql.format(" AND fingerprint = $S", fingerprint(entry.statement().text())) : "");
  }

  /** In the transaction of a batch: the next one starts at this key. */
  public SqlStatement reached(Entry entry, String key) {
    return SqlStatement.dml(
        sql.format("UPDATE $N SET reached = $S WHERE $L", journal, key, key(entry)));
  }

  /** After it: it is done. */
  public SqlStatement done(Entry entry, String durationMillis) {
    return SqlStatement.dml(
        sql.format(
            "UPDATE $N SET state = 'done', duration_ms = $L WHERE $L",
            journal,
            durationMillis,
            key(entry)));
  }

  /** After it failed. */
  public SqlStatement failed(Entry entry, String error) {
    return SqlStatement.dml(
        sql.format(
            "UPDATE $N SET state = 'failed', error = $S WHERE $L", journal, error, key(entry)));
  }

  /**
   * The revision is applied, or undone, whole: nothing of it is open any more, whatever run wrote
   * it.
   */
  public SqlStatement finishedJournal(PlanStep step) {
    return SqlStatement.dml(
        sql.format(
            "UPDATE $N SET state = 'finished' WHERE revision = $S AND direction = $S AND state IN"
                + " ($L)",
            journal,
            step.revision().id(),
            step.direction().word(),
            OPEN_STATES));
  }

  /** It is known by now that a statement was done. */
  public SqlStatement foundDone(long entry) {
    return found(entry, "done");
  }

  /** It is known by now that a statement was not done: it will be run again. */
  public SqlStatement foundNotDone(long entry) {
    return found(entry, "interrupted");
  }

  private SqlStatement found(long entry, String state) {
    return SqlStatement.dml(
        sql.format("UPDATE $N SET state = $S WHERE entry = $L", journal, state, entry));
  }

  /** A person has settled what was left of a revision. */
  public SqlStatement settled(String revision) {
    return SqlStatement.dml(
        sql.format(
            "UPDATE $N SET state = 'settled' WHERE revision = $S AND state IN ($L)",
            journal,
            revision,
            OPEN_STATES));
  }

  private String key(Entry entry) {
    return sql.format(
        "run = $S AND revision = $S AND direction = $S AND operation_index = $L AND statement_index"
            + " = $L AND state = 'started'",
        entry.run(),
        entry.step().revision().id(),
        entry.step().direction().word(),
        entry.operationIndex(),
        entry.statementIndex());
  }

  /**
   * A query for statements of revisions that are not finished, the last first: revision, direction,
   * operation index, statement index, state, error, kind, entry, fingerprint, session, reached.
   */
  public String openQuery() {
    return sql.format(
        "SELECT revision, direction, operation_index, statement_index, state, error, kind, entry,"
            + " fingerprint, $N, reached, run FROM $N WHERE state IN ($L) ORDER BY entry DESC",
        BookkeepingTables.SESSION,
        journal,
        OPEN_STATES);
  }

  /** An expression for the time in UTC when the statement of a row was started. */
  public String startedAt(long entry) {
    return sql.format("(SELECT started_at FROM $N WHERE entry = $L)", journal, entry);
  }

  // What is applied

  /** A query for the rows of the version table in the order of application. */
  public String appliedQuery() {
    return sql.format(
        "SELECT revision, parents, checksum, message, applied_at, applied_by, duration_ms FROM $N"
            + " ORDER BY position",
        versions);
  }

  /** A query for the document of an applied revision. */
  public String documentQuery(String revision) {
    return sql.format("SELECT document FROM $N WHERE revision = $S", versions, revision);
  }

  /** A query with a row if this revision is applied. */
  public String appliedQuery(String revision) {
    return sql.format("SELECT revision FROM $N WHERE revision = $S", versions, revision);
  }

  /**
   * A condition that holds when exactly so many revisions are applied, these heads among them, and
   * none of some others.
   */
  public String guard(int count, Collection<String> heads, Collection<String> notApplied) {
    StringBuilder condition =
        new StringBuilder(sql.format("(SELECT COUNT(*) FROM $N) = $L", versions, count));
    if (!heads.isEmpty()) {
      condition.append(
          sql.format(
              "\n  AND (SELECT COUNT(*) FROM $N WHERE $L) = $L",
              versions,
              isOneOf(heads),
              heads.size()));
    }
    if (!notApplied.isEmpty()) {
      condition.append(
          sql.format(
              "\n  AND NOT EXISTS (SELECT 1 FROM $N WHERE $L)", versions, isOneOf(notApplied)));
    }
    return condition.toString();
  }

  /**
   * A condition that holds when no statement was started or done for a revision not finished, nor
   * some batches of one that failed. What changes nothing, such as a check, does not count.
   */
  public String nothingOpen() {
    return sql.format(
        "NOT EXISTS (SELECT 1 FROM $N WHERE (state IN ('started', 'done')"
            + " OR (state IN ('failed', 'interrupted') AND reached IS NOT NULL))"
            + " AND kind NOT IN ('check', 'session'))",
        journal);
  }

  /** A condition that holds when this is the last row of the journal that is open. */
  public String lastOpenIs(long entry) {
    return sql.format(
        "(SELECT MAX(entry) FROM $N WHERE state IN ($L)) = $L", journal, OPEN_STATES, entry);
  }

  /** A condition that holds when so many statements of a step are done by a run, and no more. */
  public String done(String run, PlanStep step, int statements) {
    return sql.format(
        "(SELECT COUNT(*) FROM $N WHERE run = $S AND revision = $S AND direction = $S AND state ="
            + " 'done') = $L",
        journal,
        run,
        step.revision().id(),
        step.direction().word(),
        statements);
  }

  /** In lists that are not too long for any database. */
  private String isOneOf(Collection<String> ids) {
    List<String> constants = new ArrayList<>(ids.size());
    for (String id : ids) {
      constants.add(sql.format("$S", id));
    }
    List<String> lists = new ArrayList<>();
    for (int from = 0; from < constants.size(); from += MAX_LIST) {
      List<String> part = constants.subList(from, Math.min(from + MAX_LIST, constants.size()));
      lists.add("revision IN (" + String.join(", ", part) + ")");
    }
    return lists.size() == 1 ? lists.get(0) : "(" + String.join("\n    OR ", lists) + ")";
  }

  private String text(@Nullable String value) {
    return value == null ? "NULL" : sql.format("$S", value);
  }

  /** SHA-256 of a statement's text, in lower-case hexadecimal digits. */
  public static String fingerprint(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
