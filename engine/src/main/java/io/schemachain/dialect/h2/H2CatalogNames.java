package io.schemachain.dialect.h2;

import io.schemachain.dialect.CatalogNames;
import io.schemachain.introspect.SchemaDraft;
import io.schemachain.introspect.Scope;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.TableName;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The names of the catalog as the model has them, and those that H2 makes up. */
final class H2CatalogNames extends CatalogNames {
  /** What H2 makes of the name of a table where a constraint or an index has none. */
  private static final Pattern MADE_UP =
      Pattern.compile("(CONSTRAINT|INDEX|PRIMARY_KEY)_[0-9A-F]{1,8}(_[0-9]+)?");

  H2CatalogNames(H2Dialect dialect, Scope scope) {
    super(dialect, scope);
  }

  /** An expression as people write it. */
  String expression(String sql) {
    return H2CatalogText.expression(sql, scope().defaultSchema());
  }

  /** The name of something of a table, noted as made up where H2 made it. */
  @Nullable String ofPart(SchemaDraft draft, TableName table, ObjectKind kind, String name) {
    return ofPart(draft, table, kind, name, MADE_UP.matcher(name).matches());
  }
}
