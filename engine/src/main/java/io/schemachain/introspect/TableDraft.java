package io.schemachain.introspect;

import io.schemachain.model.Column;
import io.schemachain.model.Constraint;
import io.schemachain.model.Index;
import io.schemachain.model.Names;
import io.schemachain.model.Options;
import io.schemachain.model.Partitioning;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table while its parts are gathered from the rows of several queries. */
public final class TableDraft {
  private final List<Column> columns = new ArrayList<>();

  /** All but the columns, of which there are many. */
  private Table rest;

  TableDraft(TableName name) {
    this.rest = Table.of(name, List.of());
  }

  public TableName name() {
    return rest.name();
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
    rest = rest.plus(constraint);
    return this;
  }

  /** The constraints so far. */
  public List<Constraint> constraints() {
    return rest.constraints();
  }

  public TableDraft add(Index index) {
    rest = rest.plus(index);
    return this;
  }

  public TableDraft comment(@Nullable String value) {
    rest = rest.withComment(value == null || value.isEmpty() ? null : value);
    return this;
  }

  public TableDraft options(Options value) {
    rest = rest.withOptions(value);
    return this;
  }

  public TableDraft partitioning(@Nullable Partitioning value) {
    rest = rest.withPartitioning(value);
    return this;
  }

  /** The table as far as it is gathered. */
  public Table table() {
    return rest.withColumns(columns);
  }
}
