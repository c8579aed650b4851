package io.schemachain.command;

import static java.util.Objects.requireNonNull;

import io.schemachain.apply.Database;
import io.schemachain.apply.TableSize;
import io.schemachain.diagnostic.Status;
import io.schemachain.dialect.Dialect;
import io.schemachain.format.TableStatistics;
import io.schemachain.model.Schema;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.revision.Revision;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Asks a database how large the tables of its revisions are, and keeps it in a file beside them for
 * lint and review. Creates nothing in the database, locks nothing, and reads no row but on SQLite.
 */
public final class Stats {
  private final Workspace workspace;

  /** What is asked for. */
  public record Request() {}

  public Stats(Workspace workspace) {
    this.workspace = requireNonNull(workspace, "workspace");
  }

  /**
   * @throws CommandException if no revision is applied, so that nothing is known to be ours
   */
  public CommandResult run(Request request) {
    requireNonNull(request, "request");
    workspace.chain();
    Path file = workspace.folder().directory().resolve(workspace.settings().lint().statistics());
    workspace.folder().requireInProject(file);
    try (Database database = workspace.connectToLook()) {
      return write(database, file);
    }
  }

  private CommandResult write(Database database, Path file) {
    Dialect dialect = database.dialect();
    DatabaseView view =
        DatabaseView.read(database, workspace.bookkeeping(dialect), workspace.chain());
    List<Revision> applied = view.requireSound(workspace.frontEnd());
    Schema schema = Chain.schemaAfter(applied, dialect);
    List<TableName> tables = schema.tables().stream().map(Table::name).toList();
    if (tables.isEmpty()) {
      throw CommandException.of(
          Status.INVALID,
          "No revision that makes a table is applied in this database.\n\nApply them: "
              + workspace.frontEnd().commandLine("upgrade"));
    }
    List<String> messages = new ArrayList<>();
    List<TableStatistics.Size> sizes = new ArrayList<>();
    for (TableSize size : database.sizes(tables)) {
      if (size.rows() == null) {
        messages.add(
            "Left out: " + size.table() + ", of which the database has no estimate yet (ANALYZE).");
      } else {
        sizes.add(new TableStatistics.Size(size.table(), size.rows(), size.bytes()));
      }
    }
    sizes.sort(Comparator.comparing(size -> size.table().toString()));
    TableStatistics statistics = new TableStatistics(dialect.name(), sizes);
    try {
      WholeFile.replace(file, out -> out.append(statistics.text()));
    } catch (IOException e) {
      throw CommandException.environmental(
          "The file " + workspace.folder().shown(file) + " cannot be written: " + e, e);
    }
    messages.add(
        "Sizes of "
            + (sizes.size() == 1 ? "1 table" : sizes.size() + " tables")
            + ": "
            + workspace.folder().shown(file));
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("file", workspace.folder().shown(file));
    report.put("tables", sizes.size());
    return new CommandResult(Status.OK, null, messages, report);
  }
}
