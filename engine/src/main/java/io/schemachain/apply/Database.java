package io.schemachain.apply;

import static java.util.Objects.requireNonNull;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.schemachain.diagnostic.Status;
import io.schemachain.dialect.DatabaseVersion;
import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.Dialects;
import io.schemachain.dialect.SqlSplitter;
import io.schemachain.dialect.UnsupportedFeatureException;
import io.schemachain.introspect.Introspected;
import io.schemachain.model.TableName;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Properties;
import java.util.ServiceLoader;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * An open database: one pinned session that does all the work, and a second one on request. Closing
 * it closes both.
 */
public final class Database implements AutoCloseable {
  private static final long CONNECT_TIMEOUT_MILLIS = 30_000;
  private static final int ANSWERS_WITHIN_SECONDS = 5;

  private final DataSource source;
  private final ConnectionSettings settings;
  private final Connection connection;
  private final Dialect dialect;
  private @Nullable String defaultSchema;
  private volatile long busySince;
  private @Nullable HikariDataSource pool;

  /** What brings sessions that were lent back to what they were, by session. */
  private final IdentityHashMap<Connection, List<String>> states = new IdentityHashMap<>();

  private Database(
      DataSource source, ConnectionSettings settings, Connection connection, Dialect dialect) {
    this.source = requireNonNull(source, "source");
    this.settings = requireNonNull(settings, "settings");
    this.connection = requireNonNull(connection, "connection");
    this.dialect = requireNonNull(dialect, "dialect");
  }

  /**
   * Connects, asks the server what it is, and sets the session up.
   *
   * @throws ConnectionFailedException if any of it fails
   */
  public static Database open(ConnectionSettings settings) {
    DataSource source = settings.lender() == null ? source(settings) : settings.lender().source();
    try {
      Connection connection = source.getConnection();
      boolean opened = false;
      try {
        Database database =
            new Database(source, settings, connection, dialectOf(connection, settings));
        database.remember(connection);
        database.setUp(settings);
        opened = true;
        return database;
      } finally {
        if (!opened) {
          connection.close();
        }
      }
    } catch (SQLException e) {
      throw cannotConnect(settings, e);
    }
  }

  private void setUp(ConnectionSettings settings) throws SQLException {
    setUp(connection);
    String schema = settings.defaultSchema();
    if (schema != null) {
      defaultSchema = schema;
      if (settings.createSchema()) {
        createSchema(schema);
      }
      setUp("The default schema " + schema + " cannot be used", dialect.useSchema(schema));
    }
    List<@Nullable String> current = strings(dialect.currentSchema());
    if (current.isEmpty() || current.get(0) == null) {
      throw new ConnectionFailedException(
          schema == null
              ? "The session has no schema: the URL names no database, or its schema does not exist."
              : "The default schema "
                  + schema
                  + " does not exist. A run creates it with -Dschema.createSchema.",
          null);
    }
    for (String text : settings.onConnect()) {
      for (SqlSplitter.Part statement : dialect.split(text)) {
        setUp("on_connect in the settings failed", statement.text());
      }
    }
    if (!settings.onConnect().isEmpty()) {
      setUp(connection); // Another sql_mode would be another reading of every constant.
    }
  }

  private void setUp(Connection session) throws SQLException {
    for (String statement : dialect.sessionSetup()) {
      execute(session, statement);
    }
  }

  /** Asked for first: to create what exists wants a right as well. */
  private void createSchema(String schema) throws SQLException {
    if (hasSchema(schema)) {
      return;
    }
    String statement;
    try {
      statement = dialect.createSchemaIfNotExists(schema).text();
    } catch (UnsupportedFeatureException e) {
      throw new ConnectionFailedException(
          "The default schema "
              + schema
              + " does not exist. "
              + e.getMessage()
              + (e.hint() == null ? "" : " " + e.hint()),
          e);
    }
    try {
      execute(statement);
    } catch (SQLException e) {
      if (!hasSchema(schema)) { // Another run may have been faster.
        throw new ConnectionFailedException(
            "The default schema " + schema + " cannot be created: " + reason(e), e);
      }
    }
  }

  private boolean hasSchema(String schema) throws SQLException {
    return !strings(dialect.hasSchema(schema)).isEmpty();
  }

  private void setUp(String failure, String statement) {
    try {
      execute(statement);
    } catch (SQLException e) {
      throw new ConnectionFailedException(failure + ": " + reason(e) + "\n    " + statement, e);
    }
  }

  private static ConnectionFailedException cannotConnect(
      ConnectionSettings settings, SQLException e) {
    return new ConnectionFailedException(
        "Cannot connect to " + settings.safeUrl() + ": " + settings.withoutSecrets(reason(e)),
        Urls.withoutSecrets(e, settings));
  }

  private static DriverDataSource source(ConnectionSettings settings) {
    Properties properties = new Properties();
    settings.properties().forEach(properties::setProperty);
    if (settings.username() != null) {
      properties.setProperty("user", settings.username());
    }
    if (settings.password() != null) {
      properties.setProperty("password", settings.password());
    }
    return new DriverDataSource(driver(settings), settings.url(), properties);
  }

  private static HikariDataSource pool(DataSource source) {
    quietPool();
    HikariConfig config = new HikariConfig();
    config.setPoolName("schemachain");
    config.setDataSource(source);
    config.setMaximumPoolSize(2);
    config.setMinimumIdle(0);
    config.setConnectionTimeout(CONNECT_TIMEOUT_MILLIS);
    config.setMaxLifetime(0);
    config.setInitializationFailTimeout(-1);
    return new HikariDataSource(config);
  }

  /**
   * The pool tells the log that it starts and ends, which is no news to a user. Maven's logger
   * takes a level from a system property when a logger is made, and from nowhere else at run time.
   */
  private static void quietPool() {
    String property = "org.slf4j.simpleLogger.log.com.zaxxer.hikari";
    if (System.getProperty(property) == null) {
      System.setProperty(property, "warn");
    }
  }

  private static Driver driver(ConnectionSettings settings) {
    List<String> seen = new ArrayList<>();
    try {
      for (Driver driver : ServiceLoader.load(Driver.class, settings.driverClasses())) {
        if (driver.acceptsURL(settings.url())) {
          return driver;
        }
        seen.add(driver.getClass().getName());
      }
    } catch (SQLException e) {
      throw new ConnectionFailedException(
          "The driver does not accept the URL "
              + settings.safeUrl()
              + ": "
              + settings.withoutSecrets(reason(e)),
          Urls.withoutSecrets(e, settings));
    }
    throw new ConnectionFailedException(
        "No driver for the URL "
            + settings.safeUrl()
            + (seen.isEmpty() ? "." : ": there is only " + String.join(", ", seen) + "."),
        null);
  }

  private static Dialect dialectOf(Connection connection, ConnectionSettings settings)
      throws SQLException {
    DatabaseMetaData metaData = connection.getMetaData();
    String product = metaData.getDatabaseProductName();
    String version = metaData.getDatabaseProductVersion();
    for (Dialect dialect : Dialects.ALL) {
      if (dialect.isProduct(product, version)) {
        return supported(dialect, version(connection, dialect, version), settings.defaultSchema());
      }
    }
    throw new ConnectionFailedException(
        settings.safeUrl()
            + " is a "
            + product
            + " "
            + version
            + ". The supported databases are "
            + String.join(", ", Dialects.ALL.stream().map(Dialect::displayName).toList())
            + ".",
        null);
  }

  private static String version(Connection connection, Dialect dialect, String driverSays)
      throws SQLException {
    String query = dialect.versionQuery();
    if (query == null) {
      return driverSays;
    }
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      return rows.next() ? String.valueOf(rows.getString(1)) : driverSays;
    }
  }

  private static Dialect supported(Dialect dialect, String version, @Nullable String schema) {
    DatabaseVersion server = dialect.serverVersion(version);
    if (server.compareTo(dialect.oldestSupported()) < 0) {
      throw new DatabaseStateException(
          Status.INVALID,
          "The server is "
              + dialect.displayName()
              + " "
              + server
              + "; the oldest supported version is "
              + dialect.oldestSupported()
              + ".");
    }
    Dialect supported = dialect.forVersion(server);
    return schema == null ? supported : supported.inSchema(schema);
  }

  /** Since when a statement runs, in nanoseconds of this JVM's clock; 0 while none does. */
  long busySince() {
    return busySince;
  }

  /** Says that something is sent in another way than by {@link #execute}, or that it is over. */
  void busy(boolean busy) {
    busySince = busy ? System.nanoTime() : 0;
  }

  boolean isLent() {
    return settings.lender() != null;
  }

  /** The server as a dialect, in its own version. */
  public Dialect dialect() {
    return dialect;
  }

  Connection connection() {
    return connection;
  }

  /**
   * Another session, with the default schema of the first. Most runs need none, and a pool costs a
   * tenth of a second to start.
   *
   * @throws ConnectionFailedException if the server gives none
   */
  synchronized Connection second() throws SQLException {
    if (pool == null && !isLent()) {
      pool = pool(source);
    }
    Connection second = connect(pool == null ? source : pool);
    boolean ready = false;
    try {
      remember(second);
      setUp(second);
      if (defaultSchema != null) {
        execute(second, dialect.useSchema(defaultSchema));
      }
      ready = true;
      return second;
    } finally {
      if (!ready) {
        second.close();
      }
    }
  }

  /**
   * One more session, as it is: the caller closes it.
   *
   * @throws ConnectionFailedException if the server gives none
   */
  Connection another() {
    return connect(source);
  }

  private Connection connect(DataSource from) {
    try {
      return from.getConnection();
    } catch (SQLException e) {
      throw cannotConnect(settings, e); // Drivers repeat the URL.
    }
  }

  void execute(String sql) throws SQLException {
    busy(true);
    try {
      execute(connection, sql);
    } finally {
      busy(false);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
      // SQL Server tells of an error behind a result only to those who ask for what follows it.
      while (statement.getMoreResults() || statement.getUpdateCount() != -1) {}
    }
  }

  /** The first column of every row. */
  List<@Nullable String> strings(String sql) throws SQLException {
    return strings(connection, sql);
  }

  static List<@Nullable String> strings(Connection connection, String sql) throws SQLException {
    List<@Nullable String> values = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }

  /**
   * The schema of the session and further ones, as they are now. Asks the catalog alone.
   *
   * @param schemas names of the model; one that does not exist has nothing in it
   * @throws ConnectionFailedException if the catalog may not be read
   */
  public Introspected introspect(Collection<String> schemas) {
    try {
      return new CatalogReader(this).read(schemas);
    } catch (SQLException e) {
      throw new ConnectionFailedException("The catalog cannot be read: " + reason(e), e);
    }
  }

  /**
   * The sizes of tables, as the database estimates them; those that are not there are left out.
   *
   * @throws ConnectionFailedException if the catalog may not be read
   */
  public List<TableSize> sizes(List<TableName> tables) {
    try {
      return new CatalogReader(this).sizes(tables);
    } catch (SQLException e) {
      throw new ConnectionFailedException("The sizes of tables cannot be read: " + reason(e), e);
    }
  }

  /** The {@link #reason}, as it may be kept: without the passwords of the connection. */
  String safeReason(Throwable error) {
    return settings.withoutSecrets(reason(error));
  }

  /** The message of the innermost cause: pools and drivers wrap what the server said. */
  static String reason(Throwable error) {
    Throwable innermost = error;
    while (innermost.getCause() != null) {
      innermost = innermost.getCause();
    }
    String message = innermost.getMessage();
    // H2 repeats the statement, which is shown by itself.
    int repeated = message == null ? -1 : message.indexOf("; SQL statement:");
    if (message != null && repeated > 0) {
      return message.substring(0, repeated).strip();
    }
    return message == null || message.isBlank()
        ? innermost.getClass().getSimpleName()
        : message.strip();
  }

  // Sessions that are lent

  private void remember(Connection session) throws SQLException {
    String query = dialect.sessionState();
    if (!isLent() || query == null) {
      return;
    }
    List<String> statements = new ArrayList<>();
    for (String statement : strings(session, query)) {
      statements.add(requireNonNull(statement, "statement"));
    }
    states.put(session, statements);
  }

  /** Whether the server is out of reach. */
  boolean isBroken() {
    try {
      return !connection.isValid(ANSWERS_WITHIN_SECONDS);
    } catch (SQLException e) {
      return true;
    }
  }

  void rollBackWhatIsOpen() throws SQLException {
    rollBackWhatIsOpen(connection);
  }

  private static void rollBackWhatIsOpen(Connection session) throws SQLException {
    if (!session.getAutoCommit()) {
      session.rollback();
      session.setAutoCommit(true);
    }
  }

  private void giveBack(Connection session) throws SQLException {
    List<String> statements = states.remove(session);
    if (statements == null || session.isClosed()) {
      return;
    }
    rollBackWhatIsOpen(session);
    for (String statement : statements) {
      execute(session, statement);
    }
  }

  /** Closes a session that {@link #second} gave; what it has not committed is taken back. */
  void close(Connection second) throws SQLException {
    try (second) {
      rollBackWhatIsOpen(second);
      giveBack(second);
    }
  }

  @Override
  public void close() {
    try {
      try {
        giveBack(connection);
        if (!connection.isClosed()) {
          rollBackWhatIsOpen(); // Oracle's driver commits on close.
        }
      } finally {
        connection.close();
      }
    } catch (SQLException e) {
      throw new ConnectionFailedException("The connection could not be closed: " + reason(e), e);
    } finally {
      if (pool != null) {
        pool.close();
      }
    }
  }
}
