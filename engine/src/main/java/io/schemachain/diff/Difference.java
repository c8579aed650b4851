package io.schemachain.diff;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.Column;
import io.schemachain.model.Constraint;
import io.schemachain.model.Index;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.Partitioning;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.SchemaObject;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One thing in which two schemas differ: what is on the one side and not on the other, or on both
 * and not the same. The parts are as each side wrote them.
 */
public sealed interface Difference {

  /** How the second side differs from the first. */
  enum Kind {
    ADDED,
    REMOVED,
    CHANGED
  }

  /** What the first side has; null where it has nothing like it. */
  @Nullable Object before();

  /** What the second side has; null where it has nothing like it. */
  @Nullable Object after();

  default Kind kind() {
    return before() == null ? Kind.ADDED : after() == null ? Kind.REMOVED : Kind.CHANGED;
  }

  /** What it is about, for people: {@code column users.phone}. */
  String subject();

  /** The same as each side calls it that has it: its name may be what differs. */
  default Set<String> subjects() {
    return Set.of(subject());
  }

  /** More about it, for people; empty where there is nothing to say. */
  default String detail() {
    return "";
  }

  /** Both together. */
  default String text() {
    return subject() + (detail().isEmpty() ? "" : ": " + detail());
  }

  /** What the first side has, for people; empty where it has nothing. */
  default String beforeText() {
    return PartText.of(before());
  }

  /** What the second side has, for people; empty where it has nothing. */
  default String afterText() {
    return PartText.of(after());
  }

  /** The table that it is about; null for what is of none. */
  @Nullable TableName table();

  /** A whole table. */
  record OfTable(@Nullable Table before, @Nullable Table after) implements Difference {
    @Override
    public TableName table() {
      return either(before, after).name();
    }

    @Override
    public String subject() {
      return "table " + table();
    }
  }

  /**
   * A column.
   *
   * @param aspects in what it differs, where both sides have it
   */
  record OfColumn(
      TableName table, @Nullable Column before, @Nullable Column after, List<Aspect> aspects)
      implements Difference {
    public OfColumn {
      requireNonNull(table, "table");
      aspects = List.copyOf(aspects);
    }

    public String name() {
      return either(before, after).name();
    }

    public boolean differsIn(Aspect.Of aspect) {
      return aspects.stream().anyMatch(one -> one.of() == aspect);
    }

    @Override
    public String subject() {
      return "column " + table + "." + name();
    }

    @Override
    public String detail() {
      return aspects.isEmpty()
          ? either(before, after).type().toString()
          : String.join("; ", aspects.stream().map(Aspect::toString).toList());
    }
  }

  /**
   * In what a column differs.
   *
   * @param before as the first side says it; null for nothing
   */
  record Aspect(Of of, @Nullable String before, @Nullable String after) {
    /** The aspects of a column. */
    public enum Of {
      TYPE("type"),
      NULLABLE("nullable"),
      DEFAULT("default"),
      IDENTITY("identity"),
      COMPUTED("computed"),
      COMMENT("comment"),
      COLLATION("collation");

      private final String word;

      Of(String word) {
        this.word = word;
      }
    }

    @Override
    public String toString() {
      return of.word + " " + shown(before) + " -> " + shown(after);
    }

    private static String shown(@Nullable String value) {
      return value == null ? "none" : value;
    }
  }

  /** A key, a unique constraint, a check or an exclude constraint. */
  record OfConstraint(TableName table, @Nullable Constraint before, @Nullable Constraint after)
      implements Difference {
    public OfConstraint {
      requireNonNull(table, "table");
    }

    @Override
    public String subject() {
      return subject(either(after, before));
    }

    private String subject(Constraint one) {
      return ObjectKind.of(one).words() + " " + one.name() + " of " + table;
    }

    /** The primary key without its name: there is one, and some servers call it as they like. */
    @Override
    public Set<String> subjects() {
      return ofBoth(
          before,
          after,
          one -> one instanceof PrimaryKey ? "primary key of " + table : subject(one));
    }

    @Override
    public String detail() {
      return PartText.difference(before, after);
    }
  }

  /** An index. */
  record OfIndex(TableName table, @Nullable Index before, @Nullable Index after)
      implements Difference {
    public OfIndex {
      requireNonNull(table, "table");
    }

    @Override
    public String subject() {
      return subject(either(after, before));
    }

    private String subject(Index one) {
      return "index " + one.name() + " of " + table;
    }

    @Override
    public Set<String> subjects() {
      return ofBoth(before, after, this::subject);
    }

    @Override
    public String detail() {
      return PartText.difference(before, after);
    }
  }

  /** The comment of a table. */
  record OfComment(TableName table, @Nullable String before, @Nullable String after)
      implements Difference {
    public OfComment {
      requireNonNull(table, "table");
    }

    @Override
    public String subject() {
      return "comment of " + table;
    }

    @Override
    public String detail() {
      return PartText.difference(before, after);
    }
  }

  /** How a table is divided into partitions. */
  record OfPartitioning(
      TableName table, @Nullable Partitioning before, @Nullable Partitioning after)
      implements Difference {
    public OfPartitioning {
      requireNonNull(table, "table");
    }

    @Override
    public String subject() {
      return "partitions of " + table;
    }

    @Override
    public String detail() {
      return PartText.difference(before, after);
    }
  }

  /**
   * How a table is stored, in the words of the database.
   *
   * @param before with its parts left out of account
   */
  record OfOptions(TableName table, Table before, Table after) implements Difference {
    public OfOptions {
      requireNonNull(table, "table");
    }

    @Override
    public String subject() {
      return "options of " + table;
    }

    @Override
    public String detail() {
      return beforeText() + " -> " + afterText();
    }

    @Override
    public String beforeText() {
      return before.options().words().toString();
    }

    @Override
    public String afterText() {
      return after.options().words().toString();
    }
  }

  /** Something beside tables. */
  record OfObject(@Nullable SchemaObject before, @Nullable SchemaObject after)
      implements Difference {
    @Override
    public @Nullable TableName table() {
      return either(after, before).table();
    }

    @Override
    public String subject() {
      SchemaObject one = either(after, before);
      return one.kind().words()
          + " "
          + one.name()
          + (one.table() == null ? "" : " of " + one.table());
    }

    @Override
    public String detail() {
      return PartText.difference(before, after);
    }
  }

  private static <T> Set<String> ofBoth(
      @Nullable T before, @Nullable T after, Function<T, String> subject) {
    Set<String> subjects = new HashSet<>();
    if (before != null) {
      subjects.add(subject.apply(before));
    }
    if (after != null) {
      subjects.add(subject.apply(after));
    }
    return subjects;
  }

  private static <T> T either(@Nullable T one, @Nullable T other) {
    return one != null ? one : requireNonNull(other, "neither side has it");
  }
}
