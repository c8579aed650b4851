package io.schemachain.dialect.sqlite;

import io.schemachain.dialect.SqlCursor;
import io.schemachain.dialect.SqlSyntaxException;
import io.schemachain.dialect.StoredForm;
import io.schemachain.model.Check;
import io.schemachain.model.Column;
import io.schemachain.model.DataType;
import io.schemachain.model.Identity;
import io.schemachain.model.Index;
import io.schemachain.model.IndexPart;
import io.schemachain.model.Options;
import io.schemachain.model.Schema;
import io.schemachain.model.SchemaObject;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.model.View;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the catalog keeps: texts, as they were written. */
final class SqliteStored extends StoredForm {
  private static final String BINARY = "binary";

  private final SqliteDdl ddl;

  SqliteStored(SqliteDialect dialect) {
    super(dialect);
    Schema none = Schema.empty(dialect.nameScopes());
    this.ddl = new SqliteDdl(dialect, none, none);
  }

  /** An identity is INTEGER whatever it was, and a STRICT table has words of its own. */
  @Override
  protected Column column(Column column, Table table) {
    return super.column(column, table)
        .withType(new DataType.Native(nativeType(ddl.typeOf(table, column))));
  }

  /** The counter is in another table, and moves with the rows. */
  @Override
  protected Identity identity(Identity identity) {
    return new Identity(false, 1L, 1L);
  }

  @Override
  protected @Nullable String collation(Column column) {
    return folded(column.collation());
  }

  private static @Nullable String folded(@Nullable String collation) {
    String folded = collation == null ? BINARY : collation.toLowerCase(Locale.ROOT);
    return folded.equals(BINARY) ? null : folded;
  }

  /** An enum is a check of its column. */
  @Override
  public @Nullable Check impliedCheck(TableName table, Column column) {
    return column.type() instanceof DataType.Enumeration
        ? new Check("enum of " + column.name(), ddl.isOneOf(column))
        : null;
  }

  /** A collation that the column has is none of the index. */
  @Override
  protected Index index(Index index, Table table) {
    return super.index(index.withParts(each(index.parts(), part -> part(part, table))), table);
  }

  private static IndexPart part(IndexPart part, Table table) {
    IndexPart.Options options = part.options();
    String collation = options.collation();
    if (part instanceof IndexPart.ColumnPart key) {
      String own = table.column(key.column()).map(Column::collation).orElse(null);
      if (collation != null && Objects.equals(folded(collation), folded(own))) {
        collation = null;
      }
    }
    collation = collation == null ? null : collation.toLowerCase(Locale.ROOT);
    return part.withOptions(new IndexPart.Options(options.descending(), null, collation, null));
  }

  @Override
  protected Options options(Options options) {
    return SqliteOptions.of(options.is("strict", "true"), options.is("without_rowid", "true"));
  }

  @Override
  protected SchemaObject of(SchemaObject object) {
    if (!(object instanceof View view)) {
      return object;
    }
    return new View(view.name(), false, view.columns(), null, spaced(view.sql()), null);
  }

  private String spaced(String sql) {
    try {
      return SqlCursor.spaced(sql, dialect().lexis()).replaceFirst("(?<!;)(?: ?;)++$", "");
    } catch (SqlSyntaxException e) {
      return sql.strip();
    }
  }
}
