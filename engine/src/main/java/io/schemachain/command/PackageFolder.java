package io.schemachain.command;

import static java.util.Objects.requireNonNull;

import io.schemachain.apply.Urls;
import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.Status;
import io.schemachain.format.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Copies the schema folder to where an application finds it on its class path. */
public final class PackageFolder {
  /** Where an application looks. */
  public static final String PLACE = "META-INF/schemachain";

  /** The file that lists the others, a path a line: a class path cannot be listed. */
  public static final String INDEX = "index";

  private final Workspace workspace;

  /**
   * What is asked for.
   *
   * @param classes the folder of compiled classes
   */
  public record Request(Path classes) {
    public Request {
      requireNonNull(classes, "classes");
    }
  }

  public PackageFolder(Workspace workspace) {
    this.workspace = requireNonNull(workspace, "workspace");
  }

  /** Copies what is read without a mistake, in the place of what an older build left there. */
  public CommandResult run(Request request) {
    requireNoPassword(workspace.chain().settings());
    Path from = workspace.options().directory();
    Path to = request.classes().resolve(PLACE);
    // Made beside it: what is packaged is there as a whole, or not at all.
    Path made = to.resolveSibling("." + to.getFileName() + ".part");
    try {
      Folders.delete(made);
      List<Path> files = files(from);
      for (Path file : files) {
        Path target = made.resolve(file.toString());
        Files.createDirectories(requireNonNull(target.getParent(), "parent"));
        Files.copy(from.resolve(file), target, StandardCopyOption.REPLACE_EXISTING);
      }
      List<String> names = files.stream().map(PackageFolder::name).toList();
      Files.createDirectories(made);
      Files.writeString(
          made.resolve(INDEX), String.join("\n", names) + "\n", StandardCharsets.UTF_8);
      Folders.delete(to);
      Files.move(made, to);
      return new CommandResult(
          Status.OK,
          null,
          List.of(files.size() + " files are in " + workspace.folder().shown(to)),
          Map.of("files", files.size()));
    } catch (IOException | UncheckedIOException e) {
      throw CommandException.environmental(
          "The migration folder cannot be copied to " + workspace.folder().shown(to) + ": " + e, e);
    }
  }

  /** Whoever has the package has what is in it. */
  private static void requireNoPassword(Settings settings) {
    Diagnostics diagnostics = new Diagnostics();
    settings
        .environments()
        .forEach(
            (name, environment) -> {
              if (hasPassword(environment)) {
                diagnostics.error(
                    environment.location(),
                    "The environment " + name + " has a password, which would be in the package.",
                    "Write ${env.<NAME>} in its place, or name a `server` of settings.xml.");
              }
            });
    diagnostics.throwIfErrors();
  }

  private static boolean hasPassword(Settings.Environment environment) {
    List<String> secrets =
        new ArrayList<>(environment.url() == null ? List.of() : Urls.secrets(environment.url()));
    if (environment.password() != null) {
      secrets.add(environment.password());
    }
    return secrets.stream().anyMatch(secret -> !secret.contains("${"));
  }

  private static String name(Path file) {
    return file.toString().replace('\\', '/');
  }

  /** All but what editors use and what is hidden, in the order of their paths. */
  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .map(folder::relativize)
          .filter(PackageFolder::isShown)
          .sorted()
          .toList();
    }
  }

  private static boolean isShown(Path file) {
    for (Path name : file) {
      if (name.toString().startsWith(".")) {
        return false;
      }
    }
    return true;
  }
}
