package io.schemachain.command;

import io.schemachain.diagnostic.SourceLocation;
import io.schemachain.diagnostic.SourceText;
import io.schemachain.diagnostic.Status;
import io.schemachain.diagnostic.Suggestions;
import io.schemachain.format.RevisionIds;
import io.schemachain.format.RevisionWriter;
import io.schemachain.format.RevisionWriter.Body;
import io.schemachain.revision.Downgrade;
import io.schemachain.revision.RevisionGraph;
import io.schemachain.revision.RevisionHeader;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes new revision files: their id, their folder, their name. */
final class RevisionFiles {
  private static final int ID_BYTES = 6;
  private static final int MAX_SLUG = 40;

  private final Workspace workspace;
  private final Chain chain;

  RevisionFiles(Workspace workspace) {
    this.workspace = workspace;
    this.chain = workspace.chain();
  }

  /**
   * What a new file says about itself.
   *
   * @param revisionId null for a new random one
   * @param versionPath the folder; null for that of the first parent
   */
  record NewFile(
      @Nullable String revisionId,
      List<String> parents,
      List<String> labels,
      List<String> dependsOn,
      @Nullable String message,
      @Nullable String versionPath) {}

  /** A file that was written. */
  record WrittenFile(String id, String shown) {}

  /** A file for a person to fill in. */
  WrittenFile write(NewFile wanted) {
    return write(wanted, new Body(List.of(), new Downgrade.Auto(), List.of(), List.of(), Set.of()));
  }

  WrittenFile write(NewFile wanted, Body content) {
    String id = wanted.revisionId() == null ? randomId() : free(wanted.revisionId());
    Set<String> labels = new HashSet<>();
    for (String label : wanted.labels()) {
      requireFreeLabel(label, id);
      if (!labels.add(label.toLowerCase(Locale.ROOT))) {
        throw CommandException.of(Status.INVALID, "The branch label " + label + " is given twice.");
      }
    }
    Path file =
        workspace
            .options()
            .directory()
            .resolve(folder(wanted))
            .resolve(id + slug(wanted.message()) + ".yaml");
    String shown = workspace.folder().shown(file);
    RevisionHeader header =
        new RevisionHeader(
            id,
            wanted.parents(),
            wanted.labels(),
            wanted.dependsOn(),
            wanted.message(),
            Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
            true,
            SourceLocation.ofFile(new SourceText(shown, "")));
    try {
      WholeFile.create(file, RevisionWriter.write(header, content, depth(file)));
    } catch (IOException e) {
      throw CommandException.environmental("The file " + shown + " cannot be written: " + e, e);
    }
    return new WrittenFile(id, shown);
  }

  /** How many folders the file is below the schema folder. */
  private int depth(Path file) {
    Path directory = workspace.options().directory().toAbsolutePath().normalize();
    return directory.relativize(file.toAbsolutePath().normalize()).getNameCount() - 1;
  }

  // Names

  private String free(String id) {
    requireGrammar(id, "an id");
    requireFree(id, "id");
    return id;
  }

  private void requireFreeLabel(String label, String id) {
    requireGrammar(label, "a branch label");
    requireFree(label, "branch label");
    if (label.equalsIgnoreCase(id)) {
      throw CommandException.of(
          Status.INVALID, "The branch label " + label + " is the id of the new revision.");
    }
  }

  private static void requireGrammar(String name, String what) {
    if (!RevisionIds.isValid(name) || RevisionIds.isReserved(name)) {
      throw CommandException.of(
          Status.INVALID,
          "'"
              + name
              + "' is not "
              + what
              + ": it is "
              + RevisionIds.GRAMMAR
              + ", and not head, heads, base or current.");
    }
  }

  private void requireFree(String name, String what) {
    RevisionGraph graph = chain.graph();
    Optional<String> taken =
        graph.inOrder().stream()
            .filter(other -> other.equalsIgnoreCase(name))
            .findFirst()
            .or(
                () ->
                    graph.labels().stream()
                        .filter(other -> other.equalsIgnoreCase(name))
                        .findFirst()
                        .flatMap(graph::labelled));
    taken.ifPresent(
        id -> {
          throw CommandException.of(
              Status.INVALID,
              "The " + what + " " + name + " is taken, by " + chain.location(id) + ".");
        });
  }

  private String randomId() {
    SecureRandom random = new SecureRandom();
    byte[] bytes = new byte[ID_BYTES];
    String id;
    do {
      random.nextBytes(bytes);
      id = HexFormat.of().formatHex(bytes);
    } while (chain.graph().contains(id));
    return id;
  }

  /** The message in letters that every file system takes. */
  private static String slug(@Nullable String message) {
    if (message == null) {
      return "";
    }
    String slug =
        Normalizer.normalize(message, Normalizer.Form.NFD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "_")
            .replaceAll("^_|_$", "");
    String cut = slug.length() > MAX_SLUG ? slug.substring(0, MAX_SLUG).replaceAll("_$", "") : slug;
    return cut.isEmpty() ? "" : "_" + cut;
  }

  // Folders

  private String folder(NewFile wanted) {
    List<String> folders = chain.settings().versions();
    String given = wanted.versionPath();
    if (given == null) {
      return wanted.parents().stream()
          .findFirst()
          .flatMap(parent -> folderOf(parent, folders))
          .orElse(folders.get(0));
    }
    String folder = given.replace('\\', '/').replaceAll("(?<!/)/++$", "");
    if (!folders.contains(folder)) {
      List<String> known = new ArrayList<>(folders);
      throw CommandException.of(
          Status.INVALID,
          "The folder "
              + given
              + " is not one of `versions` in schema.yaml: "
              + String.join(", ", known)
              + ". "
              + Suggestions.didYouMean(folder, known).orElse("Add it there first."));
    }
    return folder;
  }

  private Optional<String> folderOf(String revision, List<String> folders) {
    String path = chain.graph().require(revision).location().path();
    return folders.stream()
        .filter(
            folder ->
                path.startsWith(
                    workspace.folder().name(workspace.options().directory().resolve(folder)) + "/"))
        .findFirst();
  }
}
