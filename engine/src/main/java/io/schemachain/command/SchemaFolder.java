package io.schemachain.command;

import static java.util.Objects.requireNonNull;

import io.schemachain.diagnostic.Diagnostic;
import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.SourceLocation;
import io.schemachain.diagnostic.SourceText;
import io.schemachain.diagnostic.Status;
import io.schemachain.format.ReferencedFiles;
import io.schemachain.format.Settings;
import io.schemachain.format.SettingsReader;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of a schema folder. */
final class SchemaFolder {
  static final String SETTINGS = "schema.yaml";

  /** Of a file that is held as a whole, in bytes; rows of data are not. */
  private static final int MAX_MIB = 8;

  private static final int MAX_BYTES = MAX_MIB << 20;

  private final Path directory;

  /** Absolute; paths below it are shown without it. */
  private final Path base;

  /** The same for the files of the folder. */
  private final Path nameBase;

  SchemaFolder(Path directory, Path base) {
    this.directory = requireNonNull(directory, "directory");
    this.base = requireNonNull(base, "base").toAbsolutePath().normalize();
    Path absolute = directory.toAbsolutePath().normalize();
    Path above = absolute.getParent();
    this.nameBase = above == null || absolute.startsWith(this.base) ? this.base : above;
  }

  Path directory() {
    return directory;
  }

  /** A path as people know it. */
  String shown(Path path) {
    return relative(path, base);
  }

  /**
   * A file of the folder by the name that stands in diagnostics and scripts: without the place of
   * this machine at which the folder is, also where it is outside of what the user sees.
   */
  String name(Path file) {
    return relative(file, nameBase);
  }

  /** The path of a file below this folder that is no revision, as revisions name it. */
  Optional<String> nameBelow(Path file) {
    Path folder = directory.toAbsolutePath().normalize();
    String path = file.toString();
    return file.startsWith(folder) && !path.endsWith(".yaml") && !path.endsWith(".yml")
        ? Optional.of(folder.relativize(file).toString().replace('\\', '/'))
        : Optional.empty();
  }

  /** The file of a {@link #name}. */
  Path file(String name) {
    return nameBase.resolve(name);
  }

  private static String relative(Path path, Path folder) {
    Path absolute = path.toAbsolutePath().normalize();
    Path relative = absolute.startsWith(folder) ? folder.relativize(absolute) : absolute;
    return relative.toString().replace('\\', '/');
  }

  Settings settings(Diagnostics diagnostics) {
    Path file = directory.resolve(SETTINGS);
    if (!Files.exists(file)) {
      return Settings.DEFAULT;
    }
    return read(file, diagnostics)
        .map(source -> SettingsReader.read(source, diagnostics))
        .orElse(Settings.DEFAULT);
  }

  /** All revision files below these folders, in the order of the folders and their paths. */
  List<Path> revisionFiles(Settings settings, Diagnostics diagnostics) {
    return settings.versions().stream()
        .flatMap(folder -> revisionFiles(folder, settings, diagnostics).stream())
        .toList();
  }

  private List<Path> revisionFiles(String folder, Settings settings, Diagnostics diagnostics) {
    Path path = directory.resolve(folder);
    requireInProject(path);
    if (!Files.isDirectory(path)) {
      if (settings.location() != null && Files.isDirectory(directory)) {
        // Git keeps no empty folder; what should be in it and is not is missed by the chain.
        diagnostics.add(
            Diagnostic.warning(
                settings.location(),
                "The folder " + shown(path) + " does not exist, so no revision is read from it.",
                "Create it with its first revision, or correct `versions`."));
      }
      return List.of();
    }
    List<Path> files = new ArrayList<>();
    try {
      addRevisions(path, files);
    } catch (IOException | DirectoryIteratorException e) {
      throw CommandException.environmental(
          "The folder " + shown(path) + " cannot be read: " + e, e);
    }
    Collections.sort(files);
    return files;
  }

  /**
   * A file, or all files below a folder, in the order of their paths; empty where neither exists.
   *
   * @param path below this folder
   * @param endings with their points, such as {@code .yaml}
   */
  List<Path> files(String path, List<String> endings) {
    Path place = directory.resolve(path);
    requireInProject(place);
    if (Files.isRegularFile(place)) {
      return List.of(place);
    }
    if (!Files.isDirectory(place)) {
      return List.of();
    }
    try (Stream<Path> below = Files.walk(place)) {
      return below
          .filter(Files::isRegularFile)
          .filter(file -> endings.stream().anyMatch(file.toString()::endsWith))
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw CommandException.environmental(
          "The folder " + shown(place) + " cannot be read: " + e, e);
    }
  }

  /** As Files.find would, in half of its time: a run lists thousands of files in a new JVM. */
  private static void addRevisions(Path folder, List<Path> files) throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        String name = entry.toString();
        File file = entry.toFile();
        if ((name.endsWith(".yaml") || name.endsWith(".yml")) && file.isFile()) {
          files.add(entry);
        } else if (file.isDirectory() && !Files.isSymbolicLink(entry)) {
          addRevisions(entry, files);
        }
      }
    }
  }

  /** The text of a file, or nothing and a diagnostic. */
  Optional<SourceText> read(Path file, Diagnostics diagnostics) {
    String name = name(file);
    try {
      if (Files.isSymbolicLink(file) && !isInProject(file)) {
        diagnostics.add(
            Diagnostic.error(
                SourceLocation.ofFile(new SourceText(name, "")),
                "The file is a link out of the project.",
                "Put the file itself here."));
        return Optional.empty();
      }
      return Optional.of(new SourceText(name, decode(bytes(file))));
    } catch (TooLarge e) {
      diagnostics.add(
          Diagnostic.error(
              SourceLocation.ofFile(new SourceText(name, "")),
              e.getMessage() + ".",
              "Is this the right file? Rows in such number belong into a file of data."));
      return Optional.empty();
    } catch (CharacterCodingException e) {
      diagnostics.add(
          Diagnostic.error(
              SourceLocation.ofFile(new SourceText(name, "")),
              "The file is not UTF-8.",
              "Save it as UTF-8, without a byte-order mark."));
      return Optional.empty();
    } catch (IOException e) {
      diagnostics.add(
          Diagnostic.error(
              SourceLocation.ofFile(new SourceText(name, "")),
              "The file cannot be read: " + e + ".",
              null));
      return Optional.empty();
    }
  }

  /**
   * Strictly; the quick way puts U+FFFD for what is no UTF-8, so that only such a text is read
   * twice.
   */
  private static String decode(byte[] bytes) throws CharacterCodingException {
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.indexOf('\uFFFD') < 0
        ? text
        : StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  /**
   * Through a stream: a channel for each of thousands of small files costs more than the reading.
   * Never more than the limit, whatever the file system says of its size.
   */
  private static byte[] bytes(Path file) throws IOException {
    requireFile(file);
    try (InputStream in = new FileInputStream(file.toFile())) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new TooLarge();
      }
      return bytes;
    }
  }

  /** A pipe would never end, or never begin. */
  private static void requireFile(Path file) throws IOException {
    if (!file.toFile().isFile() && Files.exists(file)) {
      throw new IOException("it is no file");
    }
  }

  private static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    TooLarge() {
      super("The file is larger than " + MAX_MIB + " MiB");
    }
  }

  // Where files may be

  /**
   * The folder that no file is taken from outside of: the highest one above the schema folder that
   * has a POM; without any POM what the user sees.
   */
  private Path project() throws IOException {
    Path real = directory.toRealPath();
    Path highest = null;
    for (Path folder = real.getParent(); folder != null; folder = folder.getParent()) {
      highest = Files.exists(folder.resolve("pom.xml")) ? folder : highest;
    }
    if (highest != null) {
      return highest;
    }
    Path seen = nameBase.toRealPath();
    return real.startsWith(seen) ? seen : requireNonNull(real.getParent(), "parent");
  }

  private boolean isInProject(Path path) throws IOException {
    return path.toRealPath().startsWith(project());
  }

  /**
   * @throws CommandException if the path leads out of the project, also by a symbolic link
   */
  void requireInProject(Path path) {
    try {
      if (Files.exists(path) && !isInProject(path)) {
        throw CommandException.of(
            Status.INVALID,
            shown(path)
                + " is outside of the project, "
                + project()
                + ".\n\nPut a copy into the project: what a build reads belongs to it.");
      }
    } catch (IOException e) {
      throw CommandException.environmental("The path " + shown(path) + " cannot be read: " + e, e);
    }
  }

  /** Files that revisions refer to; none outside the folder, also not by a symbolic link. */
  ReferencedFiles referenced() {
    return new ReferencedFiles() {
      @Override
      public String read(String path) throws IOException {
        try {
          return decode(bytes(existing(path)));
        } catch (CharacterCodingException e) {
          throw new IOException("it is not UTF-8", e);
        }
      }

      @Override
      public InputStream open(String path) throws IOException {
        return new FileInputStream(existing(path).toFile());
      }

      @Override
      public String shown(String path) {
        return name(directory.resolve(path));
      }
    };
  }

  private Path existing(String path) throws IOException {
    Path file = directory.resolve(path);
    if (!Files.exists(file)) {
      throw new IOException("There is no file " + name(file) + ".");
    }
    if (!file.toRealPath().startsWith(directory.toRealPath())) {
      throw new IOException("it is outside the schema folder");
    }
    requireFile(file);
    return file;
  }
}
