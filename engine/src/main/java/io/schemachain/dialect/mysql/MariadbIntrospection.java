package io.schemachain.dialect.mysql;

import io.schemachain.introspect.CatalogQuery;
import io.schemachain.introspect.CatalogRow;
import io.schemachain.introspect.CatalogRows;
import io.schemachain.introspect.Kinds;
import io.schemachain.introspect.SchemaDraft;
import io.schemachain.introspect.Scope;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.Sequence;
import io.schemachain.model.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The same but for what MariaDB's catalog says differently. */
final class MariadbIntrospection extends MysqlIntrospection {
  private static final String SEQUENCES = "sequences";

  private final MariadbDialect dialect;

  MariadbIntrospection(MariadbDialect dialect) {
    super(dialect);
    this.dialect = dialect;
  }

  @Override
  MysqlCatalogQueries catalogQueries() {
    return new MariadbCatalogQueries(dialect);
  }

  @Override
  MysqlCatalogSql catalogSql(Scope scope) {
    return new MariadbCatalogSql(dialect, scope.defaultSchema());
  }

  @Override
  boolean isMadeUpCheck(String name, String table) {
    return name.matches("CONSTRAINT_\\d+");
  }

  /** JSON is a name for LONGTEXT with this check. */
  @Override
  boolean isJson(CatalogRow check) {
    String column = check.text("constraint_name");
    return check.flag("of_column")
        && check.text("check_clause").equals("json_valid(`" + column.replace("`", "``") + "`)");
  }

  // Sequences

  @Override
  public Kinds kinds() {
    return new Kinds(
        Set.of(ObjectKind.VIEW, ObjectKind.SCHEMA, ObjectKind.SEQUENCE), Set.of(ObjectKind.VIEW));
  }

  /**
   * The catalog has their names; what they are is in each of them, which is a table of one row:
   * mariadb.com/kb/en/create-sequence. One query asks them all.
   */
  @Override
  public @Nullable CatalogQuery followUp(Scope scope, CatalogRows rows) {
    List<String> parts = new ArrayList<>();
    for (CatalogRow row : rows.of(MysqlCatalogQueries.TABLES)) {
      String schema = row.text("table_schema");
      if (row.text("table_type").equals("SEQUENCE") && scope.schemas().contains(schema)) {
        String name = row.text("table_name");
        parts.add(
            dialect
                .sql()
                .format(
                    "SELECT $S AS table_schema, $S AS table_name, start_value, increment,"
                        + " minimum_value, maximum_value, cycle_option, cache_size FROM $L.$L",
                    schema,
                    name,
                    dialect.identifiers().alwaysQuote(schema),
                    dialect.identifiers().alwaysQuote(name)));
      }
    }
    return parts.isEmpty()
        ? null
        : new CatalogQuery(SEQUENCES, String.join("\nUNION ALL\n", parts));
  }

  /** None at a time is one at a time. */
  private static @Nullable Long cache(CatalogRow row) {
    Long cache = row.findLong("cache_size");
    return cache == null || cache > 0 ? cache : (Long) 1L;
  }

  @Override
  void sequences(Scope scope, CatalogRows rows, SchemaDraft draft) {
    if (!rows.has(SEQUENCES)) {
      return;
    }
    for (CatalogRow row : rows.of(SEQUENCES)) {
      TableName name =
          new TableName(scope.inModel(row.text("table_schema")), row.text("table_name"));
      Sequence all =
          new Sequence(
              name,
              row.findLong("start_value"),
              Long.parseLong(row.text("increment")),
              row.findLong("minimum_value"),
              row.findLong("maximum_value"),
              row.flag("cycle_option"),
              cache(row));
      draft.add(MariadbSequences.plain(all));
    }
  }
}
