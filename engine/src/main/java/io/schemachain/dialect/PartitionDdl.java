package io.schemachain.dialect;

import io.schemachain.model.DataType;
import io.schemachain.model.Literal;
import io.schemachain.model.Partition;
import io.schemachain.model.Partitioning;
import io.schemachain.model.Schema;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.model.Value;
import io.schemachain.operation.AttachPartition;
import io.schemachain.operation.CreatePartition;
import io.schemachain.operation.DetachPartition;
import io.schemachain.operation.DropPartition;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Partitions of tables. */
public abstract class PartitionDdl {
  private final StandardDdl ddl;

  protected PartitionDdl(StandardDdl ddl) {
    this.ddl = ddl;
  }

  protected final Dialect dialect() {
    return ddl.dialect();
  }

  protected final Schema before() {
    return ddl.before();
  }

  protected final Schema after() {
    return ddl.after();
  }

  protected final String sql(String pattern, Object... arguments) {
    return ddl.sql(pattern, arguments);
  }

  protected final SqlStatement ddl(String pattern, Object... arguments) {
    return ddl.ddl(pattern, arguments);
  }

  /** As {@link StandardFragments#written}. */
  protected final String written(String text) {
    return ddl.written(text);
  }

  /** What stands behind the columns of CREATE TABLE, with a space before it. */
  protected abstract String clause(Table table, Partitioning partitioning);

  /** Statements behind CREATE TABLE that make its partitions; none where it makes them itself. */
  protected List<SqlStatement> partitionsOf(Table table) {
    return List.of();
  }

  protected abstract List<SqlStatement> create(CreatePartition operation);

  protected abstract List<SqlStatement> drop(DropPartition operation);

  protected abstract List<SqlStatement> attach(AttachPartition operation);

  protected abstract List<SqlStatement> detach(DetachPartition operation);

  protected static Partitioning of(Table table) {
    return Objects.requireNonNull(table.partitioning(), "partitioning");
  }

  /** As the replay completed it. */
  protected final Partition created(TableName table, String partition) {
    return of(after().require(table)).partition(partition).orElseThrow();
  }

  /** Values for the columns of the key, each as its column reads it. */
  protected final String values(Table table, List<Value> values) {
    Partitioning partitioning = of(table);
    List<String> written = new ArrayList<>(values.size());
    for (int i = 0; i < values.size(); i++) {
      if (partitioning.sql() == null) {
        DataType type = table.column(partitioning.columns().get(i)).orElseThrow().type();
        written.add(value(values.get(i), type));
      } else {
        written.add(ofExpression(values.get(i)));
      }
    }
    return String.join(", ", written);
  }

  /** Those of a list, which are all of one column. */
  protected final String alternatives(Table table, List<Value> values) {
    List<String> written = new ArrayList<>(values.size());
    values.forEach(value -> written.add(values(table, List.of(value))));
    return String.join(", ", written);
  }

  private String value(Value value, DataType type) {
    if (value instanceof Value.Sql expression) {
      return written(expression.sql());
    }
    return value instanceof Value.Text text
        ? dialect().literals().render(Literal.parse(type, text), type)
        : "NULL";
  }

  private String ofExpression(Value value) {
    if (value instanceof Value.Sql expression) {
      return written(expression.sql());
    }
    if (value instanceof Value.Text text && text.text().matches("-?[0-9]+")) {
      return text.text();
    }
    throw dialect()
        .unsupported(
            "a value of a partition key that is an expression, unless it is a whole number",
            "Write {sql: …} for it.");
  }
}
