package io.schemachain.dialect.mysql;

import static java.util.Objects.requireNonNull;

import io.schemachain.introspect.CatalogRow;
import io.schemachain.introspect.SchemaDraft;
import io.schemachain.introspect.TableDraft;
import io.schemachain.model.Partition;
import io.schemachain.model.Partitioning;
import io.schemachain.model.Partitioning.Method;
import io.schemachain.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Partitions as information_schema.PARTITIONS has them. */
final class MysqlCatalogPartitions {
  private static final String MAXVALUE = "MAXVALUE";
  private static final Set<String> BY_EXPRESSION = Set.of("RANGE", "LIST", "HASH");

  private final MysqlCatalogSql sql;
  private final SchemaDraft draft;

  MysqlCatalogPartitions(MysqlCatalogSql sql, SchemaDraft draft) {
    this.sql = requireNonNull(sql, "sql");
    this.draft = requireNonNull(draft, "draft");
  }

  /** Reads the partitions of a table, all of them. */
  void read(List<CatalogRow> rows, TableDraft table) {
    String reason = reasonAgainst(rows);
    if (reason == null) {
      table.partitioning(partitioning(rows));
    } else {
      draft.leaveOut("partitioning", table.name().toString(), reason);
    }
  }

  /** Why the model cannot hold it, null where it can. */
  private @Nullable String reasonAgainst(List<CatalogRow> rows) {
    CatalogRow first = rows.get(0);
    String method = first.text("partition_method");
    if (first.find("subpartition_name") != null) {
      return "the model has no partitions of partitions";
    }
    if (method.startsWith("LINEAR") || method.equals("SYSTEM_TIME")) {
      return "the model has no partitions by " + method;
    }
    if (method.equals("KEY") && first.text("partition_expression").isEmpty()) {
      return "the model has no partitions by a key of no columns";
    }
    if (method.equals("LIST COLUMNS")
        && MysqlCatalogText.names(first.text("partition_expression")).size() > 1) {
      return "the model has no lists of several columns";
    }
    if (method.equals("LIST")
        && rows.stream().anyMatch(row -> sql.hidesRest(row.find("partition_description")))) {
      return "the catalog shows a DEFAULT partition as one of the value 0";
    }
    return null;
  }

  private Partitioning partitioning(List<CatalogRow> rows) {
    CatalogRow first = rows.get(0);
    String word = first.text("partition_method");
    Method method = word.equals("KEY") ? Method.HASH : Method.valueOf(word.replace(" COLUMNS", ""));
    String expression = first.text("partition_expression");
    List<Partition> partitions = new ArrayList<>(rows.size());
    for (CatalogRow row : rows) {
      String description = row.find("partition_description");
      Partition.Bound bound =
          description == null
              ? new Partition.Hash(rows.size(), partitions.size())
              : bound(method, description);
      partitions.add(Partition.of(row.text("partition_name"), bound));
    }
    return BY_EXPRESSION.contains(word)
        ? new Partitioning(method, List.of(), sql.asWritten(expression), partitions)
        : new Partitioning(method, MysqlCatalogText.names(expression), null, partitions);
  }

  private static Partition.Bound bound(Method method, String description) {
    List<String> elements = MysqlCatalogText.elements(description);
    if (method == Method.RANGE) {
      boolean open = elements.stream().allMatch(MAXVALUE::equals);
      return new Partition.Range(null, open ? List.of() : values(elements));
    }
    return description.equals(MAXVALUE) || description.equals("DEFAULT")
        ? new Partition.Rest()
        : new Partition.In(values(elements));
  }

  private static List<Value> values(List<String> elements) {
    return elements.stream().map(MysqlCatalogPartitions::value).toList();
  }

  private static Value value(String element) {
    if (element.equals("NULL")) {
      return Value.NULL;
    }
    if (element.matches("-?\\d+")) {
      return Value.text(element);
    }
    return MysqlCatalogText.isString(element)
        ? Value.text(MysqlCatalogText.string(element))
        : Value.sql(element);
  }
}
