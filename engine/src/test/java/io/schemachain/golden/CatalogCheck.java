package io.schemachain.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.model.Column;
import io.schemachain.model.Constraint;
import io.schemachain.model.Index;
import io.schemachain.model.Options;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.Schema;
import io.schemachain.model.Sequence;
import io.schemachain.model.Table;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares the tables of a database with those of the model, as far as JDBC can tell. */
final class CatalogCheck {
  private CatalogCheck() {}

  /**
   * Tables, columns in their order, NOT NULL; every named object somewhere in the snapshot, and
   * every option in a line about what has it.
   *
   * @param keysHaveNames whether the database keeps the names of primary keys
   */
  static void check(
      Connection connection, Schema schema, List<String> snapshot, boolean keysHaveNames)
      throws SQLException {
    assertThat(columns(connection)).isEqualTo(columns(schema));
    sequences(schema, snapshot);
    String catalog = String.join("\n", snapshot).toLowerCase(Locale.ROOT).replaceAll("[\\s]", "");
    for (Table table : schema.tables()) {
      List<String> names = new ArrayList<>();
      for (Constraint constraint : table.constraints()) {
        if (keysHaveNames || !(constraint instanceof PrimaryKey)) {
          names.add(constraint.name());
        }
      }
      table.indexes().stream().map(Index::name).forEach(names::add);
      for (String name : names) {
        String folded = name.toLowerCase(Locale.ROOT).replace(" ", "");
        assertThat(Pattern.compile(Pattern.quote(folded)).matcher(catalog).find())
            .as("%s of %s in:\n%s", name, table.name(), String.join("\n", snapshot))
            .isTrue();
      }
      checkOptions(table.name().name(), table.options(), snapshot);
      table.constraints().forEach(c -> checkOptions(c.name(), c.options(), snapshot));
      table.indexes().forEach(index -> checkOptions(index.name(), index.options(), snapshot));
    }
  }

  /** A word and its value, as far as it is not just true or false. */
  private static void checkOptions(String name, Options options, List<String> snapshot) {
    String lines =
        snapshot.stream()
            .map(CatalogCheck::bare)
            .filter(line -> line.contains(bare(name)))
            .collect(Collectors.joining("\n"));
    options
        .words()
        .forEach(
            (word, value) ->
                assertThat(lines)
                    .as("The option %s of %s", word, name)
                    .contains(
                        bare(word.replaceFirst("^with\\.", ""))
                            + (value.equals("true") || value.equals("false") ? "" : bare(value))));
  }

  private static String bare(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9,]", "");
  }

  /** Exactly the sequences of the model, with what it says of them. */
  private static void sequences(Schema schema, List<String> snapshot) {
    List<String> lines =
        snapshot.stream()
            .filter(line -> line.startsWith("sequence "))
            .map(line -> line.toLowerCase(Locale.ROOT))
            .map(line -> line.replace("cycle no", "cycle false").replace("cycle yes", "cycle true"))
            .toList();
    List<String> expected =
        schema.objects().stream()
            .filter(Sequence.class::isInstance)
            .map(object -> pattern((Sequence) object))
            .toList();
    assertThat(lines).hasSameSizeAs(expected);
    assertThat(expected)
        .allSatisfy(pattern -> assertThat(lines).anyMatch(line -> line.matches(pattern)));
  }

  private static String pattern(Sequence sequence) {
    return Pattern.quote("sequence " + sequence.name().name().toLowerCase(Locale.ROOT))
        + ": start "
        + sequence.startOrDefault()
        + ", increment "
        + sequence.increment()
        + ", min "
        + orAny(sequence.minValue())
        + ", max "
        + orAny(sequence.maxValue())
        + ", cycle "
        + (sequence.cycle() ? "(?:1|true|t)" : "(?:0|false|f)")
        + ", cache "
        + orAny(sequence.cache());
  }

  private static String orAny(@Nullable Long number) {
    return number == null ? "-?\\d+" : number.toString();
  }

  /** By table in lower case, since a bare name follows the folding of the database. */
  private static Map<String, List<String>> columns(Schema schema) {
    Map<String, List<String>> tables = new TreeMap<>();
    for (Table table : schema.tables()) {
      List<String> lines = new ArrayList<>();
      for (Column column : table.columns()) {
        lines.add(line(column.name(), column.nullable()));
      }
      tables.put(table.name().name().toLowerCase(Locale.ROOT), lines);
    }
    return tables;
  }

  private static Map<String, List<String>> columns(Connection connection) throws SQLException {
    DatabaseMetaData metaData = connection.getMetaData();
    Map<String, List<String>> tables = new TreeMap<>();
    try (ResultSet rows =
        metaData.getTables(connection.getCatalog(), connection.getSchema(), "%", null)) {
      while (rows.next()) {
        String name = rows.getString("TABLE_NAME");
        String type = rows.getString("TABLE_TYPE");
        if ((type.equals("TABLE") || type.equals("BASE TABLE")) && !name.startsWith("sqlite_")) {
          tables.put(name.toLowerCase(Locale.ROOT), new ArrayList<>());
        }
      }
    }
    try (ResultSet rows =
        metaData.getColumns(connection.getCatalog(), connection.getSchema(), "%", "%")) {
      while (rows.next()) {
        List<String> lines = tables.get(rows.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
        if (lines != null) {
          boolean nullable = rows.getInt("NULLABLE") != DatabaseMetaData.columnNoNulls;
          lines.add(line(rows.getString("COLUMN_NAME"), nullable));
        }
      }
    }
    return tables;
  }

  private static String line(String column, boolean nullable) {
    return column.toLowerCase(Locale.ROOT) + (nullable ? "" : " NOT NULL");
  }
}
