package io.schemachain.testdb;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A database server that cannot outlive this JVM.
 *
 * <p>Its parent is a shell that reads a pipe from the JVM. The pipe ends when the JVM does, even by
 * kill -9; the shell then ends the server and deletes its directory. A line in the pipe is a signal
 * to end the server by, and its directory stays. The shell ignores Ctrl-C, which reaches it
 * together with the JVM. The server is not killed for a file that is too large, but told.
 */
final class ServerProcess {
  private static final String GUARD =
      """
      trap '' HUP INT QUIT TERM XFSZ
      directory=$1; signal=$2; shift 2
      "$@" </dev/null >>"$directory/server.log" 2>&1 &
      server=$!
      echo $server
      stays=
      if read -r asked; then signal=$asked; stays=yes; fi
      kill -$signal $server 2>/dev/null
      tries=0
      while kill -0 $server 2>/dev/null; do
        tries=$((tries + 1))
        if [ $tries -gt 100 ]; then kill -KILL $server; fi
        sleep 0.05
      done
      wait $server 2>/dev/null
      [ "$stays" ] || rm -rf "$directory"
      """;

  private final Process guard;
  private final Optional<ProcessHandle> server;
  private final Path directory;

  private ServerProcess(Process guard, Optional<ProcessHandle> server, Path directory) {
    this.guard = guard;
    this.server = server;
    this.directory = directory;
  }

  /**
   * Starts a server whose files are all in the given directory, to be ended by the given signal.
   */
  static ServerProcess start(
      Executable executable, Path directory, String signal, List<String> arguments) {
    List<String> command =
        new ArrayList<>(List.of("sh", "-c", GUARD, "testdb-guard", directory.toString(), signal));
    command.addAll(executable.command(arguments));
    ProcessBuilder builder = executable.builder(command);
    builder.redirectError(directory.resolve("guard.log").toFile());
    try {
      Process guard = builder.start();
      AtExit.waitFor(guard);
      BufferedReader output = guard.inputReader(StandardCharsets.US_ASCII);
      String pid = output.readLine();
      if (pid == null) {
        throw new TestDatabaseException("sh did not start " + executable.file());
      }
      return new ServerProcess(guard, ProcessHandle.of(Long.parseLong(pid)), directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isAlive() {
    return server.isPresent() && server.get().isAlive();
  }

  /** What the server has said so far. */
  String log() {
    try {
      return Files.readString(directory.resolve("server.log"), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return "(no log: " + e + ")";
    }
  }

  /** Of the server; never 0. */
  long pid() {
    return server.orElseThrow(() -> new TestDatabaseException("no server: " + log())).pid();
  }

  /** Ends the server by a signal such as {@code KILL}; its directory stays. */
  void stop(String byItsSignal) {
    try {
      guard.getOutputStream().write((byItsSignal + "\n").getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    stop();
  }

  /** Ends the server and deletes its directory. */
  void stop() {
    try {
      guard.getOutputStream().close();
      guard.waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
