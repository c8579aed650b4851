package io.schemachain.review;

import static java.util.Objects.requireNonNull;

import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.OperationStep;
import io.schemachain.fact.Cost;
import io.schemachain.fact.Effect;
import io.schemachain.fact.Facts;
import io.schemachain.lint.Statistics;
import io.schemachain.model.TableName;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What to ask a database before revisions that go out together. It is asked before the first of
 * them: about the tables that it has by then, by the names that they have by then.
 */
final class PendingProbes {
  private final Dialect dialect;
  private final Facts facts;
  private final Statistics statistics;
  private final Set<Probe> asked = new HashSet<>();
  private @Nullable TablesNow now;

  PendingProbes(Dialect dialect, Facts facts, Statistics statistics) {
    this.dialect = requireNonNull(dialect, "dialect");
    this.facts = requireNonNull(facts, "facts");
    this.statistics = requireNonNull(statistics, "statistics");
  }

  /**
   * @param notes what cannot be asked, a sentence each
   */
  record Asked(List<Probe> probes, List<String> notes) {}

  /**
   * What to ask before the next revision, and was not before one in front of it: first what stops
   * it, then how long it takes, then who is in the way.
   */
  Asked next(List<OperationStep> steps) {
    Set<Probe> probes = new LinkedHashSet<>();
    Set<Probe> sizes = new LinkedHashSet<>();
    Set<TableName> locked = new LinkedHashSet<>();
    for (OperationStep step : steps) {
      TablesNow tables = tables(step);
      probes.addAll(Probes.of(step, tables, dialect));
      for (Effect effect : facts.of(step)) {
        Optional<TableNow> table = Optional.ofNullable(effect.table()).flatMap(tables::find);
        if (table.isPresent() && effect.lock() != null) {
          locked.add(table.get().name());
        }
        if (table.isPresent() && isWhole(effect.cost())) {
          sizes.addAll(size(table.get()));
        }
      }
      tables.pass(step);
    }
    probes.addAll(sizes);
    String query = locked.isEmpty() ? null : dialect.questions().holders(List.copyOf(locked));
    if (query != null) {
      String tables = locked.stream().map(TableName::toString).collect(Collectors.joining(", "));
      probes.add(new Probe("Sessions that may keep it waiting for " + tables, query, "no row"));
    }
    return new Asked(
        probes.stream().filter(asked::add).toList(),
        locked.isEmpty() || query != null
            ? List.of()
            : List.of(
                dialect.displayName()
                    + " has no query for who is in the way: see which programs have the database"
                    + " open."));
  }

  /** A revision that nobody asks about comes between two others. */
  void pass(List<OperationStep> steps) {
    if (now != null) {
      steps.forEach(now::pass);
    }
  }

  private TablesNow tables(OperationStep step) {
    if (now == null) {
      now = new TablesNow(step.before(), dialect);
    }
    return now;
  }

  private static boolean isWhole(Cost cost) {
    return cost.compareTo(Cost.SCAN) >= 0 && cost != Cost.UNKNOWN;
  }

  private List<Probe> size(TableNow table) {
    ProbeWriter out = new ProbeWriter(dialect);
    out.rows(
        "Rows of " + table.name() + ", all of which are read or written",
        table,
        "as many as there is time for"
            + statistics
                .rows(table.name())
                .map(rows -> String.format(Locale.ROOT, "; the statistics say %,d", rows))
                .orElse(""));
    return out.probes();
  }
}
