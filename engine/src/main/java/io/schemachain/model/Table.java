package io.schemachain.model;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A table with all that belongs to it. Lists keep the order of the database.
 *
 * @param partitioning how its rows are divided; null where they are not
 */
public record Table(
    TableName name,
    List<Column> columns,
    @Nullable PrimaryKey primaryKey,
    List<UniqueConstraint> uniqueConstraints,
    List<ForeignKey> foreignKeys,
    List<Check> checks,
    List<Exclusion> exclusions,
    List<Index> indexes,
    @Nullable String comment,
    Options options,
    @Nullable Partitioning partitioning) {

  public Table {
    requireNonNull(name, "name");
    columns = List.copyOf(columns);
    uniqueConstraints = List.copyOf(uniqueConstraints);
    foreignKeys = List.copyOf(foreignKeys);
    checks = List.copyOf(checks);
    exclusions = List.copyOf(exclusions);
    indexes = List.copyOf(indexes);
    requireNonNull(options, "options");
  }

  /** A table of columns and nothing else. */
  public static Table of(TableName name, List<Column> columns) {
    return new Table(
        name,
        columns,
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        Options.none(),
        null);
  }

  public Optional<Column> column(String column) {
    for (Column candidate : columns) {
      if (Names.same(candidate.name(), column)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  /** All constraints: primary key, unique, foreign keys, checks. */
  public List<Constraint> constraints() {
    List<Constraint> all = new ArrayList<>();
    if (primaryKey != null) {
      all.add(primaryKey);
    }
    all.addAll(uniqueConstraints);
    all.addAll(foreignKeys);
    all.addAll(checks);
    all.addAll(exclusions);
    return all;
  }

  /** All constraints of a name: some databases have names of their own for each kind. */
  public List<Constraint> constraints(String constraint) {
    return constraints().stream().filter(c -> Names.same(c.name(), constraint)).toList();
  }

  public Optional<Constraint> constraint(ObjectKind kind, String constraint) {
    return constraints(constraint).stream().filter(c -> ObjectKind.of(c) == kind).findFirst();
  }

  /** The foreign key of that name, which the caller knows to exist. */
  public ForeignKey requireForeignKey(String key) {
    return (ForeignKey) constraint(ObjectKind.FOREIGN_KEY, key).orElseThrow();
  }

  public Optional<Index> index(String index) {
    for (Index candidate : indexes) {
      if (Names.same(candidate.name(), index)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  /** The columns of the primary key, none if it has none. */
  public List<String> primaryKeyColumns() {
    return primaryKey == null ? List.of() : primaryKey.columns();
  }

  public Table withName(TableName value) {
    return new Table(
        value,
        columns,
        primaryKey,
        uniqueConstraints,
        foreignKeys,
        checks,
        exclusions,
        indexes,
        comment,
        options,
        partitioning);
  }

  public Table withColumns(List<Column> value) {
    return new Table(
        name,
        value,
        primaryKey,
        uniqueConstraints,
        foreignKeys,
        checks,
        exclusions,
        indexes,
        comment,
        options,
        partitioning);
  }

  public Table withPrimaryKey(@Nullable PrimaryKey value) {
    return new Table(
        name,
        columns,
        value,
        uniqueConstraints,
        foreignKeys,
        checks,
        exclusions,
        indexes,
        comment,
        options,
        partitioning);
  }

  public Table withUniqueConstraints(List<UniqueConstraint> value) {
    return new Table(
        name,
        columns,
        primaryKey,
        value,
        foreignKeys,
        checks,
        exclusions,
        indexes,
        comment,
        options,
        partitioning);
  }

  public Table withForeignKeys(List<ForeignKey> value) {
    return new Table(
        name,
        columns,
        primaryKey,
        uniqueConstraints,
        value,
        checks,
        exclusions,
        indexes,
        comment,
        options,
        partitioning);
  }

  public Table withChecks(List<Check> value) {
    return new Table(
        name,
        columns,
        primaryKey,
        uniqueConstraints,
        foreignKeys,
        value,
        exclusions,
        indexes,
        comment,
        options,
        partitioning);
  }

  public Table withExclusions(List<Exclusion> value) {
    return new Table(
        name,
        columns,
        primaryKey,
        uniqueConstraints,
        foreignKeys,
        checks,
        value,
        indexes,
        comment,
        options,
        partitioning);
  }

  public Table withIndexes(List<Index> value) {
    return new Table(
        name,
        columns,
        primaryKey,
        uniqueConstraints,
        foreignKeys,
        checks,
        exclusions,
        value,
        comment,
        options,
        partitioning);
  }

  public Table withComment(@Nullable String value) {
    return new Table(
        name,
        columns,
        primaryKey,
        uniqueConstraints,
        foreignKeys,
        checks,
        exclusions,
        indexes,
        value,
        options,
        partitioning);
  }

  public Table withOptions(Options value) {
    return new Table(
        name,
        columns,
        primaryKey,
        uniqueConstraints,
        foreignKeys,
        checks,
        exclusions,
        indexes,
        comment,
        value,
        partitioning);
  }

  public Table withPartitioning(@Nullable Partitioning value) {
    return new Table(
        name,
        columns,
        primaryKey,
        uniqueConstraints,
        foreignKeys,
        checks,
        exclusions,
        indexes,
        comment,
        options,
        value);
  }

  /** The table with one column replaced in its place; all others as they are. */
  public Table withColumn(String column, UnaryOperator<Column> change) {
    List<Column> changed = new ArrayList<>(columns.size());
    for (Column candidate : columns) {
      changed.add(Names.same(candidate.name(), column) ? change.apply(candidate) : candidate);
    }
    return withColumns(changed);
  }

  /** The table with a constraint in the place of another of its kind. */
  public Table replace(Constraint constraint, Constraint changed) {
    return minus(constraint).plus(changed);
  }

  /** The table with a constraint more. */
  public Table plus(Constraint constraint) {
    if (constraint instanceof PrimaryKey key) {
      return withPrimaryKey(key);
    }
    if (constraint instanceof UniqueConstraint unique) {
      return withUniqueConstraints(append(uniqueConstraints, unique));
    }
    if (constraint instanceof ForeignKey foreignKey) {
      return withForeignKeys(append(foreignKeys, foreignKey));
    }
    if (constraint instanceof Exclusion exclusion) {
      return withExclusions(append(exclusions, exclusion));
    }
    return withChecks(append(checks, (Check) constraint));
  }

  /** The table without the constraint of this kind and name. */
  public Table minus(Constraint constraint) {
    return new Table(
        name,
        columns,
        constraint instanceof PrimaryKey ? null : primaryKey,
        constraint instanceof UniqueConstraint
            ? without(uniqueConstraints, constraint)
            : uniqueConstraints,
        constraint instanceof ForeignKey ? without(foreignKeys, constraint) : foreignKeys,
        constraint instanceof Check ? without(checks, constraint) : checks,
        constraint instanceof Exclusion ? without(exclusions, constraint) : exclusions,
        indexes,
        comment,
        options,
        partitioning);
  }

  public Table plus(Index index) {
    return withIndexes(append(indexes, index));
  }

  /** The table without the index of this name. */
  public Table minus(Index index) {
    List<Index> shorter = new ArrayList<>(indexes.size());
    for (Index other : indexes) {
      if (!other.name().equals(index.name())) {
        shorter.add(other);
      }
    }
    return withIndexes(shorter);
  }

  /** Whether both are the same table, whatever the order of their parts. */
  @SuppressWarnings("ReferenceEquality") // schemas share tables that did not change
  public boolean isEquivalentTo(Table other) {
    if (this == other) {
      return true;
    }
    return name.equals(other.name)
        && Objects.equals(primaryKey, other.primaryKey)
        && Objects.equals(comment, other.comment)
        && options.equals(other.options)
        && (partitioning == null
            ? other.partitioning == null
            : partitioning.isEquivalentTo(other.partitioning))
        && new HashSet<>(columns).equals(new HashSet<>(other.columns))
        && new HashSet<>(uniqueConstraints).equals(new HashSet<>(other.uniqueConstraints))
        && new HashSet<>(foreignKeys).equals(new HashSet<>(other.foreignKeys))
        && new HashSet<>(checks).equals(new HashSet<>(other.checks))
        && new HashSet<>(exclusions).equals(new HashSet<>(other.exclusions))
        && new HashSet<>(indexes).equals(new HashSet<>(other.indexes));
  }

  private static <T> List<T> append(List<T> list, T element) {
    List<T> longer = new ArrayList<>(list);
    longer.add(element);
    return longer;
  }

  private static <T extends Constraint> List<T> without(List<T> list, Constraint gone) {
    List<T> shorter = new ArrayList<>(list.size());
    for (T constraint : list) {
      if (!constraint.name().equals(gone.name())) {
        shorter.add(constraint);
      }
    }
    return shorter;
  }
}
