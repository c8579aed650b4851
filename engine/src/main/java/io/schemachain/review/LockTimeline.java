package io.schemachain.review;

import io.schemachain.fact.Cost;
import io.schemachain.fact.Effect;
import io.schemachain.fact.Facts;
import io.schemachain.fact.Lock;
import io.schemachain.lint.Statistics;
import io.schemachain.plan.PlanStep;
import io.schemachain.plan.PlannedOperation;
import io.schemachain.plan.Segment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * From which statement to which others wait, and for what. A transaction keeps its locks to its
 * end, so that a lock which it holds already is told once.
 */
final class LockTimeline {
  /** How much others notice: what they cannot do, then how long, then the lock itself. */
  private static final Comparator<LockLine> WEIGHT =
      Comparator.comparing((LockLine line) -> blocked(line.lock()))
          .thenComparing(LockLine::cost)
          .thenComparing(line -> line.to() - line.from());

  private final PlanStep step;
  private final Facts facts;
  private final Set<String> known;
  private final Statistics statistics;

  /** Of each operation, the number of its first statement, and behind the last of it. */
  private final int[] first;

  private final List<LockLine> lines = new ArrayList<>();

  /**
   * @param known keys of tables that nobody else knows yet
   * @param numbers of the first statement of each operation, and behind all of them
   */
  private LockTimeline(
      PlanStep step, Facts facts, Set<String> known, Statistics statistics, int[] numbers) {
    this.step = step;
    this.facts = facts;
    this.known = known;
    this.statistics = statistics;
    this.first = numbers;
  }

  static List<LockLine> of(
      PlanStep step, Facts facts, Set<String> known, Statistics statistics, int[] numbers) {
    LockTimeline timeline = new LockTimeline(step, facts, known, statistics, numbers);
    step.segments().forEach(timeline::segment);
    return timeline.withHeaviest();
  }

  private void segment(Segment segment) {
    int begin = lines.size();
    for (int i = segment.from(); i < segment.to(); i++) {
      List<Effect> effects = List.copyOf(worst(facts.of(step.operations().get(i).step())));
      boolean oneByOne = !segment.transactional() && areOneByOne(effects, i);
      for (int k = 0; k < effects.size(); k++) {
        Effect effect = effects.get(k);
        boolean isNew = effect.table() != null && known.contains(effect.table().key());
        boolean told = effect.lock() != null || effect.cost().compareTo(Cost.SCAN) >= 0;
        if (told && !isNew) {
          add(segment, begin, i, effect, oneByOne ? k : null);
        }
      }
    }
  }

  /** Whether an operation has a fact for each of its statements, which are committed one by one. */
  private boolean areOneByOne(List<Effect> effects, int index) {
    return effects.size() > 1
        && effects.size() == first[index + 1] - first[index]
        && effects.stream().map(Effect::form).distinct().count() == 1;
  }

  /** Of what an operation does to one table in one lock, what takes longest. */
  private static Collection<Effect> worst(List<Effect> effects) {
    Map<List<@Nullable Object>, Effect> worst = new LinkedHashMap<>();
    for (Effect effect : effects) {
      worst.merge(
          Arrays.asList(effect.table(), effect.lock()),
          effect,
          (one, other) -> one.cost().compareTo(other.cost()) >= 0 ? one : other);
    }
    return worst.values();
  }

  /**
   * @param statement which of the operation's statements does it, counted from 0; null for all
   */
  private void add(
      Segment segment, int begin, int index, Effect effect, @Nullable Integer statement) {
    PlannedOperation planned = step.operations().get(index);
    // An operation without a statement is done by one before it, or, as the first, behind it.
    int from = Math.max(1, Math.min(first[index], Math.max(1, first[first.length - 1] - 1)));
    int end = segment.transactional() ? first[segment.to()] : first[index + 1];
    if (statement != null) {
      from = first[index] + statement;
      end = from + 1;
    }
    LockLine line =
        new LockLine(
            effect.table() == null ? null : effect.table().toString(),
            planned.title(),
            effect.lock(),
            from,
            Math.max(from, end - 1),
            segment.transactional() && effect.lock() != null,
            effect.cost(),
            effect.algorithm(),
            effect.table() == null ? null : statistics.rows(effect.table()).orElse(null),
            false);
    boolean held =
        segment.transactional()
            && lines.subList(begin, lines.size()).stream().anyMatch(other -> covers(other, line));
    if (!held && !lines.contains(line)) {
      lines.add(line);
    }
  }

  /** Whether the one is held already, so that the other keeps nobody from anything more. */
  private static boolean covers(LockLine held, LockLine line) {
    return Objects.equals(held.table(), line.table())
        && line.cost().compareTo(Cost.SCAN) < 0
        && held.lock() != null
        && line.lock() != null
        && held.lock().strength() >= line.lock().strength();
  }

  private List<LockLine> withHeaviest() {
    lines.stream()
        .filter(line -> blocked(line.lock()) > blocked(Lock.Blocked.DDL))
        .max(WEIGHT)
        .ifPresent(heaviest -> lines.replaceAll(l -> l.equals(heaviest) ? l.asHeaviest() : l));
    return lines;
  }

  private static int blocked(@Nullable Lock lock) {
    if (lock == null) {
      return 0;
    }
    return lock.blocks().stream().mapToInt(LockTimeline::blocked).sum();
  }

  private static int blocked(Lock.Blocked blocked) {
    return switch (blocked) {
      case READS -> 4;
      case WRITES -> 2;
      case DDL -> 1;
    };
  }
}
