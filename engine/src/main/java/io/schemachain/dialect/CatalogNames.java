package io.schemachain.dialect;

import static java.util.Objects.requireNonNull;

import io.schemachain.introspect.CatalogRow;
import io.schemachain.introspect.SchemaDraft;
import io.schemachain.introspect.Scope;
import io.schemachain.introspect.TableDraft;
import io.schemachain.model.Column;
import io.schemachain.model.Names;
import io.schemachain.model.Namespace;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The names of a catalog as the model has them. */
public class CatalogNames {
  public static final String NOT_WRITABLE = "no document can have such a name";

  private final Dialect dialect;
  private final Scope scope;

  public CatalogNames(Dialect dialect, Scope scope) {
    this.dialect = requireNonNull(dialect, "dialect");
    this.scope = requireNonNull(scope, "scope");
  }

  public final Dialect dialect() {
    return dialect;
  }

  /** Empty where a document has no way to write it. */
  public final Optional<String> of(String name) {
    return name.isEmpty() || Names.hasControl(name) ? Optional.empty() : dialect.nameOf(name);
  }

  /** Empty where a document has no way to write it. */
  public final Optional<TableName> of(String schema, String name) {
    Optional<String> own = of(name);
    if (scope.inModel(schema) == null) {
      return own.map(TableName::of);
    }
    return of(schema).flatMap(there -> own.map(here -> new TableName(there, here)));
  }

  /** In the words of the catalog, with its schema where that is not the default one. */
  public final String shown(String schema, String name) {
    String there = scope.inModel(schema);
    return there == null ? name : there + "." + name;
  }

  protected final Scope scope() {
    return scope;
  }

  /** Adds a schema, unless it is the default one. */
  public final void schema(SchemaDraft draft, String schema) {
    String name = of(schema).orElse(null);
    if (name == null) {
      draft.leaveOut("schema", schema, NOT_WRITABLE);
    } else if (scope.inModel(schema) != null) {
      draft.add(new Namespace(name));
    }
  }

  /**
   * The name of a constraint or an index of a table, noted where the server made it up; null where
   * no document can have it, which is noted too.
   */
  public final @Nullable String ofPart(
      SchemaDraft draft, TableName table, ObjectKind kind, String name, boolean madeUp) {
    String own = of(name).orElse(null);
    if (own == null) {
      draft.leaveOut(kind.words(), name + " of " + table, NOT_WRITABLE);
    } else if (madeUp) {
      draft.madeUp(table, kind, own);
    }
    return own;
  }

  /**
   * The columns of a table that rows name, in the order of the rows; null where one of them was
   * left out, or there are none.
   */
  public final @Nullable List<String> columns(TableDraft table, List<CatalogRow> rows) {
    List<String> own = new ArrayList<>(rows.size());
    for (CatalogRow row : rows) {
      Column column = of(row.text("column_name")).map(table::column).orElse(null);
      if (column == null) {
        return null;
      }
      own.add(column.name());
    }
    return own.isEmpty() ? null : own;
  }
}
