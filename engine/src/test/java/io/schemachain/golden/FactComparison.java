package io.schemachain.golden;

import io.schemachain.dialect.Dialect;
import io.schemachain.fact.Cost;
import io.schemachain.fact.Effect;
import io.schemachain.golden.FactCase.Part;
import io.schemachain.model.TableName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the facts say of a part of a case, and what the server did. */
final class FactComparison {
  private final Dialect dialect;
  private final Part part;
  private final Predicate<String> isExcused;
  private final List<String> wrong;
  private final List<String> needless;
  private final Set<String> compared = new LinkedHashSet<>();

  /**
   * @param isExcused whether there is a reason why a form says more
   */
  FactComparison(
      Dialect dialect,
      Part part,
      Predicate<String> isExcused,
      List<String> wrong,
      List<String> needless) {
    this.isExcused = isExcused;
    this.dialect = dialect;
    this.part = part;
    this.wrong = wrong;
    this.needless = needless;
  }

  /** The forms whose facts stood beside what the server did. */
  Set<String> compared() {
    return compared;
  }

  void compare(List<Measurement> measured) {
    if (part.effects().stream().anyMatch(effect -> effect.cost() == Cost.UNKNOWN)) {
      return;
    }
    if (dialect.keys().contains("mysql")) {
      compareAlgorithms(measured);
    } else if (dialect.name().equals("sqlite")) {
      compareFile(measured);
    } else if (dialect.name().equals("h2")) {
      compareCopies(measured);
    } else {
      compareTables(measured);
    }
  }

  /** PostgreSQL: table by table, also those that only the server or only the facts have. */
  private void compareTables(List<Measurement> measured) {
    note(part.effects());
    Set<String> tables = new LinkedHashSet<>();
    measured.forEach(found -> tables.add(found.table()));
    part.effects().forEach(effect -> tables.add(name(effect.table())));
    for (String table : tables) {
      List<Effect> effects =
          part.effects().stream().filter(e -> name(e.table()).equals(table)).toList();
      List<Measurement> found = measured.stream().filter(m -> m.table().equals(table)).toList();
      if (found.isEmpty() && isNoRelation(effects)) {
        continue;
      }
      compare(
          table,
          effects,
          rank(PostgresqlMeter.LOCKS, worst(PostgresqlMeter.LOCKS, locks(effects))),
          rank(
              PostgresqlMeter.LOCKS,
              worst(PostgresqlMeter.LOCKS, found.stream().map(Measurement::lock).toList())),
          found);
      compare(
          table,
          effects,
          cost(effects.stream().map(Effect::cost).toList()),
          cost(found.stream().map(Measurement::cost).toList()),
          found);
    }
  }

  /** What is new, or has no locks that pg_locks tells of. */
  private static boolean isNoRelation(List<Effect> effects) {
    return effects.stream()
        .allMatch(effect -> effect.form().startsWith("create-") || effect.lock() == null);
  }

  /** MySQL: the statement as a whole. */
  private void compareAlgorithms(List<Measurement> measured) {
    if (measured.isEmpty()) {
      return;
    }
    List<Effect> effects = new ArrayList<>();
    Effect first = part.effects().isEmpty() ? null : part.effects().get(0);
    for (Effect effect : part.effects()) {
      if (first != null && Objects.equals(effect.table(), first.table())) {
        effects.add(effect);
      }
    }
    note(effects);
    List<@Nullable String> algorithms = new ArrayList<>();
    effects.forEach(effect -> algorithms.add(effect.algorithm()));
    compare(
        "algorithm",
        effects,
        rank(MysqlMeter.ALGORITHMS, worst(MysqlMeter.ALGORITHMS, algorithms)),
        rank(
            MysqlMeter.ALGORITHMS,
            worst(MysqlMeter.ALGORITHMS, measured.stream().map(Measurement::algorithm).toList())),
        measured);
    compare(
        "lock",
        effects,
        rank(MysqlMeter.LOCKS, worst(MysqlMeter.LOCKS, locks(effects))),
        rank(
            MysqlMeter.LOCKS,
            worst(MysqlMeter.LOCKS, measured.stream().map(Measurement::lock).toList())),
        measured);
    if (measured.stream().anyMatch(found -> found.cost() == Cost.REWRITE)
        && effects.stream().noneMatch(effect -> effect.cost().compareTo(Cost.REWRITE) >= 0)) {
      wrong.add("a rebuild: " + tell(effects, measured));
    }
  }

  /** SQLite: there is one lock for all tables. */
  private void compareFile(List<Measurement> measured) {
    if (measured.isEmpty()) {
      return;
    }
    note(part.effects());
    compare(
        "lock",
        part.effects(),
        rank(SqliteMeter.LOCKS, worst(SqliteMeter.LOCKS, locks(part.effects()))),
        rank(
            SqliteMeter.LOCKS,
            worst(SqliteMeter.LOCKS, measured.stream().map(Measurement::lock).toList())),
        measured);
    if (part.effects().stream().noneMatch(effect -> effect.cost() == Cost.ROWS)) {
      compare(
          "cost",
          part.effects(),
          writtenAnew(cost(part.effects().stream().map(Effect::cost).toList())),
          writtenAnew(cost(measured.stream().map(Measurement::cost).toList())),
          measured);
    }
  }

  /** A copy may come to lie where the table was, so the two cannot be told apart. */
  private static int writtenAnew(int cost) {
    return Math.min(cost, List.of(Cost.values()).indexOf(Cost.REWRITE));
  }

  /** H2: table by table; of the costs a copy alone is seen. */
  private void compareCopies(List<Measurement> measured) {
    note(part.effects());
    Set<String> tables = new LinkedHashSet<>();
    measured.forEach(found -> tables.add(folded(found.table())));
    part.effects().forEach(effect -> tables.add(folded(name(effect.table()))));
    for (String table : tables) {
      List<Effect> effects =
          part.effects().stream().filter(e -> folded(name(e.table())).equals(table)).toList();
      List<Measurement> found =
          measured.stream().filter(m -> folded(m.table()).equals(table)).toList();
      compare(
          table,
          effects,
          rank(H2Meter.LOCKS, worst(H2Meter.LOCKS, locks(effects))),
          rank(H2Meter.LOCKS, worst(H2Meter.LOCKS, found.stream().map(Measurement::lock).toList())),
          found);
      compare(
          table,
          effects,
          effects.stream().anyMatch(effect -> effect.cost() == Cost.COPY) ? 1 : 0,
          found.stream().anyMatch(one -> one.cost() == Cost.COPY) ? 1 : 0,
          found);
    }
  }

  private static String folded(String name) {
    return name.replace("\"", "").toLowerCase(Locale.ROOT);
  }

  private void note(List<Effect> effects) {
    effects.forEach(effect -> compared.add(effect.form()));
  }

  private void compare(
      String what, List<Effect> effects, int said, int done, List<Measurement> measured) {
    if (said > done && effects.stream().anyMatch(effect -> isExcused.test(effect.form()))) {
      return;
    }
    if (said < done) {
      wrong.add(what + ": " + tell(effects, measured));
    } else if (said > done) {
      needless.add(what + ": " + tell(effects, measured));
    }
  }

  private String tell(List<Effect> effects, List<Measurement> measured) {
    return "facts "
        + effects.stream()
            .map(
                e ->
                    e.form()
                        + " "
                        + (e.lock() == null ? "-" : e.lock().word())
                        + " "
                        + e.cost()
                        + " "
                        + e.algorithm())
            .toList()
        + ", server "
        + measured.stream()
            .map(m -> m.table() + " " + m.lock() + " " + m.cost() + " " + m.algorithm())
            .toList()
        + ", sent "
        + part.sent().stream().map(sql -> sql.text().lines().findFirst().orElse("")).toList();
  }

  private static List<@Nullable String> locks(List<Effect> effects) {
    List<@Nullable String> locks = new ArrayList<>();
    effects.forEach(effect -> locks.add(effect.lock() == null ? null : effect.lock().word()));
    return locks;
  }

  private static @Nullable String worst(List<String> order, List<@Nullable String> words) {
    String worst = null;
    for (String word : words) {
      if (word != null && (worst == null || order.indexOf(word) > order.indexOf(worst))) {
        worst = word;
      }
    }
    return worst;
  }

  /** Locks of rows and of readers block nothing and are one. */
  private static int rank(List<String> order, @Nullable String word) {
    int rank = word == null ? 0 : order.indexOf(word);
    return order == PostgresqlMeter.LOCKS && rank <= order.indexOf("ROW EXCLUSIVE") ? 0 : rank;
  }

  private static int cost(List<@Nullable Cost> costs) {
    int worst = 0;
    for (Cost cost : costs) {
      if (cost != null && cost != Cost.ROWS) {
        worst = Math.max(worst, List.of(Cost.values()).indexOf(cost));
      }
    }
    return worst;
  }

  private static String name(@Nullable TableName table) {
    if (table == null) {
      return "?";
    }
    return (table.schema() == null ? "public" : table.schema()) + "." + table.name();
  }
}
