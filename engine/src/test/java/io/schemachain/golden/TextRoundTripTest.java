package io.schemachain.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.Dialects;
import io.schemachain.model.DataType;
import io.schemachain.model.DataTypes;
import io.schemachain.model.Literal;
import io.schemachain.testdb.TestDatabase;
import io.schemachain.testdb.TestDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts that a YAML file of a case cannot hold, or that are too long for one, and long bytes. */
final class TextRoundTripTest {
  private static final DataType TEXT = DataTypes.parse("text");
  private static final DataType BLOB = DataTypes.parse("blob");

  static Stream<Dialect> databases() {
    return Dialects.ALL.stream().filter(d -> !TestDatabases.NOT_HERE.contains(d.name()));
  }

  private static List<String> texts() {
    List<String> texts = new ArrayList<>();
    StringBuilder all = new StringBuilder();
    for (char c = 1; c < 0x300; c++) {
      texts.add("a" + c + "b" + c + c);
      all.append(c);
    }
    texts.add(all.toString());
    texts.addAll(List.of("\r\n", "\n\r", "\\\r\n'\\'", "\u2028\u2029\uFEFF\uFFFD\uFFFF", "'\\''"));
    for (int size : List.of(2000, 2001, 4000, 4001, 8001, 32_767, 32_768, 70_000)) {
      texts.add("'".repeat(size));
      texts.add("🐘\r\n".repeat(size / 3));
    }
    return texts;
  }

  @ParameterizedTest
  @MethodSource("databases")
  void every_text_is_read_as_it_was_written(Dialect dialect) throws SQLException {
    roundTrip(dialect, TEXT, texts());
  }

  @ParameterizedTest
  @MethodSource("databases")
  void every_byte_is_read_as_it_was_written(Dialect dialect) throws SQLException {
    StringBuilder bytes = new StringBuilder();
    for (int i = 0; i < 0x100; i++) {
      bytes.append(Character.forDigit(i >> 4, 16)).append(Character.forDigit(i & 0xf, 16));
    }
    roundTrip(dialect, BLOB, List.of("", bytes.toString(), bytes.toString().repeat(300)));
  }

  private static void roundTrip(Dialect dialect, DataType type, List<String> values)
      throws SQLException {
    String word = type.equals(TEXT) ? "LONGTEXT" : "LONGBLOB";
    String column =
        switch (dialect.name()) {
          case "postgresql" -> type.equals(TEXT) ? "TEXT" : "BYTEA";
          case "mysql", "mariadb" -> word;
          default -> type.equals(TEXT) ? "CLOB" : "BLOB";
        };
    try (TestDatabase database = TestDatabases.fresh(dialect.name());
        Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      for (String setup : dialect.sessionSetup()) {
        statement.execute(setup);
      }
      statement.execute("CREATE TABLE t (n INTEGER, v " + column + ")");
      for (int i = 0; i < values.size(); i++) {
        String literal = dialect.literals().render(Literal.parse(type, values.get(i)), type);
        statement.execute("INSERT INTO t (n, v) VALUES (" + i + ", " + literal + ")");
      }
      assertThat(new DataCheck(connection, dialect).read("SELECT v FROM t ORDER BY n", type))
          .isEqualTo(values);
    }
  }
}
