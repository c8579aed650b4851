package io.schemachain.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.model.Column;
import io.schemachain.model.Constraint;
import io.schemachain.model.DataType;
import io.schemachain.model.Deferral;
import io.schemachain.model.EnumType;
import io.schemachain.model.Extension;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Index;
import io.schemachain.model.IndexPart;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.Schema;
import io.schemachain.model.SchemaObject;
import io.schemachain.model.Sequence;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.model.UniqueConstraint;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
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
    Map<String, List<String>> tables = columns(connection, schema);
    tables.keySet().removeAll(PartitionCheck.check(schema, snapshot));
    assertThat(tables).isEqualTo(columns(schema));
    sequences(schema, snapshot);
    names(ObjectKind.SCHEMA, schema, snapshot);
    extensions(schema, snapshot);
    if (connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
      types(schema, snapshot);
    }
    String catalog = String.join("\n", snapshot).toLowerCase(Locale.ROOT).replaceAll("[\\s]", "");
    for (Table table : schema.tables()) {
      if (table.name().schema() != null) {
        continue;
      }
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
      for (Constraint constraint : table.constraints()) {
        checkState(constraint, snapshot);
      }
      for (Index index : table.indexes()) {
        checkParts(index, snapshot);
      }
      OptionCheck.check(table, snapshot);
    }
  }

  /** What PostgreSQL says of a constraint beside its name and columns. */
  private static void checkState(Constraint constraint, List<String> snapshot) {
    for (String line : snapshot) {
      if (line.startsWith("constraint " + constraint.name() + " of ")) {
        assertThat(line.contains(" NOT VALID")).as(line).isEqualTo(!constraint.validated());
        assertThat(line.contains(" DEFERRABLE"))
            .as(line)
            .isEqualTo(constraint.deferral() != Deferral.NONE);
        assertThat(line.contains(" INITIALLY DEFERRED"))
            .as(line)
            .isEqualTo(constraint.deferral() == Deferral.INITIALLY_DEFERRED);
        assertThat(line.contains(" MATCH FULL"))
            .as(line)
            .isEqualTo(constraint instanceof ForeignKey key && key.matchFull());
        assertThat(line.contains(" NULLS NOT DISTINCT"))
            .as(line)
            .isEqualTo(constraint instanceof UniqueConstraint key && key.nullsNotDistinct());
      }
    }
  }

  /** The same of an index. */
  private static void checkParts(Index index, List<String> snapshot) {
    for (String line : snapshot) {
      if (line.startsWith("index " + index.name() + ": ") && line.contains(" USING ")) {
        String using = index.using() == null ? "btree" : index.using();
        assertThat(line).contains(" USING " + using + " (");
        assertThat(line.contains(" INCLUDE (")).as(line).isEqualTo(!index.include().isEmpty());
        assertThat(line.contains(" NULLS NOT DISTINCT"))
            .as(line)
            .isEqualTo(index.nullsNotDistinct());
        for (IndexPart part : index.parts()) {
          String operatorClass = part.options().operatorClass();
          assertThat(line).contains(operatorClass == null ? "" : " " + operatorClass);
          String collation = part.options().collation();
          assertThat(line).contains(collation == null ? "" : "COLLATE \"" + collation + "\"");
        }
      }
    }
  }

  /** Exactly the objects of a kind that the model has, by their names. */
  private static void names(ObjectKind kind, Schema schema, List<String> snapshot) {
    String word = kind.words() + " ";
    assertThat(
            snapshot.stream()
                .filter(line -> line.startsWith(word))
                .map(line -> line.substring(word.length()).toLowerCase(Locale.ROOT)))
        .containsExactlyInAnyOrderElementsOf(
            schema.objects().stream()
                .filter(object -> object.kind() == kind)
                .map(object -> object.name().name().toLowerCase(Locale.ROOT))
                .toList());
  }

  /** Exactly the enum types that are declared or used, with their values in order. */
  private static void types(Schema schema, List<String> snapshot) {
    Set<DataType> types = new HashSet<>();
    for (Table table : schema.tables()) {
      for (Column column : table.columns()) {
        types.add(column.type() instanceof DataType.Array array ? array.element() : column.type());
      }
    }
    for (SchemaObject object : schema.objects()) {
      if (object instanceof EnumType declared) {
        types.add(declared.type());
      }
    }
    assertThat(snapshot.stream().filter(line -> line.startsWith("type ")))
        .containsExactlyInAnyOrderElementsOf(
            types.stream()
                .filter(DataType.Enumeration.class::isInstance)
                .map(DataType.Enumeration.class::cast)
                .map(type -> "type " + type.name() + ": " + String.join(", ", type.values()))
                .toList());
  }

  /** Exactly the extensions of the model, in their schemas and versions. */
  private static void extensions(Schema schema, List<String> snapshot) {
    List<String> lines = snapshot.stream().filter(line -> line.startsWith("extension ")).toList();
    List<String> expected = new ArrayList<>();
    for (SchemaObject object : schema.objects()) {
      if (object instanceof Extension extension) {
        expected.add(
            "extension "
                + Pattern.quote(extension.extension())
                + " in "
                + (extension.schema() == null ? ".*" : Pattern.quote(extension.schema()))
                + ": "
                + (extension.version() == null ? ".*" : Pattern.quote(extension.version())));
      }
    }
    assertThat(lines).hasSameSizeAs(expected);
    assertThat(expected)
        .allSatisfy(pattern -> assertThat(lines).anyMatch(line -> line.matches(pattern)));
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
            .filter(object -> object instanceof Sequence && object.name().schema() == null)
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
      tables.put(table.name().toString().toLowerCase(Locale.ROOT), lines);
    }
    return tables;
  }

  /** Of the current schema and, with their names in front, of those that revisions made. */
  private static Map<String, List<String>> columns(Connection connection, Schema schema)
      throws SQLException {
    Map<String, List<String>> tables = new TreeMap<>();
    columns(connection, connection.getCatalog(), connection.getSchema(), "", tables);
    DatabaseMetaData metaData = connection.getMetaData();
    boolean catalogs = connection.getSchema() == null;
    try (ResultSet rows = catalogs ? metaData.getCatalogs() : metaData.getSchemas()) {
      while (rows.next()) {
        String name = rows.getString(1);
        if (schema.find(ObjectKind.SCHEMA, TableName.of(name)).isPresent()) {
          String prefix = name.toLowerCase(Locale.ROOT) + ".";
          columns(connection, catalogs ? name : null, catalogs ? null : name, prefix, tables);
        }
      }
    }
    return tables;
  }

  private static void columns(
      Connection connection,
      @Nullable String catalog,
      @Nullable String schema,
      String prefix,
      Map<String, List<String>> tables)
      throws SQLException {
    DatabaseMetaData metaData = connection.getMetaData();
    try (ResultSet rows = metaData.getTables(catalog, schema, "%", null)) {
      while (rows.next()) {
        String name = rows.getString("TABLE_NAME");
        String type = rows.getString("TABLE_TYPE");
        boolean table =
            List.of("TABLE", "BASE TABLE", "PARTITIONED TABLE").contains(String.valueOf(type));
        if (table && !name.startsWith("sqlite_")) {
          tables.put(prefix + name.toLowerCase(Locale.ROOT), new ArrayList<>());
        }
      }
    }
    try (ResultSet rows = metaData.getColumns(catalog, schema, "%", "%")) {
      while (rows.next()) {
        List<String> lines =
            tables.get(prefix + rows.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
        if (lines != null) {
          boolean nullable = rows.getInt("NULLABLE") != DatabaseMetaData.columnNoNulls;
          lines.add(line(rows.getString("COLUMN_NAME"), nullable));
        }
      }
    }
  }

  private static String line(String column, boolean nullable) {
    return column.toLowerCase(Locale.ROOT) + (nullable ? "" : " NOT NULL");
  }
}
