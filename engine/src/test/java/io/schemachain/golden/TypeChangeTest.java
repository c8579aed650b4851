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
import io.schemachain.model.Schema;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.model.Value;
import io.schemachain.operation.AlterColumn;
import io.schemachain.operation.ApplyToSchema;
import io.schemachain.operation.BulkInsert;
import io.schemachain.operation.Change;
import io.schemachain.operation.CreateTable;
import io.schemachain.operation.Operation;
import io.schemachain.operation.Row;
import io.schemachain.testdb.TestDatabase;
import io.schemachain.testdb.TestDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What a stored value is after its column got another type, on every database. */
final class TypeChangeTest {
  /** In place of a value: the server or a check refuses the value and leaves the table alone. */
  private static final String STOPS = "stops";

  /** In place of a value: refused before anything runs. */
  private static final String REFUSED = "refused";

  /**
   * The type before, the type after, a value, what becomes of it, and then the databases that do
   * otherwise.
   */
  private static final String CHANGES =
      """
      integer       | bigint       | 42                  | 42
      integer       | numeric(5,2) | 42                  | 42
      integer       | numeric(3,2) | 42                  | stops
      integer       | double       | 42                  | 42
      integer       | boolean      | 0                   | false
      integer       | boolean      | 1                   | true
      integer       | boolean      | 5                   | true
      integer       | string(5)    | 42                  | 42
      integer       | text         | -42                 | -42
      integer       | string(2)    | 142                 | stops
      bigint        | smallint     | 40000               | stops
      bigint        | integer      | 3000000000          | stops
      bigint        | string(20)   | 9007199254740993    | 9007199254740993
      bigint        | numeric(19)  | 9007199254740993    | 9007199254740993
      numeric(5,2)  | integer      | 2.50                | 3
      numeric(5,2)  | integer      | 3.50                | 4
      numeric(5,2)  | integer      | -2.50               | -3
      numeric(5,2)  | integer      | 2.49                | 2
      numeric(19)   | bigint       | 9007199254740993    | 9007199254740993
      numeric(5,2)  | numeric(7,3) | 12.50               | 12.5
      numeric(5,2)  | numeric(5,1) | 12.34               | 12.3            | sqlite: stops
      numeric(5,2)  | numeric(3,2) | 12.50               | stops
      numeric(5,2)  | string(10)   | 12.50               | 12.50
      numeric(5,2)  | string(10)   | -0.05               | -0.05
      numeric(5,2)  | string(10)   | 12                  | 12.00
      numeric(20)   | string(30)   | 9007199254740993    | 9007199254740993
      numeric(5,2)  | double       | 12.50               | 12.5
      double        | integer      | 3                   | 3
      double        | integer      | 3.4                 | 3               | sqlite: stops
      double        | numeric(5,2) | 12.34               | 12.34
      double        | numeric(5,2) | 12.345              | 12.35           | sqlite: stops
      double        | string(30)   | 3                   | 3               | h2: 3.0
      double        | string(30)   | 0.1                 | 0.1
      double        | string(30)   | 0.30000000000000004 | 0.30000000000000004
      boolean       | integer      | true                | 1
      boolean       | integer      | false               | 0
      boolean       | string(5)    | true                | true            | mysql: 1 | mariadb: 1 | h2: TRUE
      string(20)    | integer      | 42                  | 42
      string(20)    | integer      | -42                 | -42
      string(20)    | integer      | x                   | stops
      string(20)    | integer      | 42x                 | stops
      string(20)    | smallint     | 40000               | stops
      string(20)    | bigint       | 9007199254740993    | 9007199254740993
      string(20)    | bigint       | 9223372036854775808 | stops
      string(20)    | numeric(5,2) | 12.50               | 12.5
      string(20)    | numeric(5,2) | x                   | stops
      string(30)    | numeric(29)  | 12345678901234567890123456789 | 12345678901234567890123456789 | sqlite: stops
      string(30)    | numeric(29,9) | 12345678901.123456789 | 12345678901.123456789 | sqlite: stops
      string(20)    | double       | 1.5                 | 1.5
      string(20)    | double       | x                   | stops
      string(5)     | boolean      | true                | true            | mysql: stops | mariadb: stops
      string(5)     | boolean      | false               | false           | mysql: stops | mariadb: stops
      string(5)     | boolean      | 1                   | true
      string(5)     | boolean      | x                   | stops
      string(20)    | string(30)   | it's                | it's
      string(20)    | string(3)    | abcd                | stops
      text          | string(3)    | abcd                | stops
      string(20)    | text         | 007                 | 007
      string(30)    | date         | 2026-11-20          | 2026-11-20
      string(30)    | date         | 2026-02-30          | stops
      string(30)    | date         | x                   | stops
      string(30)    | time         | 12:10:00            | 12:10:00
      string(30)    | time         | x                   | stops
      string(30)    | timestamp    | 2026-11-20 12:10:00 | 2026-11-20 12:10:00
      string(30)    | timestamp    | 2026-11-20T12:10:00.5 | 2026-11-20 12:10:00.5
      string(30)    | timestamp    | 2026-11-20          | 2026-11-20 00:00:00
      string(30)    | timestamp    | x                   | stops
      string(36)    | uuid         | 1B4E28BA-2FA1-11D2-883F-0016D3CCA427 | 1b4e28ba-2fa1-11d2-883f-0016d3cca427 | mysql: 1B4E28BA-2FA1-11D2-883F-0016D3CCA427
      char(36)      | uuid         | 1b4e28ba-2fa1-11d2-883f-0016d3cca427 | 1b4e28ba-2fa1-11d2-883f-0016d3cca427
      string(36)    | uuid         | x                   | stops           | mysql: x
      text          | json         | {"a":1}             | {"a":1}         | h2: "{\\"a\\":1}"
      text          | json         | {a}                 | stops           | h2: "{a}"
      date          | timestamp    | 2026-11-20          | 2026-11-20 00:00:00
      date          | string(30)   | 2026-11-20          | 2026-11-20
      timestamp     | date         | 2026-11-20T12:10:00 | 2026-11-20
      timestamp     | time         | 2026-11-20T12:10:00.5 | 12:10:00.5
      timestamp     | string(30)   | 2026-11-20T12:10:00.25 | 2026-11-20 12:10:00.25 | mysql: 2026-11-20 12:10:00.250000 | mariadb: 2026-11-20 12:10:00.250000
      time          | string(30)   | 12:10:00            | 12:10:00        | mysql: 12:10:00.000000 | mariadb: 12:10:00.000000
      uuid          | string(36)   | 1b4e28ba-2fa1-11d2-883f-0016d3cca427 | 1b4e28ba-2fa1-11d2-883f-0016d3cca427
      varbinary(4)  | blob         | 0xCAFE              | cafe
      boolean       | numeric(5,2) | true                | 1
      numeric(5,2)  | boolean      | 0.40                | refused         | mysql: false | mariadb: false | h2: true
      date          | time         | 2026-11-20          | refused         | h2: stops | mysql: 00:00:00 | mariadb: 00:00:00
      date          | integer      | 2026-11-20          | refused         | h2: stops | mysql: 20261120 | mariadb: 20261120
      text          | blob         | abc                 | 616263          | sqlite: refused
      varbinary(4)  | string(20)   | 0x414243            | ABC             | sqlite: refused
      boolean       | bigint       | true                | 1
      boolean       | smallint     | true                | 1
      boolean       | double       | true                | 1
      smallint      | boolean      | 2                   | true
      bigint        | boolean      | 0                   | false
      text          | blob         | a\\c                | 615c63          | sqlite: refused
      integer       | json         | 42                  | 42              | sqlite: refused
      """;

  private static final TableName TABLE = TableName.of("things");

  private record Case(String from, String to, String value, String expected) {
    static Case of(String line, String dialect) {
      String[] parts = line.split(" *\\| *", -1);
      String expected = parts[3].strip();
      for (int i = 4; i < parts.length; i++) {
        String[] exception = parts[i].split(": ", 2);
        if (exception[0].equals(dialect)) {
          expected = exception[1].strip();
        }
      }
      return new Case(parts[0], parts[1], parts[2], expected);
    }
  }

  @TestFactory
  Stream<DynamicNode> databases() {
    return Dialects.ALL.stream()
        .filter(dialect -> !TestDatabases.NOT_HERE.contains(dialect.name()))
        .map(
            dialect ->
                DynamicContainer.dynamicContainer(
                    dialect.name(),
                    CHANGES
                        .lines()
                        .map(line -> Case.of(line, dialect.name()))
                        .map(
                            change ->
                                DynamicTest.dynamicTest(
                                    change + " on " + dialect.name(),
                                    () -> check(change, dialect)))));
  }

  private static void check(Case change, Dialect dialect) throws SQLException {
    DataType type = DataTypes.parse(change.to);
    Schema empty = Schema.empty(dialect.nameScopes());
    Operation create =
        new CreateTable(
            Table.of(
                TABLE,
                List.of(
                    Column.of("id", DataTypes.parse("integer")),
                    Column.of("v", DataTypes.parse(change.from)))));
    Operation insert =
        new BulkInsert(
            TABLE,
            List.of(
                new Row(List.of("id", "v"), List.of(Value.text("1"), Value.text(change.value))),
                new Row(List.of("id", "v"), List.of(Value.text("2"), new Value.Null()))));
    Operation alter = new AlterColumn(TABLE, "v", null, type, null, Change.none(), Change.none());
    try (TestDatabase database = TestDatabases.fresh(dialect.name());
        Connection connection = database.connect()) {
      for (String statement : dialect.sessionSetup()) {
        GoldenExecutionTest.execute(connection, SqlStatement.session(statement));
      }
      List<OperationStep> steps = steps(empty, create, insert, alter);
      GoldenExecutionTest.execute(connection, dialect, flat(dialect.render(steps.subList(0, 2))));
      assertThat(outcome(connection, dialect, steps.get(2), type)).isEqualTo(change.expected);
    }
  }

  private static String outcome(
      Connection connection, Dialect dialect, OperationStep alter, DataType type)
      throws SQLException {
    List<SqlStatement> statements;
    try {
      statements = flat(dialect.render(List.of(alter)));
    } catch (UnsupportedFeatureException e) {
      return REFUSED;
    }
    try {
      GoldenExecutionTest.execute(connection, dialect, statements);
    } catch (SQLException e) {
      return STOPS;
    }
    List<String> values =
        new DataCheck(connection, dialect).read("SELECT v FROM things ORDER BY id", type);
    assertThat(values).hasSize(2).last().isEqualTo(StoredValue.NULL);
    return values.get(0);
  }

  private static List<OperationStep> steps(Schema empty, Operation... operations) {
    List<OperationStep> steps = new ArrayList<>();
    Schema before = empty;
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
