package io.schemachain.apply;

import static java.util.Objects.requireNonNull;

import io.schemachain.dialect.Dialect;
import io.schemachain.introspect.CatalogQuery;
import io.schemachain.introspect.CatalogRow;
import io.schemachain.introspect.CatalogRows;
import io.schemachain.introspect.Introspected;
import io.schemachain.introspect.Introspection;
import io.schemachain.introspect.Scope;
import io.schemachain.model.TableName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks the catalog what a dialect wants to know of it. */
final class CatalogReader {
  private static final int FETCH_SIZE = 1000;

  private final Database database;

  CatalogReader(Database database) {
    this.database = requireNonNull(database, "database");
  }

  /**
   * @param schemas names of the model, beside the schema of the session
   */
  Introspected read(Collection<String> schemas) throws SQLException {
    return read(database.connection(), database.dialect(), scope(schemas));
  }

  private Scope scope(Collection<String> schemas) throws SQLException {
    Dialect dialect = database.dialect();
    String named = dialect.identifiers().defaultSchema();
    String current =
        named == null
            ? requireNonNull(database.strings(dialect.currentSchema()).get(0), "schema")
            : dialect.inCatalog(named);
    return new Scope(current, schemas.stream().map(dialect::inCatalog).toList());
  }

  /** How large tables of the model are, as rows of {@link Introspection#sizes}. */
  List<TableSize> sizes(List<TableName> tables) throws SQLException {
    Dialect dialect = database.dialect();
    Set<String> schemas = new LinkedHashSet<>();
    tables.forEach(
        table -> {
          if (table.schema() != null) {
            schemas.add(table.schema());
          }
        });
    Scope scope = scope(schemas);
    Map<TableName, TableName> inCatalog = new LinkedHashMap<>();
    for (TableName table : tables) {
      String schema =
          table.schema() == null ? scope.defaultSchema() : dialect.inCatalog(table.schema());
      inCatalog.put(new TableName(schema, dialect.inCatalog(table.name())), table);
    }
    List<TableSize> sizes = new ArrayList<>();
    try (Statement statement = database.connection().createStatement()) {
      statement.setEscapeProcessing(false);
      Introspection introspection = dialect.introspection();
      Scope there = existing(statement, introspection, scope);
      CatalogQuery query = introspection.sizes(there, List.copyOf(inCatalog.keySet()));
      for (CatalogRow row : rows(statement, query)) {
        TableName table =
            inCatalog.get(new TableName(row.text("table_schema"), row.text("table_name")));
        if (table != null) {
          sizes.add(new TableSize(table, row.findLong("row_count"), row.findLong("byte_count")));
        }
      }
    }
    return sizes;
  }

  static Introspected read(Connection connection, Dialect dialect, Scope scope)
      throws SQLException {
    Introspection introspection = dialect.introspection();
    Map<String, List<CatalogRow>> rows = new HashMap<>();
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.setFetchSize(FETCH_SIZE);
      Scope there = existing(statement, introspection, scope);
      for (CatalogQuery query : introspection.queries(there)) {
        rows.put(query.name(), rows(statement, query));
      }
      CatalogQuery followUp = introspection.followUp(there, new CatalogRows(rows));
      if (followUp != null) {
        rows.put(followUp.name(), rows(statement, followUp));
      }
      return introspection.read(there, new CatalogRows(rows));
    }
  }

  private static Scope existing(Statement statement, Introspection introspection, Scope scope)
      throws SQLException {
    CatalogQuery schemas = introspection.schemas();
    return schemas == null
        ? scope
        : scope.among(rows(statement, schemas).stream().map(row -> row.text("name")).toList());
  }

  private static List<CatalogRow> rows(Statement statement, CatalogQuery query)
      throws SQLException {
    List<CatalogRow> all = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(query.sql())) {
      ResultSetMetaData metaData = rows.getMetaData();
      List<String> labels = new ArrayList<>();
      for (int i = 1; i <= metaData.getColumnCount(); i++) {
        labels.add(metaData.getColumnLabel(i));
      }
      Map<String, Integer> places = CatalogRow.places(labels);
      while (rows.next()) {
        @Nullable String[] values = new @Nullable String[labels.size()];
        for (int i = 0; i < values.length; i++) {
          values[i] = rows.getString(i + 1);
        }
        all.add(new CatalogRow(places, values));
      }
    } catch (SQLException e) {
      throw new SQLException(e.getMessage() + " (" + query.name() + ")", e.getSQLState(), e);
    }
    return all;
  }
}
