package io.schemachain.command;

import io.schemachain.command.HostileProject.Place;
import io.schemachain.command.HostileProject.Use;
import io.schemachain.testdb.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads texts back from a database, by queries of the database and none of ours. */
final class HostileCatalog {
  private static final String BARE = "[a-z_][a-z0-9_]*";

  private final String dialect;
  private final Connection connection;
  private final Map<Place, Set<String>> names = new EnumMap<>(Place.class);

  HostileCatalog(TestDatabase database, Connection connection) {
    this.dialect = database.dialect();
    this.connection = connection;
  }

  static void prepare(TestDatabase database) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE canary (id INTEGER)");
      statement.execute("INSERT INTO canary VALUES (1)");
    }
  }

  /** Whether nothing happened to what no text may reach. */
  boolean canaryLives() throws SQLException {
    return strings("SELECT id FROM canary").equals(List.of("1"));
  }

  /** Whether the text is in its place, to the last character. */
  boolean has(Use use) throws SQLException {
    int i = use.number();
    return switch (use.place()) {
      case ROW, CSV, JSON ->
          strings(
                  "SELECT v FROM h_"
                      + use.place().name().toLowerCase(Locale.ROOT)
                      + " WHERE id = "
                      + i)
              .equals(List.of(use.text()));
      case UPDATED -> true; // Of no row; that it was a statement is all.
      case DEFAULT -> {
        execute("INSERT INTO default_" + i + " (id) VALUES (1)");
        yield strings("SELECT v FROM default_" + i).equals(List.of(use.text()));
      }
      case ENUM_VALUE -> {
        try (PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO enum_value_"
                    + i
                    + " (v) VALUES ("
                    + (dialect.equals("postgresql") ? "CAST(? AS e_" + i + ")" : "?")
                    + ")")) {
          insert.setString(1, use.text());
          insert.executeUpdate();
        } catch (SQLException e) {
          yield false;
        }
        yield strings("SELECT v FROM enum_value_" + i).equals(List.of(use.text()));
      }
      case SQL_FILE -> strings("SELECT id FROM h_sql WHERE id = " + i).size() == 1;
      case MESSAGE, LABEL, REVISION_FILE ->
          strings("SELECT id FROM h_message WHERE id = " + i).size() >= 1;
      case UNIQUE, CHECK, FOREIGN_KEY -> hasConstraint(use);
      case ENUM_NAME -> !dialect.equals("postgresql") || isNamed(use);
      default -> isNamed(use);
    };
  }

  /** A bare name follows the folding of the database. */
  private boolean isNamed(Use use) throws SQLException {
    Set<String> found = names(use.place());
    return found.contains(use.name())
        || (use.name().matches(BARE) && found.contains(use.name().toUpperCase(Locale.ROOT)));
  }

  private boolean hasConstraint(Use use) throws SQLException {
    if (!dialect.equals("sqlite")) {
      return isNamed(use);
    }
    String table = use.place().name().toLowerCase(Locale.ROOT) + "_" + use.number();
    String quoted = "CONSTRAINT \"" + use.name().replace("\"", "\"\"") + "\" ";
    String sql = strings("SELECT sql FROM sqlite_master WHERE name = '" + table + "'").get(0);
    return String.valueOf(sql).contains(quoted)
        || (use.name().matches(BARE)
            && String.valueOf(sql).contains("CONSTRAINT " + use.name() + " "));
  }

  private Set<String> names(Place place) throws SQLException {
    Set<String> found = names.get(place);
    if (found == null) {
      found = new HashSet<>(strings(query(place)));
      names.put(place, found);
    }
    return found;
  }

  private String query(Place place) {
    return switch (dialect) {
      case "postgresql" ->
          switch (place) {
            case TABLE -> "SELECT relname FROM pg_class WHERE relkind = 'r'";
            case COLUMN -> "SELECT attname FROM pg_attribute WHERE attnum > 0";
            case INDEX -> "SELECT relname FROM pg_class WHERE relkind = 'i'";
            case UNIQUE, CHECK, FOREIGN_KEY -> "SELECT conname FROM pg_constraint";
            case TABLE_COMMENT -> "SELECT description FROM pg_description WHERE objsubid = 0";
            case COLUMN_COMMENT -> "SELECT description FROM pg_description WHERE objsubid > 0";
            case ENUM_NAME -> "SELECT typname FROM pg_type WHERE typtype = 'e'";
            case SEQUENCE -> "SELECT relname FROM pg_class WHERE relkind = 'S'";
            case VIEW -> "SELECT relname FROM pg_class WHERE relkind = 'v'";
            case SCHEMA -> "SELECT nspname FROM pg_namespace";
            default -> throw new IllegalArgumentException(place.name());
          };
      case "sqlite" ->
          switch (place) {
            case TABLE -> "SELECT name FROM sqlite_master WHERE type = 'table'";
            case INDEX -> "SELECT name FROM sqlite_master WHERE type = 'index'";
            case VIEW -> "SELECT name FROM sqlite_master WHERE type = 'view'";
            case COLUMN ->
                "SELECT c.name FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table'";
            default -> throw new IllegalArgumentException(place.name());
          };
      default ->
          "SELECT "
              + switch (place) {
                case TABLE -> "table_name FROM information_schema.tables";
                case COLUMN -> "column_name FROM information_schema.columns";
                case INDEX ->
                    "index_name FROM information_schema."
                        + (dialect.equals("h2") ? "indexes" : "statistics");
                case UNIQUE, CHECK, FOREIGN_KEY ->
                    "constraint_name FROM information_schema.table_constraints";
                case TABLE_COMMENT ->
                    (dialect.equals("h2") ? "remarks" : "table_comment")
                        + " FROM information_schema.tables";
                case COLUMN_COMMENT ->
                    (dialect.equals("h2") ? "remarks" : "column_comment")
                        + " FROM information_schema.columns";
                case SEQUENCE ->
                    dialect.equals("h2")
                        ? "sequence_name FROM information_schema.sequences"
                        : "table_name FROM information_schema.tables WHERE table_type = 'SEQUENCE'";
                case VIEW -> "table_name FROM information_schema.views";
                case SCHEMA -> "schema_name FROM information_schema.schemata";
                default -> throw new IllegalArgumentException(place.name());
              };
    };
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
    }
  }

  List<@Nullable String> strings(String sql) throws SQLException {
    List<@Nullable String> values = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }
}
