package io.schemachain.format;

import io.schemachain.format.YamlNode.Mapping;
import io.schemachain.model.TableName;
import io.schemachain.operation.Backfill;
import io.schemachain.operation.Condition;
import io.schemachain.operation.Delete;
import io.schemachain.operation.Operation;
import io.schemachain.operation.Row;
import io.schemachain.operation.RowFile;
import io.schemachain.operation.Update;
import io.schemachain.operation.Upsert;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads operations that change rows. */
final class RowChangeReader {
  private RowChangeReader() {}

  static List<Operation> update(Fields fields) {
    TableName table = fields.table("table");
    Row set = set(fields);
    Condition where = where(fields, "update");
    fields.finish();
    return table == null || set == null || where == null
        ? List.of()
        : List.of(new Update(table, set, where));
  }

  static List<Operation> backfill(Fields fields) {
    int before = fields.reading().errors();
    TableName table = fields.table("table");
    Row set = set(fields);
    Condition where = where(fields, "backfill");
    String key = fields.name("key");
    Long batchSize = fields.integer("batch_size");
    fields.finish();
    if (batchSize != null && (batchSize < 1 || batchSize > Integer.MAX_VALUE)) {
      fields
          .reading()
          .error(fields.source(), "'batch_size' of backfill is at least 1, and no bigint.", null);
    }
    if (table == null || set == null || where == null || fields.reading().errors() != before) {
      return List.of();
    }
    long size = batchSize == null ? Backfill.DEFAULT_BATCH_SIZE : batchSize;
    return List.of(new Backfill(table, set, where, key, size));
  }

  static List<Operation> delete(Fields fields) {
    TableName table = fields.table("table");
    Condition where = where(fields, "delete");
    fields.finish();
    return table == null || where == null ? List.of() : List.of(new Delete(table, where));
  }

  static List<Operation> upsert(Fields fields, ReferencedFiles files) {
    int before = fields.reading().errors();
    TableName table = fields.table("table");
    List<String> key = fields.requiredNames("key");
    List<Row> rows = RowReader.rows(fields, "upsert");
    RowFile file = RowFileReader.read(fields, files);
    fields.finish();
    return table == null
            || key == null
            || fields.reading().errors() != before
            || (rows.isEmpty() && file == null)
        ? List.of()
        : List.of(new Upsert(table, key, rows, file));
  }

  private static @Nullable Row set(Fields fields) {
    YamlNode node = fields.required("set");
    return node == null ? null : RowReader.row(fields.reading(), node, "'set'");
  }

  /** Null after an error: that all rows are meant must be said. */
  private static @Nullable Condition where(Fields fields, String word) {
    Reading reading = fields.reading();
    int before = reading.errors();
    YamlNode node = fields.node("where");
    boolean all = fields.flag("all", false);
    if (all == (node != null)) {
      reading.error(
          fields.source(),
          all ? word + " has 'where' and 'all'." : Fields.capital(word) + " needs 'where'.",
          all ? null : "Where all rows are meant, write all: true.");
      return null;
    }
    if (node == null) {
      return reading.errors() == before ? new Condition.All() : null;
    }
    if (node instanceof Mapping mapping && !Narrowing.isByDialect(mapping)) {
      Row values = RowReader.row(reading, node, "'where'");
      return values == null || reading.errors() != before ? null : new Condition.Equal(values);
    }
    String sql = fields.sqlOf(node, "where");
    return sql == null ? null : new Condition.Sql(sql);
  }
}
