package io.schemachain.dialect.mysql;

import io.schemachain.introspect.CatalogRow;
import io.schemachain.introspect.Scope;

/** The same but for what MariaDB's catalog says differently. */
final class MariadbIntrospection extends MysqlIntrospection {
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
}
