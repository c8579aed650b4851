package io.schemachain.review;

import io.schemachain.diagnostic.DiagnosticException;
import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.SourceText;
import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.fact.Facts;
import io.schemachain.format.Binding;
import io.schemachain.format.NamingConvention;
import io.schemachain.format.RevisionReader;
import io.schemachain.lint.Statistics;
import io.schemachain.plan.Plan;
import io.schemachain.plan.PlanStep;
import io.schemachain.plan.Planner;
import io.schemachain.revision.Revision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A revision that the database has, others that are pending, and what to ask before these. */
record ProbePlan(Dialect dialect, PlanStep given, List<PlanStep> pending) {

  /** Of operations in YAML, a text for each revision; the first is what the database has. */
  static ProbePlan of(Dialect dialect, String given, List<String> pending) {
    Diagnostics diagnostics = new Diagnostics();
    List<Revision> revisions = new ArrayList<>();
    revisions.add(read("given", "null", given, dialect, diagnostics));
    for (int i = 0; i < pending.size(); i++) {
      String before = i == 0 ? "given" : "r" + i;
      revisions.add(read("r" + (i + 1), before, pending.get(i), dialect, diagnostics));
    }
    Plan plan = new Planner(dialect, diagnostics).upgrade(List.of(), revisions);
    diagnostics.throwIfErrors();
    return new ProbePlan(
        dialect, plan.steps().get(0), plan.steps().subList(1, plan.steps().size()));
  }

  private static Revision read(
      String id, String before, String operations, Dialect dialect, Diagnostics diagnostics) {
    Binding binding =
        new Binding(
            dialect.name(),
            dialect.keys(),
            dialect.identifiers().maxLength(),
            NamingConvention.DEFAULT,
            Map.of(),
            path -> "");
    String document =
        "format: 1\nrevision: "
            + id
            + "\ndown_revision: "
            + before
            + "\nupgrade:\n"
            + operations.stripIndent().indent(2)
            + "downgrade: {irreversible: a test}\n";
    return RevisionReader.read(new SourceText(id + ".yaml", document), diagnostics)
        .flatMap(written -> written.bind(binding, diagnostics))
        .orElseThrow(() -> new DiagnosticException(diagnostics.all()));
  }

  /** All that is to be asked before the first of the pending ones. */
  List<Probe> probes() {
    return asked().stream().flatMap(one -> one.probes().stream()).toList();
  }

  List<PendingProbes.Asked> asked() {
    PendingProbes probes = new PendingProbes(dialect, Facts.of(dialect), Statistics.NONE);
    return pending.stream().map(step -> probes.next(FinerSteps.of(step))).toList();
  }

  /** The statements of a revision as a session sends them. */
  static List<String> statements(PlanStep step) {
    List<SqlStatement> statements = new ArrayList<>(step.sessionStatements());
    step.operations().stream()
        .flatMap(operation -> operation.statements().stream())
        .filter(statement -> !statement.isHoisted())
        .forEach(statements::add);
    return statements.stream().map(SqlStatement::text).toList();
  }
}
