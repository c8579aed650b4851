package io.schemachain.introspect;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.Check;
import io.schemachain.model.Column;
import io.schemachain.model.Constraint;
import io.schemachain.model.Exclusion;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Index;
import io.schemachain.model.Names;
import io.schemachain.model.Options;
import io.schemachain.model.Partitioning;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.model.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table while its parts are gathered from the rows of several queries. */
public final class TableDraft {
  private final TableName name;
  private final List<Column> columns = new ArrayList<>();
  private @Nullable PrimaryKey primaryKey;
  private final List<UniqueConstraint> uniqueConstraints = new ArrayList<>();
  private final List<ForeignKey> foreignKeys = new ArrayList<>();
  private final List<Check> checks = new ArrayList<>();
  private final List<Exclusion> exclusions = new ArrayList<>();
  private final List<Index> indexes = new ArrayList<>();
  private @Nullable String comment;
  private Options options = Options.none();
  private @Nullable Partitioning partitioning;

  TableDraft(TableName name) {
    this.name = requireNonNull(name, "name");
  }

  public TableName name() {
    return name;
  }

  public TableDraft add(Column column) {
    columns.add(column);
    return this;
  }

  /** The columns so far, in the order of the database. */
  public List<Column> columns() {
    return columns;
  }

  /** The column of that name; null where the table has none, or it was left out. */
  public @Nullable Column column(String wanted) {
    for (Column column : columns) {
      if (Names.same(column.name(), wanted)) {
        return column;
      }
    }
    return null;
  }

  public TableDraft add(Constraint constraint) {
    if (constraint instanceof PrimaryKey key) {
      primaryKey = key;
    } else if (constraint instanceof UniqueConstraint unique) {
      uniqueConstraints.add(unique);
    } else if (constraint instanceof ForeignKey key) {
      foreignKeys.add(key);
    } else if (constraint instanceof Exclusion exclusion) {
      exclusions.add(exclusion);
    } else {
      checks.add((Check) constraint);
    }
    return this;
  }

  /** The constraints so far. */
  public List<Constraint> constraints() {
    return table().constraints();
  }

  public TableDraft add(Index index) {
    indexes.add(index);
    return this;
  }

  public TableDraft comment(@Nullable String value) {
    comment = value == null || value.isEmpty() ? null : value;
    return this;
  }

  public TableDraft options(Options value) {
    options = value;
    return this;
  }

  public TableDraft partitioning(@Nullable Partitioning value) {
    partitioning = value;
    return this;
  }

  /** The table as far as it is gathered. */
  public Table table() {
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
        partitioning);
  }
}
