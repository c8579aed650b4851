package io.schemachain.testdb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
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
  private static final AtomicInteger COUNTER = new AtomicInteger();

  TestServer start() {
    String log = "";
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      Path home = Directories.create(directory.resolve(dialect + "-" + COUNTER.incrementAndGet()));
      Commands.require(
          new ProcessBuilder(
              "cp",
              "-a",
              "--reflink=auto",
              template.resolve("data").toString(),
              home.resolve("data").toString()));
      TestServer server = new TestServer(this, home, freePort());
      if (server.answers()) {
        return server;
      }
      // Somebody may have taken the port meanwhile.
      log = server.log();
      server.close();
    }
    throw new TestDatabaseException(
        dialect + " does not start; it says:" + System.lineSeparator() + log);
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
