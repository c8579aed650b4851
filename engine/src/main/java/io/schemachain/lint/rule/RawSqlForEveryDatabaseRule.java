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
import java.util.regex.Pattern;

/** The same raw SQL runs on databases of several kinds. */
public final class RawSqlForEveryDatabaseRule extends Rule {
  private static final Pattern ROWS =
      Pattern.compile("(?is)\\s*(?:insert|update|delete|select|values)\\b.*");

  public RawSqlForEveryDatabaseRule() {
    super(
        "raw-sql-for-every-database",
        RuleGroup.PORTABILITY,
        Level.NOTE,
        "Beyond simple changes of rows no two databases have the same SQL, and what is taken by"
            + " both may mean two things.");
  }

  @Override
  protected void lookAt(ChainSite site, Report report) {
    Map<SourceLocation, Map<String, Set<String>>> written = new LinkedHashMap<>();
    Map<SourceLocation, RevisionHeader> headers = new LinkedHashMap<>();
    site.revisions()
        .forEach(
            (dialect, revisions) -> {
              for (Revision revision : revisions) {
                for (Located<Operation> one : revision.upgrade()) {
                  if (site.looked().contains(revision.id())
                      && one.value() instanceof Execute execute
                      && !ROWS.matcher(execute.sql()).matches()) {
                    headers.put(one.location(), revision.header());
                    written
                        .computeIfAbsent(one.location(), place -> new LinkedHashMap<>())
                        .computeIfAbsent(execute.sql(), sql -> new TreeSet<>())
                        .add(dialect.equals("mariadb") ? "mysql" : dialect);
                  }
                }
              }
            });
    written.forEach(
        (place, texts) -> {
          for (Set<String> dialects : texts.values()) {
            if (dialects.size() > 1) {
              RevisionHeader header = requireNonNull(headers.get(place));
              report
                  .at(header, place, "The same SQL runs on " + String.join(", ", dialects) + ".")
                  .fix("Write a map by dialect, `sql: {default: …, oracle: …}`, or an operation.");
            }
          }
        });
  }
}
