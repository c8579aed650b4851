package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.RawWords;
import io.schemachain.lint.Report;
import io.schemachain.lint.RevisionSite;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import java.util.List;

/** SQL that the database refuses in a transaction, in a revision that is one. */
public final class RefusedInTransactionRule extends Rule {
  private static final List<String> POSTGRESQL =
      List.of(
          "VACUUM",
          "CREATE DATABASE",
          "DROP DATABASE",
          "CREATE TABLESPACE",
          "DROP TABLESPACE",
          "ALTER SYSTEM",
          "REINDEX SCHEMA",
          "REINDEX DATABASE",
          "REINDEX SYSTEM",
          "DISCARD ALL");
  private static final List<String> SQLSERVER =
      List.of(
          "CREATE DATABASE",
          "ALTER DATABASE",
          "DROP DATABASE",
          "CREATE FULLTEXT",
          "ALTER FULLTEXT",
          "DROP FULLTEXT",
          "BACKUP",
          "RESTORE",
          "RECONFIGURE");
  private static final List<String> SQLITE = List.of("VACUUM");

  public RefusedInTransactionRule() {
    super(
        "refused-in-transaction",
        RuleGroup.TRANSACTIONS,
        Level.ERROR,
        "The database refuses it there, and the revision stops each time.");
  }

  @Override
  protected void lookAt(RevisionSite site, Report report) {
    if (!site.header().transaction() || !site.dialect().capabilities().transactionalDdl()) {
      return;
    }
    for (RawWords statement : RawWords.of(site)) {
      if (isRefused(statement, site.dialect().name())) {
        report
            .at(
                statement.site(),
                statement.beginning() + " is refused in a transaction, and this revision is one.")
            .fix(
                site.dialect().capabilities().lockBeyondTransaction()
                    ? "Give it a revision of its own with `transaction: false`."
                    : "Leave it to those who run the database.");
      }
    }
  }

  private static boolean isRefused(RawWords statement, String dialect) {
    return switch (dialect) {
      case "postgresql" ->
          POSTGRESQL.stream().anyMatch(statement::starts) || isConcurrent(statement);
      case "sqlserver" -> SQLSERVER.stream().anyMatch(statement::starts);
      case "sqlite" -> SQLITE.stream().anyMatch(statement::starts);
      default -> false;
    };
  }

  /** A materialized view can be refreshed so in a transaction. */
  private static boolean isConcurrent(RawWords statement) {
    return statement.words().contains("CONCURRENTLY")
        && (statement.has("INDEX CONCURRENTLY")
            || statement.starts("REINDEX")
            || statement.has("DETACH PARTITION"));
  }
}
