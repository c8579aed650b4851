package io.schemachain.dialect.mysql;

import io.schemachain.model.Column;
import io.schemachain.model.DataType;
import io.schemachain.model.TypeKind;
import java.util.List;

/** MariaDB's catalog shows defaults as SQL, and a check of a column goes with its definition. */
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

  /** The type json is one there, of a text with a check; a native type may bring one. */
  @Override
  List<String> more(Column column) {
    return column.type().is(TypeKind.JSON) || column.type() instanceof DataType.Native
        ? List.of()
        : List.of(
            "NOT EXISTS (SELECT 1 FROM information_schema.CHECK_CONSTRAINTS k"
                + " WHERE k.CONSTRAINT_SCHEMA = c.TABLE_SCHEMA AND k.TABLE_NAME = c.TABLE_NAME"
                + " AND k.CONSTRAINT_NAME = c.COLUMN_NAME AND k.LEVEL = 'Column')");
  }
}
