package io.schemachain.maven;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/** Where goes what a goal was asked for: whole, as UTF-8, and never through the log. */
final class GoalOutput {
  private static final Object STANDARD_OUTPUT = new Object();

  private GoalOutput() {}

  /**
   * @param file null for the process's own standard output; Maven redirects and encodes System.out
   */
  static void write(String text, @Nullable Path file) {
    try {
      if (file == null) {
        writeToStandardOutput(text);
      } else {
        replace(file, text);
      }
    } catch (IOException e) {
      String where = file == null ? "standard output" : file.toString();
      throw GoalException.cannotRun("Cannot write to " + where + ": " + e, e);
    }
  }

  /** The stream is not closed: the descriptor is the process's. */
  @SuppressWarnings("resource")
  private static void writeToStandardOutput(String text) throws IOException {
    boolean lineStaysOpen = !text.isEmpty() && !text.endsWith("\n");
    String whole = lineStaysOpen && Terminal.isPresent() ? text + "\n" : text;
    synchronized (STANDARD_OUTPUT) {
      System.out.flush();
      OutputStream out = new FileOutputStream(FileDescriptor.out);
      out.write(whole.getBytes(UTF_8));
      out.flush();
    }
  }

  /** Whoever reads the file sees the old content or the new, never a part. */
  private static void replace(Path file, String text) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException("It is no file");
    }
    Files.createDirectories(folder);
    // Not createTempFile, which would make it readable for its owner alone.
    Path temporary =
        folder.resolve(
            "."
                + file.getFileName()
                + "."
                + ProcessHandle.current().pid()
                + "-"
                + System.nanoTime());
    try {
      Files.writeString(temporary, text, UTF_8);
      move(temporary, file);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
