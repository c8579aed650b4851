package io.schemachain.dialect;

import io.schemachain.model.Options;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.BiFunction;

/**
 * What each option is in the SQL of one database: one line for each word, in the order of the
 * database. A slot is a place in the statement.
 */
public final class OptionTable {
  private final String what;
  private final List<Entry> entries = new ArrayList<>();
  private String slot = "";

  private record Entry(String slot, String word, BiFunction<Sql, Options, String> sql) {}

  /** The SQL of some options, by slot. */
  public static final class Fragments {
    private final Map<String, List<String>> bySlot;

    private Fragments(Map<String, List<String>> bySlot) {
      this.bySlot = bySlot;
    }

    public boolean has(String slot) {
      return bySlot.containsKey(slot);
    }

    /** What stands in a slot, joined; empty where nothing does. */
    public String in(String slot, String separator) {
      return String.join(separator, bySlot.getOrDefault(slot, List.of()));
    }

    /** What stands in a slot, each with a space before it. */
    public String behind(String slot) {
      return has(slot) ? " " + in(slot, " ") : "";
    }

    /** What stands in a slot, each with a space behind it. */
    public String before(String slot) {
      return has(slot) ? in(slot, " ") + " " : "";
    }
  }

  /**
   * @param what for messages: {@code a table}
   */
  public OptionTable(String what) {
    this.what = what;
  }

  /** The words that follow stand in this slot. */
  public OptionTable in(String slot) {
    this.slot = slot;
    return this;
  }

  private OptionTable add(String word, BiFunction<Sql, Options, String> sql) {
    entries.add(new Entry(slot, word, sql));
    return this;
  }

  /** A word whose value stands for the one placeholder of {@link Sql}. */
  public OptionTable value(String word, String pattern) {
    return add(word, (sql, options) -> sql.format(pattern, required(options, word)));
  }

  /** A word whose value is a word of SQL, which is written in capitals. */
  public OptionTable keyword(String word, String pattern) {
    return add(
        word,
        (sql, options) -> sql.format(pattern, required(options, word).toUpperCase(Locale.ROOT)));
  }

  public OptionTable flag(String word, String whenTrue) {
    return flag(word, whenTrue, "");
  }

  public OptionTable flag(String word, String whenTrue, String whenFalse) {
    return add(word, (sql, options) -> options.is(word, "true") ? whenTrue : whenFalse);
  }

  /** A map: {@code (fillfactor = 70, …)} stands for the placeholder. */
  public OptionTable parameters(String word, String pattern) {
    return add(word, (sql, options) -> sql.format(pattern, list(options.within(word))));
  }

  private static String list(SortedMap<String, String> parameters) {
    List<String> list = new ArrayList<>(parameters.size());
    parameters.forEach((name, value) -> list.add(name + " = " + value));
    return "(" + String.join(", ", list) + ")";
  }

  private static String required(Options options, String word) {
    String value = options.get(word);
    if (value == null) {
      throw new IllegalStateException("No " + word + " in " + options);
    }
    return value;
  }

  /**
   * The SQL of options.
   *
   * @throws UnsupportedFeatureException for those that the database does not have
   */
  public Fragments of(Options options, Dialect dialect) {
    Map<String, List<String>> bySlot = new LinkedHashMap<>();
    if (options.isEmpty()) {
      return new Fragments(bySlot);
    }
    Set<String> left = new HashSet<>();
    options.words().keySet().forEach(word -> left.add(word.replaceFirst("\\..*", "")));
    for (Entry entry : entries) {
      if (left.remove(entry.word)) {
        String sql = entry.sql.apply(dialect.sql(), options);
        if (!sql.isEmpty()) {
          bySlot.computeIfAbsent(entry.slot, s -> new ArrayList<>()).add(sql);
        }
      }
    }
    if (!left.isEmpty() || !dialect.keys().contains(options.dialect())) {
      throw refusal(options, left, dialect);
    }
    return new Fragments(bySlot);
  }

  private UnsupportedFeatureException refusal(Options options, Set<String> left, Dialect dialect) {
    String words = String.join(", ", left.isEmpty() ? options.words().keySet() : left);
    return dialect.unsupported(
        "the option " + words + " of " + what + ", which is one of " + options.dialect(),
        "Say what is meant there under a name of its own: `" + dialect.name() + ": {…}`.");
  }
}
