package io.schemachain.golden;

import io.schemachain.dialect.SqlStatement;
import io.schemachain.fact.Cost;
import io.schemachain.testdb.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Fills the tables and looks at the file: another connection tries to read and to write after each
 * statement, while the transaction is open; what is read the kernel counts for this thread; pages
 * that are written anew are in the journal, which is the default. The cache is smaller than the
 * tables, as it is when they grow. There is one lock, so it counts for all tables.
 */
final class SqliteMeter implements Meter {
  /** The weakest first. */
  static final List<String> LOCKS = List.of("none", "WRITE", "EXCLUSIVE");

  private static final String FILE = "the file";
  private static final int PAGE_BYTES = 512;
  private static final int CACHED_PAGES = 10;

  /** The pages of the catalog are fewer. */
  private static final int MANY_PAGES = 30;

  /** A page in the journal has its number before it and a sum behind it. */
  private static final int JOURNALED_PAGE_BYTES = PAGE_BYTES + 8;

  @Override
  public List<Measurement> run(
      TestDatabase database, Connection connection, List<SqlStatement> statements)
      throws SQLException {
    boolean rowsAlone = statements.stream().allMatch(SqliteMeter::isOfRows);
    long keys = SqliteRows.number(connection, "PRAGMA foreign_keys");
    execute(connection, "PRAGMA foreign_keys = OFF");
    boolean filled = rowsAlone || SqliteRows.fill(connection);
    execute(connection, "PRAGMA foreign_keys = " + keys);
    if (!filled) {
      for (SqlStatement statement : statements) {
        connection.setAutoCommit(!statement.inTransaction());
        GoldenExecutionTest.execute(connection, statement);
      }
      connection.setAutoCommit(true);
      return List.of();
    }
    if (!rowsAlone) {
      execute(connection, "PRAGMA page_size = " + PAGE_BYTES);
      execute(connection, "VACUUM");
      execute(connection, "PRAGMA cache_size = " + CACHED_PAGES);
    }
    try (Connection other = database.connect()) {
      execute(other, "PRAGMA busy_timeout = 0");
      return List.of(new Run(database, connection, other).measure(statements));
    }
  }

  /** How many they are is in the statement, not in the table. */
  private static boolean isOfRows(SqlStatement statement) {
    return statement.text().matches("(?s)(INSERT|UPDATE|DELETE|WITH)\\b.*");
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static final class Run {
    private final Path journal;
    private final Connection connection;
    private final Connection other;
    private final Set<String> roots;
    private final Set<String> indexes;

    /** Of the smallest table. */
    private final long pages;

    private final long allPages;
    private int lock;
    private long readBytes;
    private long journaledPages;

    Run(TestDatabase database, Connection connection, Connection other) throws SQLException {
      String file = database.url().substring("jdbc:sqlite:".length());
      this.journal = Path.of(file + "-journal");
      this.connection = connection;
      this.other = other;
      this.roots = SqliteRows.texts(connection, SqliteRows.ROOTS);
      this.indexes = SqliteRows.texts(connection, SqliteRows.INDEXES);
      this.pages = SqliteRows.number(connection, SqliteRows.SMALLEST);
      this.allPages = SqliteRows.number(connection, "PRAGMA page_count");
    }

    Measurement measure(List<SqlStatement> statements) throws SQLException {
      // Classes that are loaded are read as well.
      GoldenExecutionTest.execute(connection, SqlStatement.session("PRAGMA shrink_memory"));
      bytesRead();
      for (SqlStatement statement : statements) {
        connection.setAutoCommit(!statement.inTransaction());
        execute(connection, "PRAGMA shrink_memory");
        long before = bytesRead();
        GoldenExecutionTest.execute(connection, statement);
        readBytes += bytesRead() - before;
        look();
      }
      Cost cost = cost();
      connection.setAutoCommit(true);
      return new Measurement(FILE, LOCKS.get(lock), null, cost);
    }

    /** Before the transaction ends. */
    private Cost cost() throws SQLException {
      if (pages < MANY_PAGES) {
        return Cost.METADATA;
      }
      Set<String> rootsNow = SqliteRows.texts(connection, SqliteRows.ROOTS);
      long more = SqliteRows.number(connection, "PRAGMA page_count") - allPages;
      Set<String> indexesNow = SqliteRows.texts(connection, SqliteRows.INDEXES);
      indexesNow.removeAll(indexes);
      boolean isRead = readBytes >= pages * PAGE_BYTES / 2;
      if (!isRead) {
        return Cost.METADATA;
      }
      if (isMoved(rootsNow)) {
        return more >= pages / 2 ? Cost.COPY : Cost.SCAN;
      }
      if (!indexesNow.isEmpty()) {
        return Cost.INDEX_BUILD;
      }
      return journaledPages >= pages / 2 ? Cost.REWRITE : Cost.SCAN;
    }

    /** A table is elsewhere under its name. */
    private boolean isMoved(Set<String> rootsNow) {
      Set<String> names = new HashSet<>();
      rootsNow.forEach(root -> names.add(root.substring(root.indexOf(' '))));
      return roots.stream()
          .anyMatch(
              root ->
                  !rootsNow.contains(root) && names.contains(root.substring(root.indexOf(' '))));
    }

    private void look() throws SQLException {
      try {
        if (Files.exists(journal)) {
          journaledPages = Math.max(journaledPages, Files.size(journal) / JOURNALED_PAGE_BYTES);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      if (!can("SELECT 1 FROM sqlite_schema LIMIT 1")) {
        lock = 2;
      } else if (!can("BEGIN IMMEDIATE")) {
        lock = Math.max(lock, 1);
      } else {
        execute(other, "ROLLBACK");
      }
    }

    private boolean can(String sql) {
      try {
        execute(other, sql);
        return true;
      } catch (SQLException e) {
        return false;
      }
    }

    private static long bytesRead() {
      try {
        return Files.readAllLines(Path.of("/proc/thread-self/io")).stream()
            .filter(line -> line.startsWith("rchar: "))
            .mapToLong(line -> Long.parseLong(line.substring("rchar: ".length())))
            .sum();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
