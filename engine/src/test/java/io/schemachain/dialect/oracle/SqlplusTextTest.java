package io.schemachain.dialect.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemachain.dialect.SqlSplitter;
import io.schemachain.dialect.UnsupportedFeatureException;
import io.schemachain.golden.OracleGrammar;
import io.schemachain.model.TableName;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SqlplusTextTest {
  private static final OracleDialect DIALECT = new OracleDialect();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO t (a) VALUES ('a')",
        "INSERT INTO t (a)\n\n  VALUES ('a;\n')",
        "INSERT INTO t (a) VALUES ('one;\ntwo')",
        "INSERT INTO t (a) VALUES ('one\n/\ntwo')",
        "INSERT INTO t (a) VALUES ('one\n.\ntwo')",
        "INSERT INTO t (a) VALUES ('one\n# two')",
        "INSERT INTO t (a) VALUES ('one-\ntwo')",
        "INSERT INTO t (a) VALUES ('one\n @two')",
        "INSERT INTO t (a) VALUES ('&one &&two :three')",
        "INSERT INTO t (a) VALUES ('one\r\ntwo')",
        "UPDATE t SET a = 1 -- all of them;\nWHERE a = 2",
        "UPDATE t SET a = 1 -\n 1",
        "-- first\nUPDATE t SET a = 1",
        "/* first */ UPDATE t SET a = 1",
        "SET ROLE app",
        "BEGIN\n  NULL;\nEND;",
        "-- why\nBEGIN\n  NULL; -- because-\nEND;",
        "CREATE PROCEDURE p IS\nBEGIN\n  x := 'a\n/\nb';\nEND;",
        "CREATE TYPE words AS TABLE OF VARCHAR2(10);"
      })
  void theServerGetsWhatWasWritten(String statement) {
    String script = SqlplusText.terminated(statement, DIALECT) + "\nDELETE FROM after_it;\n";
    List<String> read = SqlplusReader.read(script);
    assertThat(read).hasSize(2);
    String first = SqlplusReader.unwrapped(read.get(0));
    assertThat(first)
        .isEqualTo(statement.replaceFirst("^-- \\w+\\n(?=UPDATE|BEGIN)", leading(first)));
  }

  /** A comment in front of a statement is one of the client. */
  private static String leading(String read) {
    return read.startsWith("--") ? "$0" : "";
  }

  @Test
  void aLongLineIsBrokenBetweenTokens() {
    String columns = "c_0123456789, ".repeat(400);
    String statement = "INSERT INTO t (" + columns + "z) VALUES (1)";
    List<String> read = SqlplusReader.read(SqlplusText.terminated(statement, DIALECT));
    assertThat(read).hasSize(1);
    assertThat(read.get(0).replace('\n', ' ')).isEqualTo(statement);
  }

  @Test
  void aLongTextIsInPieces() {
    String text = "it's ä\n".repeat(3000);
    String constant = DIALECT.literals().string(text);
    String statement = "BEGIN\n  EXECUTE IMMEDIATE " + constant + ";\nEND;";
    assertThat(SqlplusReader.unwrapped(statement)).isEqualTo(text);
    List<String> read = SqlplusReader.read(SqlplusText.terminated(statement, DIALECT));
    assertThat(read).containsExactly(statement);
  }

  @Test
  void aQueryWithATrapIsRefused() {
    assertThatThrownBy(() -> SqlplusText.terminated("SELECT 'a;\nb' FROM DUAL", DIALECT))
        .isInstanceOf(UnsupportedFeatureException.class);
  }

  @Test
  void blocksKeepTheirSemicolonAndStatementsDoNot() {
    String sql =
        """
        CREATE OR REPLACE PACKAGE p IS
          PROCEDURE q;
        END p;
        CREATE OR REPLACE PACKAGE BODY p IS
          PROCEDURE q IS
          BEGIN
            NULL;
          END q;
        END p;
        DECLARE
          n NUMBER := 0;
        BEGIN
          n := CASE WHEN n = 0 THEN 1 ELSE 2 END;
          IF n = 1 THEN
            NULL;
          ELSIF n = 2 THEN
            NULL;
          END IF;
        END;
        CREATE TYPE words AS OBJECT (a NUMBER);
        INSERT INTO t (a) VALUES (q'{a;'b}');
        BEGIN NULL; END
        """;
    List<String> parts =
        SqlSplitter.split(sql, DIALECT.lexis()).stream().map(SqlSplitter.Part::text).toList();
    assertThat(parts).hasSize(6);
    assertThat(parts.get(0)).endsWith("END p;");
    assertThat(parts.get(1)).startsWith("CREATE OR REPLACE PACKAGE BODY").endsWith("END p;");
    assertThat(parts.get(2)).startsWith("DECLARE").endsWith("END;");
    assertThat(parts.get(3)).isEqualTo("CREATE TYPE words AS OBJECT (a NUMBER);");
    assertThat(parts.get(4)).isEqualTo("INSERT INTO t (a) VALUES (q'{a;'b}')");
    assertThat(parts.get(5)).isEqualTo("BEGIN NULL; END;");
  }

  @SuppressWarnings("StringConcatToTextBlock") // a block of text for each would be a page
  @ParameterizedTest
  @ValueSource(
      strings = {
        "DECLARE\n  PROCEDURE p IS\n  BEGIN\n    NULL;\n  END p;\nBEGIN\n  p;\nEND;",
        """
        DECLARE
          n NUMBER;
          FUNCTION f (a NUMBER) RETURN NUMBER;
          FUNCTION f (a NUMBER) RETURN NUMBER IS
            PROCEDURE q IS BEGIN NULL; END;
          BEGIN
            RETURN a;
          END f;
        BEGIN
          n := f(1);
        END;""",
        "CREATE FUNCTION f (a NUMBER) RETURN NUMBER DETERMINISTIC IS\n  n NUMBER;\nBEGIN\n"
            + "  n := a;\n  RETURN n;\nEND;",
        "CREATE PROCEDURE p IS\n  PROCEDURE q IS\n  BEGIN\n    NULL;\n  END;\nBEGIN\n  q;\nEND p;",
        "<<outer>>\nBEGIN\n  <<again>>\n  LOOP\n    EXIT again WHEN 2 > 1;\n  END LOOP again;\nEND;",
        "BEGIN\n  FOR i IN 1..2 LOOP\n    IF i > 1 THEN\n      CASE i WHEN 2 THEN NULL; END CASE;\n"
            + "    END IF;\n  END LOOP;\nEXCEPTION\n  WHEN OTHERS THEN\n    RAISE;\nEND;",
        "CREATE TRIGGER t FOR INSERT ON u COMPOUND TRIGGER\n  n NUMBER;\n  BEFORE STATEMENT IS\n"
            + "  BEGIN\n    n := 0;\n  END BEFORE STATEMENT;\n  AFTER EACH ROW IS\n  BEGIN\n"
            + "    n := n + 1;\n  END AFTER EACH ROW;\nEND t;",
        """
        CREATE PACKAGE BODY p IS
          TYPE names IS TABLE OF VARCHAR2(10);
          FUNCTION f RETURN NUMBER IS
            PROCEDURE g IS BEGIN NULL; END;
          BEGIN
            RETURN 1;
          END;
        BEGIN
          NULL;
        END p;"""
      })
  void aBlockIsNotCut(String block) {
    String sql = block + "\nDELETE FROM t;";
    assertThat(SqlSplitter.split(sql, DIALECT.lexis()).stream().map(SqlSplitter.Part::text))
        .containsExactly(block, "DELETE FROM t");
  }

  @Test
  void theGuardsAreRead() {
    OracleScript style = new OracleScript(DIALECT);
    String script =
        String.join("\n", style.preamble())
            + "\n"
            + String.join("\n", style.lock(TableName.of("schemachain_version")))
            + "\n"
            + String.join("\n", style.guard(DIALECT.isServer(), "It's\nnot."))
            + "\n"
            + String.join("\n", style.unlock(TableName.of("schemachain_version")));
    List<String> read = SqlplusReader.read(script);
    assertThat(read).hasSize(4);
    for (String statement : read) {
      assertThat(OracleGrammar.mistake(statement)).as(statement).isNull();
    }
  }
}
