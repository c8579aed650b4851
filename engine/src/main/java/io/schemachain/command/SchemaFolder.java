package io.schemachain.command;

import static java.util.Objects.requireNonNull;

import io.schemachain.diagnostic.Diagnostic;
import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.SourceLocation;
import io.schemachain.diagnostic.SourceText;
import io.schemachain.format.ReferencedFiles;
import io.schemachain.format.Settings;
import io.schemachain.format.SettingsReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of a schema folder. */
final class SchemaFolder {
  static final String SETTINGS = "schema.yaml";

  private final Path directory;
  private final Path base;

  SchemaFolder(Path directory, Path base) {
    this.directory = requireNonNull(directory, "directory");
    this.base = requireNonNull(base, "base");
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
  private String name(Path file) {
    Path above = directory.toAbsolutePath().normalize().getParent();
    return above == null || directory.startsWith(base) ? shown(file) : relative(file, above);
  }

  private static String relative(Path path, Path folder) {
    Path absolute = path.toAbsolutePath().normalize();
    Path from = folder.toAbsolutePath().normalize();
    Path relative = absolute.startsWith(from) ? from.relativize(absolute) : absolute;
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
    if (!Files.isDirectory(path)) {
      if (settings.location() != null && Files.isDirectory(directory)) {
        diagnostics.error(
            settings.location(),
            "The folder " + shown(path) + " does not exist.",
            "Create it, or correct `versions`.");
      }
      return List.of();
    }
    try (Stream<Path> files = Files.walk(path)) {
      return files.filter(SchemaFolder::isRevision).sorted().toList();
    } catch (IOException e) {
      throw CommandException.environmental(
          "The folder " + shown(path) + " cannot be read: " + e, e);
    }
  }

  private static boolean isRevision(Path path) {
    String name = path.getFileName().toString();
    return (name.endsWith(".yaml") || name.endsWith(".yml")) && Files.isRegularFile(path);
  }

  /** The text of a file, or nothing and a diagnostic. */
  Optional<SourceText> read(Path file, Diagnostics diagnostics) {
    String name = name(file);
    try {
      return Optional.of(new SourceText(name, decode(Files.readAllBytes(file))));
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

  private static String decode(byte[] bytes) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  /** Files that revisions refer to; none outside the folder, also not by a symbolic link. */
  ReferencedFiles referenced() {
    return path -> {
      Path file = directory.resolve(path);
      if (!Files.exists(file)) {
        throw new IOException("there is no file " + name(file));
      }
      if (!file.toRealPath().startsWith(directory.toRealPath())) {
        throw new IOException("it is outside the schema folder");
      }
      try {
        return decode(Files.readAllBytes(file));
      } catch (CharacterCodingException e) {
        throw new IOException("it is not UTF-8", e);
      }
    };
  }
}
