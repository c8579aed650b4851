package io.schemachain.golden;

import io.schemachain.dialect.SqlStatement;
import io.schemachain.testdb.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Runs statements and tells what they did to the tables that were there before. */
interface Meter {
  /**
   * @param database to look at from outside, which {@code connection} is of
   */
  List<Measurement> run(TestDatabase database, Connection connection, List<SqlStatement> statements)
      throws SQLException;
}
