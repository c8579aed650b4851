package io.schemachain.command;

import static java.util.Objects.requireNonNull;

import io.schemachain.apply.Database;
import io.schemachain.command.RevisionFiles.NewFile;
import io.schemachain.command.RevisionFiles.WrittenFile;
import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.Status;
import io.schemachain.dialect.Dialect;
import io.schemachain.diff.Difference;
import io.schemachain.diff.Migration;
import io.schemachain.diff.Migrator;
import io.schemachain.diff.Renames;
import io.schemachain.diff.Side;
import io.schemachain.introspect.Introspected;
import io.schemachain.introspect.LeftOut;
import io.schemachain.introspect.MadeUpName;
import io.schemachain.model.Check;
import io.schemachain.model.Constraint;
import io.schemachain.model.Index;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.Schema;
import io.schemachain.model.Table;
import io.schemachain.operation.OperationException;
import io.schemachain.revision.Revision;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes an existing database as the first revision, and marks the database as being at it. */
public final class Baseline {
  private static final String UNNAMED = "unnamed ";

  private final Workspace workspace;

  /**
   * What is asked for.
   *
   * @param message one line for people; null for a plain one
   * @param revisionId null for a new random one
   */
  public record Request(@Nullable String message, @Nullable String revisionId) {}

  public Baseline(Workspace workspace) {
    this.workspace = requireNonNull(workspace, "workspace");
  }

  public CommandResult run(Request request) {
    Chain chain = workspace.chain();
    if (chain.graph().size() > 0) {
      throw CommandException.of(
          Status.INVALID,
          "There are revisions already. A baseline is the first one.\n\nWhat the database has"
              + " beyond them: "
              + workspace.frontEnd().commandLine("drift"));
    }
    WrittenFile file;
    Introspected read;
    try (Database database = workspace.connectToLook()) {
      Dialect dialect = database.dialect();
      requireNothingApplied(DatabaseView.read(database, workspace.bookkeeping(dialect), chain));
      read = database.introspect(List.of());
      file = write(request, read, dialect);
      requireWhole(file, read, dialect);
    }
    Workspace again = new Workspace(workspace.options(), workspace.frontEnd());
    new Stamp(again).run(Stamp.Request.to(file.id()));
    List<String> messages = new ArrayList<>();
    messages.add("Wrote " + file.shown());
    messages.add("The database is marked as being at " + file.id() + ".");
    for (LeftOut left : read.leftOut()) {
      messages.add("Left as it is, and in no revision: " + left);
    }
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("revision", file.id());
    report.put("file", file.shown());
    report.put("left_out", read.leftOut().stream().map(LeftOut::toString).toList());
    return new CommandResult(Status.OK, null, messages, report);
  }

  private void requireNothingApplied(DatabaseView view) {
    if (!view.rows().isEmpty()) {
      throw CommandException.of(
          Status.DRIFT,
          "The version table has rows of "
              + (view.rows().size() == 1 ? "a revision" : view.rows().size() + " revisions")
              + " without a file.\n\nGet their files, or forget"
              + " them: "
              + workspace
                  .frontEnd()
                  .commandLine("stamp", "-Dschema.purge", "-Dschema.target=base"));
    }
  }

  private WrittenFile write(Request request, Introspected read, Dialect dialect) {
    Named named = named(read);
    Schema empty = Schema.empty(dialect.nameScopes());
    LookedAt lookedAt = new LookedAt(workspace.settings());
    Migration all;
    try {
      all =
          Migrator.migrate(
              new Migrator.Request(
                  dialect,
                  dialect.introspection().kinds(),
                  Side.of(empty),
                  Side.of(named.schema),
                  Renames.NONE,
                  lookedAt::has));
    } catch (OperationException e) {
      throw CommandException.of(
          Status.INVALID,
          "The database cannot be written as a revision: "
              + e.getMessage()
              + "\n\nLeave that out with `exclude` in schema.yaml.");
    }
    if (all.steps().isEmpty()) {
      throw CommandException.of(
          Status.INVALID,
          "There is nothing in the database that a revision could make: it needs no baseline.\n\n"
              + "Begin with a revision: "
              + workspace.frontEnd().commandLine("revision", "-Dschema.message=<what it does>"));
    }
    return new RevisionFiles(workspace)
        .write(
            new NewFile(
                request.revisionId(),
                List.of(),
                List.of(),
                List.of(),
                request.message() == null ? "Baseline" : request.message(),
                null),
            Autogenerate.content(all.steps(), empty, named.unnamed));
  }

  // Names that a server made up

  /** A schema in which what a server named has a name that is not written. */
  private record Named(Schema schema, Set<String> unnamed) {}

  private static Named named(Introspected read) {
    Schema schema = read.schema();
    Set<String> unnamed = new HashSet<>();
    for (Table table : List.copyOf(schema.tables())) {
      Table named = table;
      for (Constraint constraint : table.constraints()) {
        if (isMadeUp(read, table, ObjectKind.of(constraint), constraint.name())) {
          String name =
              constraint instanceof Check ? freeName(table, named) : UNNAMED + (unnamed.size() + 1);
          if (!(constraint instanceof Check)) {
            unnamed.add(name);
          }
          named = named.replace(constraint, constraint.withName(name));
        }
      }
      for (Index index : table.indexes()) {
        if (isMadeUp(read, table, ObjectKind.INDEX, index.name())) {
          String name = UNNAMED + (unnamed.size() + 1);
          unnamed.add(name);
          named = named.minus(index).plus(index.withName(name));
        }
      }
      schema = schema.replace(table.name(), named);
    }
    return new Named(schema, unnamed);
  }

  private static boolean isMadeUp(Introspected read, Table table, ObjectKind kind, String name) {
    return read.madeUp().contains(new MadeUpName(table.name(), kind, name));
  }

  /** A check always has a name in a revision. */
  private static String freeName(Table table, Table soFar) {
    int number = 1;
    while (true) {
      String name = "ck_" + table.name().name() + "_" + number;
      if (soFar.checks().stream().noneMatch(check -> check.name().equalsIgnoreCase(name))) {
        return name;
      }
      number++;
    }
  }

  // Whether nothing was lost

  /** What was written leads to what was read, or the file is not worth anything. */
  private void requireWhole(WrittenFile file, Introspected read, Dialect dialect) {
    Workspace again = new Workspace(workspace.options(), workspace.frontEnd());
    Diagnostics diagnostics = new Diagnostics();
    List<Revision> revisions = again.chain().bind(dialect, List.of(file.id()), diagnostics);
    diagnostics.throwIfErrors();
    List<String> lost =
        new LookedAt(workspace.settings())
            .between(dialect, Chain.schemaAfter(revisions, dialect), read).stream()
                .map(Difference::text)
                .toList();
    if (!lost.isEmpty()) {
      throw CommandException.of(
          Status.INVALID,
          file.shown()
              + " was written and is not all of the database, which is not marked:\n  "
              + String.join("\n  ", lost)
              + "\n\nCorrect it by hand, then: "
              + workspace.frontEnd().commandLine("stamp", "-Dschema.target=" + file.id()));
    }
  }
}
