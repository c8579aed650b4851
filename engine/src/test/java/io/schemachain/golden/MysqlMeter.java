package io.schemachain.golden;

import io.schemachain.dialect.SqlStatement;
import io.schemachain.fact.Cost;
import io.schemachain.testdb.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the cheapest algorithm and the weakest lock, and for more until the server does the
 * statement: it refuses what it cannot do so. A new id of the table is a rebuild.
 */
final class MysqlMeter implements Meter {
  /** The cheapest first. */
  static final List<String> ALGORITHMS = List.of("INSTANT", "NOCOPY", "INPLACE", "COPY");

  static final List<String> LOCKS = List.of("NONE", "SHARED", "EXCLUSIVE");
  private static final Pattern ALTER =
      Pattern.compile(
          "(?s)ALTER TABLE (?:IF EXISTS )?((?:`[^`]+`|[\\w$]+)(?:\\.(?:`[^`]+`|[\\w$]+))?)\\s.*");
  private static final Pattern INDEX =
      Pattern.compile(
          "(?s)CREATE (?:UNIQUE |FULLTEXT |SPATIAL )?INDEX .* ON ((?:`[^`]+`|[\\w$]+)(?:\\.(?:`[^`]+`|[\\w$]+))?).*");

  /** MariaDB has no ALGORITHM behind it. */
  private static final Pattern DROP_INDEX =
      Pattern.compile("DROP INDEX (IF EXISTS )?(\\S+) ON (\\S+)(.*)");

  private static final Pattern RENAME = Pattern.compile("RENAME TABLE (\\S+) TO (\\S+)");

  private final boolean isMariadb;

  MysqlMeter(boolean isMariadb) {
    this.isMariadb = isMariadb;
  }

  @Override
  public List<Measurement> run(
      TestDatabase database, Connection connection, List<SqlStatement> statements)
      throws SQLException {
    List<Measurement> measured = new ArrayList<>();
    for (SqlStatement statement : statements) {
      Measurement found = measure(connection, statement.text());
      if (found == null) {
        GoldenExecutionTest.execute(connection, statement);
      } else {
        measured.add(found);
      }
    }
    return measured;
  }

  private @Nullable Measurement measure(Connection connection, String sent) throws SQLException {
    Matcher rename = RENAME.matcher(sent);
    if (rename.matches()) {
      return renamed(connection, rename.group(1), rename.group(2));
    }
    return altered(
        connection, DROP_INDEX.matcher(sent).replaceFirst("ALTER TABLE $3 DROP INDEX $1$2$4"));
  }

  /** What can be INSTANT has no LOCK to ask for on MySQL, so that is asked for by itself. */
  private @Nullable Measurement renamed(Connection connection, String table, String newName)
      throws SQLException {
    String sql = "ALTER TABLE " + table + " RENAME TO " + newName;
    for (String lock : LOCKS) {
      if (accepts(connection, sql + ", LOCK=" + lock)) {
        GoldenExecutionTest.execute(
            connection, SqlStatement.ddl("RENAME TABLE " + newName + " TO " + table));
        Measurement found = altered(connection, sql);
        return found == null
            ? null
            : new Measurement(found.table(), lock, found.algorithm(), found.cost());
      }
    }
    return null;
  }

  private @Nullable Measurement altered(Connection connection, String sql) throws SQLException {
    Matcher alter = ALTER.matcher(sql);
    Matcher index = INDEX.matcher(sql);
    boolean alters = alter.matches();
    if (!(alters || index.matches()) || sql.contains(" PARTITION")) {
      return null;
    }
    String bare = sql.replaceFirst(",? ALGORITHM = \\w+,? LOCK = \\w+", "");
    String table = (alters ? alter : index).group(1).replace("`", "");
    Set<String> ids = ids(connection);
    for (String algorithm : ALGORITHMS) {
      if (algorithm.equals("NOCOPY") && !isMariadb) {
        continue;
      }
      for (String lock : LOCKS) {
        boolean isDefault = algorithm.equals("INSTANT") && !isMariadb;
        String separator = alters ? ", " : " ";
        String asked =
            bare
                + separator
                + "ALGORITHM="
                + algorithm
                + (isDefault ? "" : separator + "LOCK=" + lock);
        if (accepts(connection, asked)) {
          boolean rebuilt = !ids(connection).equals(ids);
          Cost cost = algorithm.equals("COPY") ? Cost.COPY : rebuilt ? Cost.REWRITE : null;
          return new Measurement(table, lock, algorithm, isMariadb ? null : cost);
        }
      }
    }
    return null;
  }

  private static boolean accepts(Connection connection, String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
      return true;
    } catch (SQLException e) {
      return false;
    }
  }

  private Set<String> ids(Connection connection) throws SQLException {
    Set<String> ids = new HashSet<>();
    if (isMariadb) {
      return ids;
    }
    try (Statement query = connection.createStatement();
        ResultSet rows =
            query.executeQuery(
                "SELECT TABLE_ID FROM information_schema.INNODB_TABLES WHERE NAME LIKE CONCAT(DATABASE(), '/%')"
                    + " AND NAME NOT LIKE '%/fts!_%' ESCAPE '!'")) {
      while (rows.next()) {
        ids.add(rows.getString(1));
      }
    }
    return ids;
  }
}
