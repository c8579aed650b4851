package io.schemachain.command;

import static java.util.Objects.requireNonNull;

import io.schemachain.apply.Database;
import io.schemachain.diagnostic.Status;
import io.schemachain.dialect.Dialect;
import io.schemachain.introspect.Introspected;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs each revision up, down and up again on an empty database, and compares the catalog with the
 * replayed schema after every step.
 */
public final class TestChain {
  private final Workspace workspace;

  /** What is asked for. */
  public record Request() {}

  public TestChain(Workspace workspace) {
    this.workspace = requireNonNull(workspace, "workspace");
  }

  /**
   * @throws CommandException at the first step after which the catalog is not as replayed
   */
  public CommandResult run(Request request) {
    requireNonNull(request, "request");
    if (workspace.url().isPresent()) {
      return run(workspace);
    }
    Dialect dialect = workspace.offlineDialect();
    String url = embedded(dialect);
    Path folder;
    try {
      folder = Files.createTempDirectory("schemachain-test");
    } catch (IOException e) {
      throw CommandException.environmental("There is no place for a scratch database: " + e, e);
    }
    try {
      Setting place = new Setting(url + folder.resolve("scratch"), "a scratch database");
      return run(new Workspace(workspace.options().elsewhere(null, place), workspace.frontEnd()));
    } finally {
      delete(folder);
    }
  }

  private String embedded(Dialect dialect) {
    return switch (dialect.name()) {
      case "h2" -> "jdbc:h2:";
      case "sqlite" -> "jdbc:sqlite:";
      default ->
          throw CommandException.of(
              Status.INVALID,
              "There is no embedded "
                  + dialect.displayName()
                  + ": give an empty scratch database.\n\nRun: "
                  + workspace
                      .frontEnd()
                      .commandLine(
                          "test", "-Dschema.url=" + dialect.drivers().get(0).urlPrefix() + "…"));
    };
  }

  private static void delete(Path folder) {
    try {
      Folders.delete(folder);
    } catch (IOException e) {
      throw CommandException.environmental(
          "The scratch database " + folder + " cannot be deleted: " + e, e);
    }
  }

  private CommandResult run(Workspace scratch) {
    Chain chain = scratch.chain();
    requireEmpty(scratch);
    int undone = 0;
    List<String> irreversible = new ArrayList<>();
    for (String id : chain.graph().inOrder()) {
      new Upgrade(scratch).run(new Upgrade.Request(id, false));
      boolean reversible = compare(scratch, id, "its upgrade");
      if (!reversible) {
        irreversible.add(id);
        continue;
      }
      new Downgrade(scratch).run(new Downgrade.Request("-1", false));
      compare(scratch, id, "its downgrade");
      new Upgrade(scratch).run(new Upgrade.Request(id, false));
      compare(scratch, id, "its second upgrade");
      undone++;
    }
    List<String> messages = new ArrayList<>();
    messages.add(
        revisions(chain.graph().size())
            + " ran up, and "
            + undone
            + " of them down and up again; the catalog was what the chain says after every step.");
    if (!irreversible.isEmpty()) {
      messages.add("Irreversible, so only ran up: " + String.join(", ", irreversible));
    }
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("revisions", chain.graph().size());
    report.put("irreversible", irreversible);
    return new CommandResult(Status.OK, null, messages, report);
  }

  private static String revisions(int number) {
    return number == 1 ? "1 revision" : number + " revisions";
  }

  private static void requireEmpty(Workspace scratch) {
    try (Database database = scratch.connect()) {
      Introspected read = database.introspect(List.of());
      List<String> there = new ArrayList<>();
      read.schema().tables().forEach(table -> there.add("table " + table.name()));
      read.schema()
          .objects()
          .forEach(object -> there.add(object.kind().words() + " " + object.name()));
      read.leftOut().forEach(left -> there.add(left.kind() + " " + left.name()));
      if (!there.isEmpty()) {
        int most = Math.min(there.size(), 5);
        throw CommandException.of(
            Status.INVALID,
            "The scratch database is not empty: it has "
                + String.join(", ", there.subList(0, most))
                + (there.size() > most ? " and " + (there.size() - most) + " more" : "")
                + ". The test drops and creates; it touches no database in which anything is.");
      }
    }
  }

  /**
   * @return whether the revision can be undone
   */
  private static boolean compare(Workspace scratch, String id, String when) {
    Chain chain = scratch.chain();
    try (Database database = scratch.connectToLook()) {
      AppliedCatalog catalog = AppliedCatalog.read(scratch, database);
      List<String> wrong = catalog.differences().stream().map(Drift::line).toList();
      if (!wrong.isEmpty()) {
        throw CommandException.of(
            Status.DRIFT,
            chain.graph().require(id).title()
                + ", after "
                + when
                + " the catalog is not what the chain says:\n  "
                + String.join("\n  ", wrong));
      }
      return catalog.applied().stream()
          .filter(revision -> revision.id().equals(id))
          .noneMatch(
              revision ->
                  revision.downgrade() instanceof io.schemachain.revision.Downgrade.Irreversible);
    }
  }
}
