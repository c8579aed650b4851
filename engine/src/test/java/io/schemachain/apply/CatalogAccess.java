package io.schemachain.apply;

import io.schemachain.dialect.Dialect;
import io.schemachain.introspect.Introspected;
import io.schemachain.introspect.Scope;
import io.schemachain.model.Schema;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads a catalog over a connection that a test has made. */
public final class CatalogAccess {
  private CatalogAccess() {}

  /** The schema of the session and all that the model names. */
  public static Scope scope(Connection connection, Dialect dialect, Schema schema)
      throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(dialect.currentSchema())) {
      rows.next();
      return new Scope(
          rows.getString(1),
          Stream.concat(
                  schema.tables().stream().map(Table::name),
                  schema.objects().stream()
                      .flatMap(
                          object ->
                              Stream.of(
                                  object.name(),
                                  new TableName(object.name().name(), object.name().name()))))
              .map(TableName::schema)
              .filter(Objects::nonNull)
              .map(dialect::inCatalog)
              .toList());
    }
  }

  public static Introspected read(Connection connection, Dialect dialect, Schema schema)
      throws SQLException {
    return CatalogReader.read(connection, dialect, scope(connection, dialect, schema));
  }

  public static Introspected read(Connection connection, Dialect dialect, Scope scope)
      throws SQLException {
    return CatalogReader.read(connection, dialect, scope);
  }
}
