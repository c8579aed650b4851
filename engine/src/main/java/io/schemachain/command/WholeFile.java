package io.schemachain.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Files that are there as a whole, in UTF-8, or not at all: written beside, then moved. */
public final class WholeFile {
  private WholeFile() {}

  /**
   * Whoever reads the file sees the old content or the new, never a part. Its folder is made.
   *
   * @throws IOException where it cannot be written; what was there stays
   */
  public static void replace(Path file, Shown content) throws IOException {
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
      try (Writer out = Files.newBufferedWriter(temporary, UTF_8)) {
        content.writeTo(out);
      }
      move(temporary, file);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /**
   * @throws FileAlreadyExistsException if there is one of that name
   */
  static void create(Path file, String content) throws IOException {
    if (Files.exists(file)) {
      throw new FileAlreadyExistsException(file.toString());
    }
    replace(file, out -> out.append(content));
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
