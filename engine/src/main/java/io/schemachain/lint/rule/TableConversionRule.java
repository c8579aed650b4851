package io.schemachain.lint.rule;

import io.schemachain.dialect.DatabaseVersion;
import io.schemachain.dialect.Dialect;
import io.schemachain.lint.Level;
import io.schemachain.lint.RawWords;
import io.schemachain.lint.Report;
import io.schemachain.lint.RevisionSite;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.model.ForeignKey;
import java.util.List;

/** SQL puts a whole table elsewhere or into another form. */
public final class TableConversionRule extends Rule {
  public TableConversionRule() {
    super(
        "table-conversion",
        RuleGroup.LOCKS,
        Level.WARNING,
        "All rows are written anew while others wait, which takes longer the more rows "
            + "there are.");
  }

  private static final DatabaseVersion ONLINE_COPY = DatabaseVersion.of(11, 2);
  private static final List<String> MYSQL =
      List.of(
          "CONVERT TO CHARACTER SET",
          "CONVERT TO CHARSET",
          "PARTITION BY",
          "REMOVE PARTITIONING",
          "ADD SYSTEM VERSIONING");
  private static final List<String> POSTGRESQL =
      List.of("SET LOGGED", "SET UNLOGGED", "SET TABLESPACE", "SET ACCESS METHOD");

  @Override
  protected void lookAt(RevisionSite site, Report report) {
    for (RawWords statement : RawWords.of(site)) {
      if (statement.starts("ALTER TABLE") && !statement.isOfNewTable() && converts(statement)) {
        report
            .at(
                statement.site(),
                statement.beginning() + " writes the whole table anew while others wait.")
            .fix(
                "Make a new table of the form, fill it in batches, keep both the same by triggers, and"
                    + " change their names; or choose a time when nobody uses it.");
      }
    }
  }

  private static boolean converts(RawWords statement) {
    String dialect = statement.site().dialect().name();
    if (statement.site().dialect().keys().contains("mysql")) {
      boolean otherEngine = statement.has("ENGINE") && !statement.has("ENGINE INNODB");
      return !copiesBesideWriters(statement)
          && (otherEngine || MYSQL.stream().anyMatch(statement::has));
    }
    boolean moves = dialect.equals("oracle") && statement.has("MOVE") && !statement.has("ONLINE");
    return moves || (dialect.equals("postgresql") && POSTGRESQL.stream().anyMatch(statement::has));
  }

  /**
   * From 11.2 on MariaDB keeps what is written meanwhile, and does it again in the copy; what a
   * foreign key changes by itself it would not see.
   */
  private static boolean copiesBesideWriters(RawWords statement) {
    Dialect dialect = statement.site().dialect();
    return dialect.name().equals("mariadb")
        && dialect.version().compareTo(ONLINE_COPY) >= 0
        && statement.tables().stream()
            .flatMap(table -> table.foreignKeys().stream())
            .noneMatch(ForeignKey::changesRows);
  }
}
