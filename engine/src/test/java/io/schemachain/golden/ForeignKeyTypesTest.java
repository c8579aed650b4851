package io.schemachain.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.Dialects;
import io.schemachain.dialect.OperationStep;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.dialect.UnsupportedFeatureException;
import io.schemachain.model.Column;
import io.schemachain.model.DataType;
import io.schemachain.model.DataTypes;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.Schema;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.model.TypeKind;
import io.schemachain.model.Value;
import io.schemachain.operation.ApplyToSchema;
import io.schemachain.operation.BulkInsert;
import io.schemachain.operation.CreateForeignKey;
import io.schemachain.operation.CreateTable;
import io.schemachain.operation.Operation;
import io.schemachain.operation.Row;
import io.schemachain.testdb.TestDatabase;
import io.schemachain.testdb.TestDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every two types that differ by their width: a foreign key between them is rendered exactly where
 * the server takes it, and takes a row that points to an equal value.
 */
final class ForeignKeyTypesTest {
  private static final List<Map.Entry<String, List<String>>> FAMILIES =
      List.of(
          Map.entry(
              "1",
              List.of(
                  "smallint",
                  "integer",
                  "bigint",
                  "numeric(10)",
                  "numeric(19)",
                  "numeric(10,2)",
                  "numeric(19,2)")),
          Map.entry("1", List.of("real", "double")),
          Map.entry("a", List.of("char(10)", "char(20)", "string(10)", "string(20)", "text")),
          Map.entry(
              "0x6162", List.of("binary(2)", "binary(4)", "varbinary(2)", "varbinary(4)", "blob")),
          Map.entry("12:10:00", List.of("time(0)", "time")),
          Map.entry("2026-11-20T12:10:00", List.of("timestamp(0)", "timestamp")),
          Map.entry("2026-11-20T12:10:00Z", List.of("timestamptz(0)", "timestamptz")));

  static List<String> dialects() {
    return TestDatabases.DIALECTS;
  }

  @ParameterizedTest
  @MethodSource("dialects")
  void isRenderedWhereTheServerTakesIt(String name) throws SQLException {
    Dialect dialect = Dialects.find(name).orElseThrow();
    List<String> differing = new ArrayList<>();
    int count = 0;
    try (TestDatabase database = TestDatabases.fresh(name);
        Connection connection = database.connect()) {
      for (String statement : dialect.sessionSetup()) {
        GoldenExecutionTest.execute(connection, SqlStatement.session(statement));
      }
      for (Map.Entry<String, List<String>> family : FAMILIES) {
        for (String from : family.getValue()) {
          for (String to : family.getValue()) {
            if (!from.equals(to)) {
              Pair pair = new Pair(from, to, family.getKey(), count++);
              pair.difference(connection, dialect, differing);
            }
          }
        }
      }
    }
    assertThat(differing).isEmpty();
    assertThat(count).isGreaterThan(80);
  }

  /** A column that points, and the one it points to. */
  private record Pair(String from, String to, String value, int number) {
    void difference(Connection connection, Dialect dialect, List<String> differing)
        throws SQLException {
      TableName parents = TableName.of("parents" + number);
      TableName children = TableName.of("children" + number);
      Schema empty = Schema.empty(dialect.nameScopes());
      List<OperationStep> tables;
      try {
        tables =
            steps(
                empty,
                new CreateTable(
                    table(parents, to)
                        .withColumn("v", column -> column.withNullable(false))
                        .withPrimaryKey(new PrimaryKey("pk_parents" + number, List.of("v")))),
                insert(parents),
                new CreateTable(table(children, from)));
        GoldenExecutionTest.execute(connection, dialect, flat(dialect.render(tables)));
      } catch (UnsupportedFeatureException e) {
        return; // No key can be of this type.
      }
      Schema before = tables.get(2).after();
      ForeignKey key =
          new ForeignKey("fk" + number, List.of("v"), parents, List.of("v"), null, null);
      boolean isRendered = isRendered(dialect, before, children, key);
      boolean isTaken = isTaken(connection, dialect, before, children, key, isRendered);
      if (isTaken ? !isRendered && !isOfAnotherFill() : isRendered) {
        differing.add(from + " to " + to + (isTaken ? " is refused" : " is not taken"));
      }
    }

    /** Texts and bytes of which one is filled up to its length meet only where both are full. */
    private boolean isOfAnotherFill() {
      TypeKind kind = DataTypes.parse(from).kind();
      TypeKind other = DataTypes.parse(to).kind();
      return (kind != other && (kind == TypeKind.CHAR || other == TypeKind.CHAR))
          || kind == TypeKind.BINARY
          || other == TypeKind.BINARY;
    }

    private static boolean isRendered(
        Dialect dialect, Schema before, TableName children, ForeignKey key) {
      try {
        return !dialect.render(steps(before, new CreateForeignKey(children, key))).isEmpty();
      } catch (UnsupportedFeatureException e) {
        return false;
      }
    }

    private boolean isTaken(
        Connection connection,
        Dialect dialect,
        Schema before,
        TableName children,
        ForeignKey key,
        boolean isRendered)
        throws SQLException {
      try {
        if (isRendered) {
          GoldenExecutionTest.execute(
              connection,
              dialect,
              flat(dialect.render(steps(before, new CreateForeignKey(children, key)))));
        } else {
          String add = "ALTER TABLE $N ADD CONSTRAINT $N FOREIGN KEY (v) REFERENCES $N (v)";
          GoldenExecutionTest.execute(
              connection,
              SqlStatement.ddl(
                  dialect.sql().format(add, children, key.name(), key.referredTable())));
        }
        GoldenExecutionTest.execute(
            connection, dialect, flat(dialect.render(steps(before, insert(children)))));
        return true;
      } catch (SQLException e) {
        return false;
      }
    }

    private BulkInsert insert(TableName table) {
      return new BulkInsert(table, List.of(new Row(List.of("v"), List.of(Value.text(value)))));
    }
  }

  private static Table table(TableName name, String type) {
    DataType parsed = DataTypes.parse(type);
    return Table.of(name, List.of(Column.of("v", parsed)));
  }

  private static List<OperationStep> steps(Schema start, Operation... operations) {
    List<OperationStep> steps = new ArrayList<>();
    Schema before = start;
    for (Operation operation : operations) {
      Schema after = ApplyToSchema.apply(operation, before);
      steps.add(new OperationStep(operation, before, after));
      before = after;
    }
    return steps;
  }

  private static List<SqlStatement> flat(List<List<SqlStatement>> rendered) {
    return rendered.stream().flatMap(List::stream).toList();
  }
}
