package io.schemachain.plan;

import static java.util.Objects.requireNonNull;

import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.OperationStep;
import io.schemachain.dialect.UnsupportedFeatureException;
import io.schemachain.fact.Cost;
import io.schemachain.fact.Effect;
import io.schemachain.fact.Facts;
import io.schemachain.fact.Lock.Blocked;
import io.schemachain.model.TableName;
import io.schemachain.operation.CreateTable;
import io.schemachain.operation.Operation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds how an operation is done while others read and write: as it is, with statements that ask
 * for it, or in finer operations; whichever the facts say keeps others from writing for less.
 */
public final class Online {
  private final Dialect dialect;
  private final Facts facts;

  private Online(Dialect dialect, Facts facts) {
    this.dialect = dialect;
    this.facts = facts;
  }

  /** On a database in the version that is rendered for. */
  public static Online of(Dialect dialect) {
    return new Online(requireNonNull(dialect, "dialect"), Facts.of(dialect));
  }

  /**
   * A way to do an operation.
   *
   * @param steps that lead to the same schema; one or more
   * @param worst what keeps others from writing for longest; null where nothing does
   */
  public record Way(List<OperationStep> steps, @Nullable Effect worst) {
    public Way {
      steps = List.copyOf(steps);
    }

    /** Whether nobody waits for longer the more rows there are. */
    public boolean isOnline() {
      return worst == null || worst.cost().compareTo(Cost.SCAN) < 0;
    }

    private boolean isBetterThan(Way other) {
      return other.worst != null
          && (worst == null || worst.cost().compareTo(other.worst.cost()) < 0);
    }
  }

  /**
   * The best way, which need not be online.
   *
   * @param isNew tables that nobody else knows yet, since the same revision creates them
   */
  @SuppressWarnings("ReferenceEquality") // Where there is no finer one it is the step itself.
  public Way way(OperationStep step, Set<TableName> isNew) {
    Way written = judged(List.of(step), isNew);
    List<OperationStep> finer = dialect.online(step);
    if (finer.get(0) == step) {
      return written;
    }
    Way sequence = judged(finer, isNew);
    return sequence.isBetterThan(written) ? sequence : written;
  }

  /** The table that a step creates, which nobody else knows before its revision is done. */
  public static Optional<TableName> newTable(OperationStep step) {
    return step.operation() instanceof CreateTable create
            && step.before().find(create.table().name()).isEmpty()
        ? Optional.of(create.table().name())
        : Optional.empty();
  }

  /** What to throw, or to report, where the best way is not online. */
  public UnsupportedFeatureException refusal(Operation operation, Way way) {
    Effect worst = requireNonNull(way.worst(), "worst");
    return dialect.unsupported(
        "`strategy: online` for "
            + operation.accept(OperationTitle.OF)
            + " in version "
            + dialect.version()
            + ": "
            + what(worst),
        "Write `strategy: {default: online, "
            + dialect.name()
            + ": fast}`, and choose a time when nobody writes.");
  }

  private static String what(Effect worst) {
    String work =
        switch (worst.cost()) {
          case SCAN -> "all rows are read";
          case INDEX_BUILD -> "an index is built";
          case REWRITE -> "all rows are written anew";
          case COPY -> "the table is copied";
          default -> "it does what nobody knows";
        };
    return worst.table() == null
        ? "nobody knows what the SQL does"
        : "writes to " + worst.table() + " wait while " + work;
  }

  private Way judged(List<OperationStep> steps, Set<TableName> isNew) {
    List<OperationStep> asked = new ArrayList<>();
    Effect worst = null;
    for (OperationStep step : steps) {
      OperationStep one = step.withAlgorithms(algorithms(facts.online(step, isNew)));
      asked.add(one);
      List<Effect> effects = facts.of(one, isNew);
      Optional<Effect> effect =
          effects.stream().filter(Online::keepsWriters).max(Comparator.comparing(Effect::cost));
      if (effect.isPresent()
          && (worst == null || effect.get().cost().compareTo(worst.cost()) > 0)) {
        worst = effect.get();
      }
    }
    return new Way(asked, worst);
  }

  private static boolean keepsWriters(Effect effect) {
    return effect.blocks().contains(Blocked.WRITES);
  }

  /** Those of the table that changes, where the whole statement can be asked for them. */
  private static Set<String> algorithms(List<Effect> effects) {
    if (effects.isEmpty()) {
      return Set.of();
    }
    TableName table = effects.get(0).table();
    List<Effect> own =
        effects.stream().filter(effect -> Objects.equals(effect.table(), table)).toList();
    boolean canAsk =
        own.stream().anyMatch(Effect::isAsked) || own.stream().noneMatch(Online::keepsWriters);
    return !canAsk
        ? Set.of()
        : own.stream()
            .map(Effect::algorithm)
            .filter(Objects::nonNull)
            .map(Objects::requireNonNull)
            .collect(Collectors.toUnmodifiableSet());
  }
}
