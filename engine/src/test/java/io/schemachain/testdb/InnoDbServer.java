package io.schemachain.testdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What MySQL and MariaDB have in common: a local server that need not survive a crash, unless a
 * test wants it.
 */
abstract class InnoDbServer {
  private final String dialect;
  private final Lazy<Path> home;
  private final Lazy<Executable> server;
  private final Lazy<Executable> client;

  /**
   * @param server the program within what was unpacked
   * @param client the same
   */
  InnoDbServer(String dialect, String server, String client) {
    this.dialect = dialect;
    this.home = new Lazy<>(this::unpack);
    this.server = new Lazy<>(() -> SystemPackages.withLibraries(home.get().resolve(server)));
    this.client = new Lazy<>(() -> SystemPackages.withLibraries(home.get().resolve(client)));
  }

  /** Where the programs are, from the cache or unpacked into it. */
  abstract Path unpack();

  /** SQL that makes the administrator's account, of its name and password. */
  abstract String account();

  /** The program that makes a data directory, with what goes before it. */
  abstract List<String> initialization(Executable server, Path home);

  /** Its options that the other does not have. */
  abstract List<String> initializationOptions(Path account);

  /** Options of a running server that the other does not have. */
  abstract List<String> options();

  abstract String logSizeOption();

  abstract String url(int port);

  final Executable client() {
    return client.get();
  }

  final DatabaseSource start() {
    return start(List.of());
  }

  /** One of whose files nothing is lost when it is killed. */
  final TestServer startDurable() {
    return start(List.of("--innodb-flush-log-at-trx-commit=1", "--innodb-doublewrite=1"));
  }

  private TestServer start(List<String> more) {
    Executable executable = server.get();
    Path template =
        Cache.directory(
            Directories.cache(),
            home.get().getFileName() + "-data-" + System.getProperty("user.name"),
            directory -> initialize(executable, directory));
    return new LocalServer(
            dialect,
            executable,
            "KILL",
            template,
            Directories.run(),
            (data, port) -> arguments(data, port, more),
            this::url,
            "SELECT @@datadir")
        .start();
  }

  private List<String> arguments(Path data, int port, List<String> more) {
    List<String> arguments = new ArrayList<>(directories(data));
    // not one that other servers use: their names collide
    arguments.add("--tmpdir=" + data);
    arguments.add("--bind-address=127.0.0.1");
    arguments.add("--port=" + port);
    arguments.add("--socket=" + dialect + ".sock");
    arguments.add("--skip-ssl");
    arguments.add("--skip-log-bin");
    arguments.add("--max-connections=500");
    arguments.add("--innodb-flush-log-at-trx-commit=0");
    arguments.add("--innodb-buffer-pool-size=64M");
    arguments.addAll(storage());
    arguments.addAll(options());
    arguments.addAll(more);
    return arguments;
  }

  private List<String> directories(Path data) {
    return List.of(
        "--no-defaults",
        "--user=" + System.getProperty("user.name"),
        "--basedir=" + home.get(),
        "--datadir=" + data);
  }

  private List<String> storage() {
    return List.of(
        "--innodb-flush-method=nosync", "--innodb-doublewrite=0", logSizeOption() + "=16M");
  }

  private void initialize(Executable executable, Path directory) throws IOException {
    Path account = directory.resolve("account.sql");
    Files.writeString(account, account().formatted(LocalServer.USERNAME, LocalServer.PASSWORD));
    List<String> command = new ArrayList<>(initialization(executable, home.get()));
    command.addAll(directories(directory.resolve("data")));
    command.addAll(storage());
    command.addAll(initializationOptions(account));
    Commands.require(executable.builder(command));
  }
}
