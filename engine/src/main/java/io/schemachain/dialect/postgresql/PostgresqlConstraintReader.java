package io.schemachain.dialect.postgresql;

import static java.util.Objects.requireNonNull;

import io.schemachain.introspect.CatalogRow;
import io.schemachain.introspect.TableDraft;
import io.schemachain.model.Check;
import io.schemachain.model.Constraint;
import io.schemachain.model.Deferral;
import io.schemachain.model.Exclusion;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Index;
import io.schemachain.model.Options;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.ReferentialAction;
import io.schemachain.model.TableName;
import io.schemachain.model.UniqueConstraint;
import io.schemachain.model.ViewIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Constraints and indexes of tables, and the indexes of materialized views. */
final class PostgresqlConstraintReader {
  private final PostgresqlReading reading;
  private final PostgresqlIndexReader indexes = new PostgresqlIndexReader();

  PostgresqlConstraintReader(PostgresqlReading reading) {
    this.reading = requireNonNull(reading, "reading");
  }

  void read() {
    Map<List<String>, List<CatalogRow>> parts =
        reading.rows().by(PostgresqlCatalog.INDEXES, "schema", "table", "name");
    parts.values().forEach(this::index);
    for (CatalogRow row : reading.rows().of(PostgresqlCatalog.CONSTRAINTS)) {
      TableDraft table = reading.table(row);
      String kind = kind(row.text("type"));
      if (table == null || !reading.isNamed(row, kind)) {
        continue;
      }
      String reason = reason(row, table);
      if (reason != null) {
        reading.leaveOutPart(kind, row, reason);
        continue;
      }
      List<String> key = List.of(row.text("schema"), row.text("table"), row.text("name"));
      table.add(constraint(row, parts.getOrDefault(key, List.of())));
    }
  }

  private void index(List<CatalogRow> parts) {
    CatalogRow row = parts.get(0);
    if (!row.isNull("constraint") || !reading.isNamed(row, "index")) {
      return;
    }
    boolean ofView = row.text("kind").equals("m");
    TableDraft table = reading.table(row);
    if (table == null && !ofView) {
      return;
    }
    if (!row.flag("valid")) {
      reading.leaveOutPart("index", row, "it is invalid");
      return;
    }
    Index index = indexes.read(parts);
    if (table == null) {
      reading.draft().add(new ViewIndex(reading.owner(row), index));
    } else if (PostgresqlReading.has(table, index.allColumns())) {
      table.add(index);
    } else {
      reading.leaveOutPart("index", row, "a column of it was left out");
    }
  }

  private static String kind(String type) {
    return switch (type) {
      case "p" -> "primary key";
      case "u" -> "unique constraint";
      case "f" -> "foreign key";
      case "x" -> "exclude constraint";
      default -> "check constraint";
    };
  }

  /** Why the model cannot hold it; null where it can. */
  private static @Nullable String reason(CatalogRow row, TableDraft table) {
    if (row.flag("not_enforced")) {
      return "it is not enforced";
    }
    if (row.flag("period")) {
      return "it is of periods";
    }
    if (row.flag("some_columns")) {
      return "its action sets some of its columns alone";
    }
    if (row.flag("no_inherit")) {
      return "it is NO INHERIT";
    }
    if (row.flag("included")) {
      return "it has columns beside its key";
    }
    if (!row.text("type").equals("x")
        && !PostgresqlReading.has(table, PostgresqlReading.list(row.find("columns")))) {
      return "a column of it was left out";
    }
    boolean refers = !row.isNull("referred_table");
    return refers
            && !(PostgresqlReading.isWritable(row.text("referred_schema"))
                && PostgresqlReading.isWritable(row.text("referred_table")))
        ? "the table that it refers to was left out"
        : null;
  }

  private Constraint constraint(CatalogRow row, List<CatalogRow> index) {
    String name = row.text("name");
    List<String> columns = PostgresqlReading.list(row.find("columns"));
    Options options =
        PostgresqlReading.options(Map.of(), row.find("options"), row.find("tablespace"));
    return switch (row.text("type")) {
      case "p" -> new PrimaryKey(name, columns, deferral(row), options);
      case "u" ->
          new UniqueConstraint(
              name, columns, deferral(row), row.flag("nulls_not_distinct"), options);
      case "f" -> foreignKey(row, columns);
      case "x" -> exclusion(row, index);
      default ->
          new Check(name, PostgresqlReading.bare(row.text("condition")), row.flag("validated"));
    };
  }

  private ForeignKey foreignKey(CatalogRow row, List<String> columns) {
    return new ForeignKey(
        row.text("name"),
        columns,
        new TableName(
            reading.scope().inModel(row.text("referred_schema")), row.text("referred_table")),
        PostgresqlReading.list(row.find("referred_columns")),
        action(row.text("on_delete")),
        action(row.text("on_update")),
        deferral(row),
        row.text("match").equals("f"),
        row.flag("validated"));
  }

  private static @Nullable ReferentialAction action(String letter) {
    return switch (letter) {
      case "r" -> ReferentialAction.RESTRICT;
      case "c" -> ReferentialAction.CASCADE;
      case "n" -> ReferentialAction.SET_NULL;
      case "d" -> ReferentialAction.SET_DEFAULT;
      default -> null;
    };
  }

  private static Deferral deferral(CatalogRow row) {
    if (!row.flag("deferrable")) {
      return Deferral.NONE;
    }
    return row.flag("deferred") ? Deferral.INITIALLY_DEFERRED : Deferral.INITIALLY_IMMEDIATE;
  }

  private Exclusion exclusion(CatalogRow row, List<CatalogRow> parts) {
    Index index = indexes.read(parts);
    List<String> operators = PostgresqlReading.list(row.find("operators"));
    List<Exclusion.Element> elements = new ArrayList<>();
    for (int i = 0; i < operators.size(); i++) {
      elements.add(new Exclusion.Element(index.parts().get(i), operators.get(i)));
    }
    return new Exclusion(row.text("name"), index.using(), elements, index.where(), deferral(row));
  }
}
