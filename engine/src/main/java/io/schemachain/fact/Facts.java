package io.schemachain.fact;

import static java.util.Objects.requireNonNull;

import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.OperationStep;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Schema;
import io.schemachain.model.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a database, in one version, does when an operation runs. */
public final class Facts {
  private final Dialect dialect;

  private final Map<String, List<Fact>> byForm = new HashMap<>();

  private Facts(Dialect dialect, FactFile file) {
    this.dialect = dialect;
    for (Fact fact : file.facts()) {
      if (fact.isOf(dialect.version())) {
        byForm.computeIfAbsent(fact.form(), form -> new ArrayList<>()).add(fact);
      }
    }
  }

  /** The facts of a database in the version that is rendered for. */
  public static Facts of(Dialect dialect) {
    return new Facts(requireNonNull(dialect, "dialect"), FactFile.read(dialect.name()));
  }

  /** What a step does, where no table is new. */
  public List<Effect> of(OperationStep step) {
    return of(step, Set.of());
  }

  /**
   * What the statements of a step do, the altered table first. A database that changes several
   * things in one statement has an effect for each: what counts is the worst.
   *
   * @param isNew tables that nobody else knows yet, since this run creates them: what is done to
   *     them blocks nobody and is left out
   * @throws IllegalStateException if there is no fact, which a test of ours holds
   */
  public List<Effect> of(OperationStep step, Set<TableName> isNew) {
    return of(step, isNew, !step.algorithms().isEmpty());
  }

  /** The same where statements ask for what lets others write, if the database takes that. */
  public List<Effect> online(OperationStep step, Set<TableName> isNew) {
    return of(step, isNew, dialect.asksForAlgorithms(step));
  }

  private List<Effect> of(OperationStep step, Set<TableName> isNew, boolean online) {
    List<Effect> effects = new ArrayList<>();
    Set<String> unknown = isNew.stream().map(TableName::key).collect(Collectors.toSet());
    for (FormUse use : new Forms(step, dialect).uses()) {
      for (Fact fact : find(use.form(), online)) {
        if (use.table() == null || !unknown.contains(use.table().key())) {
          effects.add(effect(use.table(), fact, fact.lock(), fact.cost()));
          if (fact.cost() == Cost.COPY && cascades(step.before(), use.table())) {
            for (Fact copy : lines(Form.COPY_OF_CASCADING)) {
              effects.add(effect(use.table(), copy, copy.lock(), copy.cost()));
            }
          }
        }
        for (TableName referred : use.referred()) {
          if (fact.referred() != null && !unknown.contains(referred.key())) {
            effects.add(effect(referred, fact, fact.referred(), Cost.METADATA));
          }
        }
      }
    }
    return effects.size() < 2 ? effects : new ArrayList<>(new LinkedHashSet<>(effects));
  }

  private static boolean cascades(Schema schema, @Nullable TableName table) {
    return table != null
        && schema.find(table).stream()
            .flatMap(found -> found.foreignKeys().stream())
            .anyMatch(ForeignKey::changesRows);
  }

  private static Effect effect(
      @Nullable TableName table, Fact fact, @Nullable Lock lock, Cost cost) {
    return new Effect(table, fact.form(), lock, cost, fact.algorithm(), fact.source());
  }

  /**
   * The facts of a form, or else of the one that it is a kind of: what stands for all kinds is the
   * worst of them. Several where it does one thing after another.
   */
  private List<Fact> find(String form, boolean online) {
    String wanted = form;
    while (true) {
      List<Fact> found = online ? lines(wanted + Form.ONLINE) : List.of();
      if (found.isEmpty()) {
        found = lines(wanted);
      }
      if (!found.isEmpty()) {
        return found;
      }
      int cut = wanted.lastIndexOf('/');
      if (cut < 0) {
        throw new IllegalStateException("No fact of " + form + " on " + dialect);
      }
      wanted = wanted.substring(0, cut);
    }
  }

  private List<Fact> lines(String form) {
    return byForm.getOrDefault(form, List.of());
  }
}
