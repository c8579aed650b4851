package io.schemachain.lint.rule;

import static java.util.Objects.requireNonNull;

import io.schemachain.diagnostic.Located;
import io.schemachain.diagnostic.SourceLocation;
import io.schemachain.lint.ChainSite;
import io.schemachain.lint.Level;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.operation.Execute;
import io.schemachain.operation.Operation;
import io.schemachain.revision.Revision;
import io.schemachain.revision.RevisionHeader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** An operation that some of the databases do not get. */
public final class OperationForSomeDatabasesRule extends Rule {
  public OperationForSomeDatabasesRule() {
    super(
        "operation-for-some-databases",
        RuleGroup.PORTABILITY,
        Level.OFF,
        "The schemas differ from here on, and tests on one say less about the others.");
  }

  @Override
  protected void lookAt(ChainSite site, Report report) {
    Map<SourceLocation, Set<String>> dialects = new LinkedHashMap<>();
    Map<SourceLocation, RevisionHeader> headers = new LinkedHashMap<>();
    site.revisions()
        .forEach(
            (dialect, revisions) -> {
              for (Revision revision : revisions) {
                for (Located<Operation> one : revision.upgrade()) {
                  if (site.looked().contains(revision.id()) && !(one.value() instanceof Execute)) {
                    headers.put(one.location(), revision.header());
                    dialects.computeIfAbsent(one.location(), place -> new TreeSet<>()).add(dialect);
                  }
                }
              }
            });
    dialects.forEach(
        (place, some) -> {
          Set<String> others = new TreeSet<>(site.revisions().keySet());
          others.removeAll(some);
          if (!others.isEmpty()) {
            report
                .at(
                    requireNonNull(headers.get(place)),
                    place,
                    "It is not done on " + String.join(", ", others) + ".")
                .fix(
                    "Write what comes closest for these, or say in `suppress` why they go"
                        + " without.");
          }
        });
  }
}
