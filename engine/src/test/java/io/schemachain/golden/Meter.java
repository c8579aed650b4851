package io.schemachain.golden;

import io.schemachain.dialect.SqlStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Runs statements and tells what they did to the tables that were there before. */
interface Meter {
  List<Measurement> run(Connection connection, List<SqlStatement> statements) throws SQLException;
}
