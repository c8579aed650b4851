package io.schemachain.dialect.postgresql;

import io.schemachain.introspect.CatalogRow;
import io.schemachain.model.Index;
import io.schemachain.model.IndexPart;
import io.schemachain.model.NullsOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An index from the rows of its parts. */
final class PostgresqlIndexReader {
  Index read(List<CatalogRow> rows) {
    CatalogRow first = rows.get(0);
    List<IndexPart> parts = new ArrayList<>();
    List<String> include = new ArrayList<>();
    for (CatalogRow row : rows) {
      if (row.flag("included")) {
        include.add(row.text("column"));
      } else {
        parts.add(part(row));
      }
    }
    String method = first.text("method");
    String predicate = first.find("predicate");
    return new Index(
        first.text("name"),
        parts,
        first.flag("unique"),
        predicate == null ? null : PostgresqlReading.bare(predicate),
        method.equals("btree") ? null : method,
        include,
        first.flag("nulls_not_distinct"),
        PostgresqlReading.options(Map.of(), first.find("options"), first.find("tablespace")));
  }

  private static IndexPart part(CatalogRow row) {
    boolean descending = row.flag("descending");
    IndexPart.Options options =
        new IndexPart.Options(
            descending,
            nulls(descending, row.flag("nulls_first")),
            row.find("collation"),
            row.find("operator_class"));
    String expression = row.find("expression");
    return expression == null
        ? new IndexPart.ColumnPart(row.text("column"), null, options)
        : new IndexPart.ExpressionPart(PostgresqlReading.bare(expression), options);
  }

  /** Null where they stand there by themselves: they are the greatest. */
  private static @Nullable NullsOrder nulls(boolean descending, boolean first) {
    if (descending == first) {
      return null;
    }
    return first ? NullsOrder.FIRST : NullsOrder.LAST;
  }
}
