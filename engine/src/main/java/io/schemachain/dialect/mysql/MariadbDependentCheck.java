package io.schemachain.dialect.mysql;

import io.schemachain.model.Index;
import io.schemachain.model.TableName;
import java.util.List;
import java.util.Set;

/** MariaDB's catalog says of which table a check is, and whether an index is ignored. */
final class MariadbDependentCheck extends MysqlDependentCheck {
  /** LOWER and UPPER become LCASE and UCASE. */
  private static final Set<String> FUNCTIONS =
      Set.of("LENGTH", "CHAR_LENGTH", "COALESCE", "CONCAT", "ABS");

  private final MysqlDialect dialect;

  MariadbDependentCheck(MysqlDialect dialect) {
    super(dialect, FUNCTIONS);
    this.dialect = dialect;
  }

  @Override
  List<String> visibility(Index index) {
    return dialect.features().hiddenIndexes()
        ? List.of("IGNORED = " + (index.options().is("ignored", "true") ? "'YES'" : "'NO'"))
        : List.of();
  }

  @Override
  String checkRows(TableName table, String check) {
    return dialect
        .sql()
        .format(
            "information_schema.CHECK_CONSTRAINTS\n  WHERE CONSTRAINT_SCHEMA = $L AND TABLE_NAME ="
                + " $S AND CONSTRAINT_NAME = $S AND LEVEL = 'Table'",
            dialect.schemaOf(table),
            table.name(),
            check);
  }
}
