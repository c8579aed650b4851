package io.schemachain.introspect;

import io.schemachain.model.ObjectKind;
import io.schemachain.model.TableName;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the catalog of a database is read. Two pure functions, so that recorded rows test it without
 * a server.
 */
public interface Introspection {
  /**
   * A query for the names of the schemas that there are, for databases where the other queries fail
   * on one that is not there; null elsewhere.
   */
  default @Nullable CatalogQuery schemas() {
    return null;
  }

  /** A fixed number of queries for whole schemas, never one for each table. */
  List<CatalogQuery> queries(Scope scope);

  /**
   * A last query, which can only be written when the others were answered: for what a catalog has
   * the names of alone.
   *
   * @return null for none
   */
  default @Nullable CatalogQuery followUp(Scope scope, CatalogRows rows) {
    return null;
  }

  /**
   * A query for the sizes of tables: {@code table_schema}, {@code table_name}, {@code row_count} as
   * the database estimates it, null where it never did, and {@code byte_count} with indexes, null
   * where it does not tell.
   *
   * @param tables as the catalog spells them, for databases that cannot be asked for all at once
   */
  CatalogQuery sizes(Scope scope, List<TableName> tables);

  /** What the rows say in the model. What it does not hold is left out, and named. */
  Introspected read(Scope scope, CatalogRows rows);

  /**
   * The kinds of objects, beside tables and their parts, that are read with all that the model says
   * of them, or as the database rewords it. Others are among what is left out, and are compared
   * with nothing.
   */
  Kinds kinds();

  /**
   * The kinds of objects whose names are read and nothing else: what is left out has all of them,
   * and no two of one kind share a name.
   */
  default Set<ObjectKind> named() {
    return Set.of();
  }
}
