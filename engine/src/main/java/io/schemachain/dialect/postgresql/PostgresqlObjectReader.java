package io.schemachain.dialect.postgresql;

import static java.util.Objects.requireNonNull;

import io.schemachain.introspect.CatalogRow;
import io.schemachain.model.DataType;
import io.schemachain.model.EnumType;
import io.schemachain.model.Extension;
import io.schemachain.model.Namespace;
import io.schemachain.model.Sequence;
import io.schemachain.model.TableName;
import io.schemachain.model.View;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands beside tables. */
final class PostgresqlObjectReader {
  private final PostgresqlReading reading;
  private final Map<TableName, DataType.Enumeration> enums = new LinkedHashMap<>();

  PostgresqlObjectReader(PostgresqlReading reading) {
    this.reading = requireNonNull(reading, "reading");
  }

  /** Those of the default schema, the only ones that the model has. */
  Map<TableName, DataType.Enumeration> enums() {
    for (List<CatalogRow> rows :
        reading.rows().by(PostgresqlObjectCatalog.ENUMS, "schema", "name").values()) {
      CatalogRow row = rows.get(0);
      TableName name = reading.object(row, "enum type");
      if (name == null) {
        continue;
      }
      if (name.schema() != null) {
        reading.leaveOut("enum type", row, name.name(), "enum types are in the default schema");
      } else if (row.isNull("value")) {
        reading.leaveOut("enum type", row, name.name(), "it has no values");
      } else {
        List<String> values = rows.stream().map(value -> value.text("value")).toList();
        enums.put(name, new DataType.Enumeration(name.name(), values));
      }
    }
    return enums;
  }

  void read() {
    schemas();
    extensions();
    enums.values().forEach(type -> reading.draft().add(new EnumType(type)));
    sequences();
    views();
    for (CatalogRow row : reading.rows().of(PostgresqlObjectCatalog.OTHERS)) {
      reading.leaveOut(row.text("kind"), row, row.text("name"), row.text("reason"));
    }
  }

  private void schemas() {
    for (CatalogRow row : reading.rows().of(PostgresqlObjectCatalog.SCHEMAS)) {
      String name = row.text("name");
      if (name.equals(reading.scope().defaultSchema())) {
        continue;
      }
      if (PostgresqlReading.isWritable(name)) {
        reading.draft().add(new Namespace(name));
      } else {
        reading.draft().leaveOut("schema", name, PostgresqlReading.CONTROL);
      }
    }
  }

  private void extensions() {
    for (CatalogRow row : reading.rows().of(PostgresqlObjectCatalog.EXTENSIONS)) {
      TableName name = reading.object(row, "extension");
      if (name != null) {
        reading.draft().add(new Extension(name.name(), name.schema(), row.find("version")));
      }
    }
  }

  private void sequences() {
    for (CatalogRow row : reading.rows().of(PostgresqlObjectCatalog.SEQUENCES)) {
      TableName name = reading.object(row, "sequence");
      if (name == null) {
        continue;
      }
      long increment = required(row, "increment");
      Sequence plain = Sequence.of(name, increment);
      Sequence ranged =
          new Sequence(
              name,
              null,
              increment,
              PostgresqlIntrospection.unless(plain.minOrDefault(), row.findLong("least")),
              PostgresqlIntrospection.unless(plain.maxOrDefault(), row.findLong("most")),
              row.flag("cycle"),
              PostgresqlIntrospection.unless(1, row.findLong("cache")));
      reading
          .draft()
          .add(
              new Sequence(
                  name,
                  PostgresqlIntrospection.unless(ranged.startOrDefault(), row.findLong("start")),
                  increment,
                  ranged.minValue(),
                  ranged.maxValue(),
                  ranged.cycle(),
                  ranged.cache()));
      String owner = row.find("owner");
      if (owner != null) {
        reading.leaveOut("owner of a sequence", row, name.name(), "it vanishes with " + owner);
      }
    }
  }

  private static long required(CatalogRow row, String column) {
    return requireNonNull(row.findLong(column), column);
  }

  private void views() {
    for (CatalogRow row : reading.rows().of(PostgresqlObjectCatalog.VIEWS)) {
      boolean materialized = row.text("kind").equals("m");
      TableName name = reading.object(row, materialized ? "materialized view" : "view");
      if (name != null) {
        reading
            .draft()
            .add(
                new View(
                    name,
                    materialized,
                    List.of(),
                    options(row.find("options")),
                    query(row.text("definition")),
                    row.find("comment")));
      }
    }
  }

  private static @Nullable String options(@Nullable String parameters) {
    List<String> list = new ArrayList<>();
    for (String parameter : PostgresqlReading.list(parameters)) {
      list.add(parameter.replace("=", " = "));
    }
    return list.isEmpty() ? null : "WITH (" + String.join(", ", list) + ")";
  }

  /** The query without the semicolon that the catalog has behind it. */
  private static String query(String definition) {
    String query = definition.strip();
    return query.endsWith(";") ? query.substring(0, query.length() - 1) : query;
  }
}
