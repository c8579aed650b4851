package io.schemachain.testdb;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.h2.tools.RunScript;
import org.jspecify.annotations.Nullable;

/** Runs scripts with the database's own command line client, as a person would. */
public final class Client {
  private Client() {}

  /** Runs a script, in UTF-8; a failure is an exit code, not an exception. */
  public static ClientResult run(TestDatabase database, Path script, ClientOption... options) {
    boolean continueOnError = List.of(options).contains(ClientOption.CONTINUE_ON_ERROR);
    return switch (database.dialect()) {
      case "postgresql" -> psql(database, script);
      case "mysql" ->
          mysql(
              MySqlServer.INSTANCE.client(),
              List.of("--ssl-mode=PREFERRED"),
              database,
              script,
              continueOnError);
      case "mariadb" ->
          mysql(
              MariaDbServer.INSTANCE.client(),
              List.of("--skip-ssl-verify-server-cert"),
              database,
              script,
              continueOnError);
      case "sqlite" -> sqlite3(database, script);
      case "h2" -> runScript(database, script, continueOnError);
      default -> throw new IllegalArgumentException("no client for " + database.dialect());
    };
  }

  private static ClientResult psql(TestDatabase database, Path script) {
    Address address = Address.of(database.url(), 5432);
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("-X", "-q", "-w", "-f", script.toString()));
    arguments.addAll(List.of("-h", address.host(), "-p", address.port(), "-d", address.database()));
    String username = database.username();
    if (username != null) {
      arguments.addAll(List.of("-U", username));
    }
    Executable psql = Tools.PSQL.get();
    ProcessBuilder builder = psql.builder(psql.command(arguments));
    builder.environment().put("PGCLIENTENCODING", "UTF8");
    builder.environment().put("LC_MESSAGES", "C");
    putPassword(builder, "PGPASSWORD", database.password());
    return Commands.run(builder, null);
  }

  private static ClientResult mysql(
      Executable client,
      List<String> ownArguments,
      TestDatabase database,
      Path script,
      boolean continueOnError) {
    Address address = Address.of(database.url(), 3306);
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("--no-defaults", "--default-character-set=utf8mb4", "--protocol=TCP"));
    arguments.addAll(ownArguments);
    arguments.addAll(List.of("--host=" + address.host(), "--port=" + address.port()));
    if (database.username() != null) {
      arguments.add("--user=" + database.username());
    }
    if (continueOnError) {
      arguments.add("--force");
    }
    arguments.add(address.database());
    ProcessBuilder builder = client.builder(client.command(arguments));
    putPassword(builder, "MYSQL_PWD", database.password());
    return Commands.run(builder, script);
  }

  private static ClientResult sqlite3(TestDatabase database, Path script) {
    Executable sqlite3 = Tools.SQLITE3.get();
    List<String> arguments =
        List.of("-batch", "-init", "/dev/null", SqliteFiles.file(database.url()).toString());
    return Commands.run(sqlite3.builder(sqlite3.command(arguments)), script);
  }

  /** In this JVM, because a database in memory can be reached from nowhere else. */
  private static ClientResult runScript(
      TestDatabase database, Path script, boolean continueOnError) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("-url", database.url(), "-script", script.toString()));
    arguments.add("-showResults");
    if (database.username() != null) {
      arguments.addAll(List.of("-user", database.username()));
    }
    if (database.password() != null) {
      arguments.addAll(List.of("-password", database.password()));
    }
    if (continueOnError) {
      arguments.add("-continueOnError");
    }
    RunScript tool = new RunScript();
    tool.setOut(new PrintStream(output, true, StandardCharsets.UTF_8));
    try {
      tool.runTool(arguments.toArray(String[]::new));
      return new ClientResult(0, output.toString(StandardCharsets.UTF_8), "");
    } catch (SQLException e) {
      return new ClientResult(1, output.toString(StandardCharsets.UTF_8), e.getMessage() + "\n");
    }
  }

  private static void putPassword(ProcessBuilder builder, String name, @Nullable String password) {
    if (password != null) {
      builder.environment().put(name, password);
    }
  }

  /** The clients that are looked for in the system first. */
  private static final class Tools {
    static final Lazy<Executable> PSQL = new Lazy<>(SystemPackages::psql);
    static final Lazy<Executable> SQLITE3 = new Lazy<>(SystemPackages::sqlite3);
  }

  private record Address(String host, String port, String database) {
    static Address of(String url, int defaultPort) {
      URI uri = URI.create(url.substring("jdbc:".length()));
      int port = uri.getPort() < 0 ? defaultPort : uri.getPort();
      return new Address(uri.getHost(), String.valueOf(port), uri.getPath().substring(1));
    }
  }
}
