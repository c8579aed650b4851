package io.schemachain.dialect.mysql;

/** MariaDB's catalog shows defaults as SQL. */
final class MariadbColumnCheck extends MysqlColumnCheck {
  MariadbColumnCheck(MysqlDialect dialect) {
    super(dialect);
  }

  @Override
  String noDefault() {
    return "COALESCE(c.COLUMN_DEFAULT, 'NULL') = 'NULL'";
  }

  @Override
  String shownText(String text) {
    return string(text);
  }

  @Override
  String shownUuid() {
    return dialect().features().uuid() ? "uuid" : super.shownUuid();
  }

  @Override
  String shownJson() {
    return "longtext";
  }
}
