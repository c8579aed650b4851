package io.schemachain.testdb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A server that can be stopped, and started again with the same files on the same port. */
public final class TestServer implements DatabaseSource, AutoCloseable {
  private static final long TIMEOUT_NANOS = 60_000_000_000L;
  private static final int ATTEMPTS = 50;

  private final LocalServer kind;
  private final Path home;
  private final Path data;
  private final int port;
  private final ServerDatabases databases;
  private ServerProcess process;

  TestServer(LocalServer kind, Path home, int port) {
    this.kind = kind;
    this.home = home;
    this.data = home.resolve("data");
    this.port = port;
    this.databases =
        new ServerDatabases(
            kind.dialect(), kind.url().apply(port), LocalServer.USERNAME, LocalServer.PASSWORD);
    this.process = process();
  }

  private ServerProcess process() {
    return ServerProcess.start(
        kind.executable(), home, kind.signal(), kind.arguments().apply(data, port));
  }

  /** A new, empty database of this server. */
  @Override
  public TestDatabase fresh() {
    return databases.fresh();
  }

  /**
   * Ends the server, and waits until it has ended.
   *
   * @param signal such as {@code TERM}, as its vendor understands it, or {@code KILL}
   */
  public void stop(String signal) {
    process.stop(signal);
  }

  /** Starts it again; it has recovered what it finds when this returns. */
  public void start() {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      process = process();
      if (answers()) {
        return;
      }
      process.stop("KILL"); // PostgreSQL waits for what the one that was killed left at work.
      pause(100);
    }
    throw new TestDatabaseException(
        kind.dialect() + " does not start again; it says:" + System.lineSeparator() + log());
  }

  /**
   * No file may become larger than this, whatever the server wants to write.
   *
   * @param bytes of a file; unlimited where negative
   */
  public void limitFiles(long bytes) {
    Commands.require(
        new ProcessBuilder(
            "prlimit",
            "--pid",
            Long.toString(process.pid()),
            "--fsize=" + (bytes < 0 ? "unlimited" : Long.toString(bytes)) + ":"));
  }

  /** What the server has said so far. */
  public String log() {
    return process.log();
  }

  boolean answers() {
    long end = System.nanoTime() + TIMEOUT_NANOS;
    while (process.isAlive() && System.nanoTime() < end) {
      try (Connection connection = databases.server().connect();
          Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery(kind.dataDirectory())) {
        return rows.next() && Files.isSameFile(Path.of(rows.getString(1)), data);
      } catch (SQLException notYet) {
        pause(20);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return false;
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TestDatabaseException("interrupted", e);
    }
  }

  /** Ends the server and deletes its files. */
  @Override
  public void close() {
    process.stop();
  }
}
