package io.schemachain.testdb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.IntFunction;

/**
 * A server on a free port of 127.0.0.1.
 *
 * @param dialect of the server
 * @param executable the server
 * @param signal that ends it at once; nothing is worth a clean shutdown
 * @param template data directory to start from
 * @param directory parent of the server's own directory
 * @param arguments of the server, given its data directory and port
 * @param url of the administrator's database, given the port
 * @param dataDirectory query that tells the data directory
 */
record LocalServer(
    String dialect,
    Executable executable,
    String signal,
    Path template,
    Path directory,
    BiFunction<Path, Integer, List<String>> arguments,
    IntFunction<String> url,
    String dataDirectory) {
  static final String USERNAME = "schemachain";
  static final String PASSWORD = "schemachain";

  private static final int ATTEMPTS = 3;
  private static final long TIMEOUT_NANOS = 60_000_000_000L;

  DatabaseSource start() {
    String log = "";
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      Path home = Directories.create(directory.resolve(dialect + "-" + attempt));
      Path data = home.resolve("data");
      Commands.require(
          new ProcessBuilder(
              "cp", "-a", "--reflink=auto", template.resolve("data").toString(), data.toString()));
      int port = freePort();
      ServerProcess process =
          ServerProcess.start(executable, home, signal, arguments.apply(data, port));
      ServerDatabases databases = new ServerDatabases(dialect, url.apply(port), USERNAME, PASSWORD);
      if (answers(databases.server(), process, data)) {
        return databases;
      }
      // Somebody may have taken the port meanwhile.
      log = process.log();
      process.stop();
    }
    throw new TestDatabaseException(
        dialect + " does not start; it says:" + System.lineSeparator() + log);
  }

  private boolean answers(TestDatabase server, ServerProcess process, Path data) {
    long end = System.nanoTime() + TIMEOUT_NANOS;
    while (process.isAlive() && System.nanoTime() < end) {
      try (Connection connection = server.connect();
          Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery(dataDirectory)) {
        return rows.next() && Files.isSameFile(Path.of(rows.getString(1)), data);
      } catch (SQLException notYet) {
        pause();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return false;
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TestDatabaseException("interrupted", e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
