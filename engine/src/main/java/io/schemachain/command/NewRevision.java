package io.schemachain.command;

import static java.util.Objects.requireNonNull;

import io.schemachain.diagnostic.SourceLocation;
import io.schemachain.diagnostic.SourceText;
import io.schemachain.diagnostic.Status;
import io.schemachain.format.RevisionIds;
import io.schemachain.format.RevisionWriter;
import io.schemachain.revision.Downgrade;
import io.schemachain.revision.RevisionGraph;
import io.schemachain.revision.RevisionHeader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes a new, empty revision on top of the head. */
public final class NewRevision {
  private static final int ID_BYTES = 6;
  private static final int MAX_SLUG = 40;

  private final Workspace workspace;

  /**
   * What is asked for.
   *
   * @param message one line for people
   * @param revisionId null for a new random one
   */
  public record Request(@Nullable String message, @Nullable String revisionId) {}

  public NewRevision(Workspace workspace) {
    this.workspace = requireNonNull(workspace, "workspace");
  }

  public CommandResult run(Request request) {
    Chain chain = workspace.chain();
    RevisionGraph graph = chain.graph();
    String message = request.message() == null ? null : request.message().strip();
    String id = request.revisionId() == null ? randomId(graph) : request.revisionId();
    if (!RevisionIds.isValid(id) || RevisionIds.isReserved(id)) {
      throw CommandException.of(
          Status.INVALID,
          "'"
              + id
              + "' is not an id: it is "
              + RevisionIds.GRAMMAR
              + ", and not head, heads, base or current.");
    }
    if (graph.ids().stream().anyMatch(other -> other.equalsIgnoreCase(id))) {
      throw CommandException.of(
          Status.INVALID, "The id " + id + " is taken, by " + chain.location(id) + ".");
    }
    Optional<String> head = Target.resolve("head", graph, List.of());
    Path file =
        workspace
            .options()
            .directory()
            .resolve(chain.settings().versions().get(0))
            .resolve(id + slug(message) + ".yaml");
    RevisionHeader header =
        new RevisionHeader(
            id,
            head.stream().toList(),
            List.of(),
            List.of(),
            message == null || message.isEmpty() ? null : message,
            Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
            true,
            SourceLocation.ofFile(new SourceText(workspace.folder().shown(file), "")));
    write(file, RevisionWriter.write(header, List.of(), new Downgrade.Auto()));
    String shown = workspace.folder().shown(file);
    return new CommandResult(
        Status.OK,
        null,
        List.of(
            "Wrote " + shown,
            "It builds on "
                + Target.word(head)
                + ". Fill in its upgrade, then: "
                + workspace.frontEnd().commandLine("validate")),
        Map.of("revision", id, "file", shown));
  }

  private static String randomId(RevisionGraph graph) {
    SecureRandom random = new SecureRandom();
    byte[] bytes = new byte[ID_BYTES];
    String id;
    do {
      random.nextBytes(bytes);
      id = HexFormat.of().formatHex(bytes);
    } while (graph.find(id).isPresent());
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

  private void write(Path file, String text) {
    try {
      Files.createDirectories(requireNonNull(file.getParent(), "parent"));
      Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw CommandException.environmental(
          "The file " + workspace.folder().shown(file) + " cannot be written: " + e, e);
    }
  }
}
