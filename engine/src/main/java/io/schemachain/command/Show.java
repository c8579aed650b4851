package io.schemachain.command;

import static java.util.Objects.requireNonNull;

import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.Status;
import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.plan.Plan;
import io.schemachain.plan.PlanStep;
import io.schemachain.plan.Planner;
import io.schemachain.revision.Downgrade;
import io.schemachain.revision.Revision;
import io.schemachain.revision.RevisionArgument;
import io.schemachain.revision.RevisionGraph;
import io.schemachain.revision.RevisionHeader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Revisions, whole: as they are written and, where a dialect is known, the SQL they become. */
public final class Show {
  private final Workspace workspace;

  /**
   * What is asked for.
   *
   * @param target one revision, or several with commas between
   */
  public record Request(String target, OutputFormat format) {}

  public Show(Workspace workspace) {
    this.workspace = requireNonNull(workspace, "workspace");
  }

  public CommandResult run(Request request) {
    RevisionGraph graph = workspace.chain().graph();
    List<String> ids =
        new LookPlaces(workspace).place(RevisionArgument.parseList(request.target()));
    if (ids.isEmpty()) {
      throw CommandException.of(
          Status.INVALID, "base is before the first revision: there is nothing to show.");
    }
    Dialect dialect = dialect();
    StringBuilder text = new StringBuilder();
    List<Object> revisions = new ArrayList<>();
    for (String id : ids) {
      text.append(text.isEmpty() ? "" : "\n");
      revisions.add(show(graph.require(id), dialect, text));
    }
    Map<String, Object> report = Map.of("revisions", revisions);
    return new CommandResult(
        Status.OK,
        Shown.of(request.format() == OutputFormat.JSON ? Json.document(report) : text.toString()),
        List.of(),
        report);
  }

  private Map<String, Object> show(
      RevisionHeader header, @Nullable Dialect dialect, StringBuilder text) {
    Listing listing = new Listing(workspace.chain().graph());
    String document = header.location().source().content();
    Map<String, Object> json = new LinkedHashMap<>(listing.json(header, null));
    json.put("document", document);
    text.append(listing.text(header, null, true)).append('\n').append(document);
    if (!document.endsWith("\n")) {
      text.append('\n');
    }
    if (dialect != null) {
      sql(workspace.chain(), header.id(), dialect, text, json);
    }
    return json;
  }

  /** Nothing is refused for want of a dialect here: the document is shown all the same. */
  private @Nullable Dialect dialect() {
    boolean known =
        workspace.options().dialect() != null
            || workspace.url().isPresent()
            || workspace.settings().dialects().size() == 1;
    return known ? workspace.offlineDialect() : null;
  }

  private static void sql(
      Chain chain, String id, Dialect dialect, StringBuilder text, Map<String, Object> report) {
    Diagnostics diagnostics = new Diagnostics();
    List<String> below =
        chain.graph().withAncestors(List.of(id)).stream()
            .filter(other -> !other.equals(id))
            .toList();
    List<Revision> applied = chain.bind(dialect, below, diagnostics);
    List<Revision> shown = chain.bind(dialect, List.of(id), diagnostics);
    diagnostics.throwIfErrors();
    Planner planner = new Planner(dialect, diagnostics);
    Plan up = planner.upgrade(applied, shown);
    diagnostics.throwIfErrors();
    String upSql = statements(up, dialect);
    text.append("\n-- Upgrade on ").append(dialect.displayName()).append('\n').append(upSql);
    report.put("upgrade_sql", upSql);
    if (shown.get(0).downgrade() instanceof Downgrade.Irreversible irreversible) {
      text.append("\n-- Irreversible: ").append(irreversible.reason()).append('\n');
      return;
    }
    List<Revision> all = new ArrayList<>(applied);
    all.addAll(shown);
    Plan down = planner.downgrade(all, shown);
    diagnostics.throwIfErrors();
    String downSql = statements(down, dialect);
    text.append("\n-- Downgrade on ").append(dialect.displayName()).append('\n').append(downSql);
    report.put("downgrade_sql", downSql);
  }

  private static String statements(Plan plan, Dialect dialect) {
    StringBuilder sql = new StringBuilder();
    for (PlanStep step : plan.steps()) {
      step.notes().forEach(note -> sql.append("-- ").append(note).append('\n'));
      step.operations().stream()
          .flatMap(operation -> operation.statements().stream())
          .map(SqlStatement::text)
          .forEach(statement -> sql.append(dialect.script().terminated(statement)).append('\n'));
    }
    return sql.toString();
  }
}
