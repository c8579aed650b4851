package io.schemachain.dialect.h2;

import io.schemachain.introspect.SchemaDraft;
import io.schemachain.introspect.Scope;
import io.schemachain.model.Names;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.TableName;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The names of the catalog as the model has them. */
final class H2CatalogNames {
  static final String NOT_WRITABLE = "no document can have such a name";

  /** What H2 makes of the name of a table where a constraint or an index has none. */
  private static final Pattern MADE_UP =
      Pattern.compile("(CONSTRAINT|INDEX|PRIMARY_KEY)_[0-9A-F]{1,8}(_[0-9]+)?");

  private final H2Dialect dialect;
  private final Scope scope;

  H2CatalogNames(H2Dialect dialect, Scope scope) {
    this.dialect = dialect;
    this.scope = scope;
  }

  /** Empty where a document has no way to write it. */
  Optional<String> of(String name) {
    return name.isEmpty() || Names.hasControl(name) ? Optional.empty() : dialect.nameOf(name);
  }

  /** Empty where a document has no way to write it. */
  Optional<TableName> of(String schema, String name) {
    Optional<String> own = of(name);
    if (scope.inModel(schema) == null) {
      return own.map(TableName::of);
    }
    return of(schema).flatMap(there -> own.map(here -> new TableName(there, here)));
  }

  /** In the words of the catalog, with its schema where that is not the default one. */
  String shown(String schema, String name) {
    String there = scope.inModel(schema);
    return there == null ? name : there + "." + name;
  }

  /** An expression as people write it. */
  String expression(String sql) {
    return H2CatalogText.expression(sql, scope.defaultSchema());
  }

  /** The name of something of a table, noted as made up where H2 made it. */
  @Nullable String ofPart(SchemaDraft draft, TableName table, ObjectKind kind, String name) {
    String own = of(name).orElse(null);
    if (own == null) {
      draft.leaveOut(kind.words(), name + " of " + table, NOT_WRITABLE);
    } else if (MADE_UP.matcher(name).matches()) {
      draft.madeUp(table, kind, own);
    }
    return own;
  }
}
