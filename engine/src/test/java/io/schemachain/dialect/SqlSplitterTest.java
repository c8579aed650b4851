package io.schemachain.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.schemachain.dialect.SqlLexis.Trait;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class SqlSplitterTest {
  private static final SqlLexis STANDARD = SqlLexis.with();
  private static final SqlLexis POSTGRESQL =
      SqlLexis.with(Trait.NESTED_COMMENTS, Trait.DOLLAR_QUOTES, Trait.ESCAPE_STRINGS);
  private static final SqlLexis MYSQL =
      SqlLexis.with(
          Trait.BACKSLASH_ESCAPES,
          Trait.HASH_COMMENTS,
          Trait.DOUBLE_QUOTE_IS_STRING,
          Trait.BACKTICKS,
          Trait.DASH_NEEDS_SPACE);
  private static final SqlLexis SQLITE = SqlLexis.with(Trait.BACKTICKS, Trait.BRACKETS);
  private static final SqlLexis H2 =
      SqlLexis.with(
          Trait.NESTED_COMMENTS, Trait.DOLLAR_QUOTES, Trait.BACKTICKS, Trait.SLASH_COMMENTS);
  private static final List<SqlLexis> ALL = List.of(STANDARD, POSTGRESQL, MYSQL, SQLITE, H2);

  private static Arguments cut(SqlLexis lexis, String sql, String... parts) {
    return Arguments.of(lexis, sql, List.of(parts));
  }

  static Stream<Arguments> texts() {
    return Stream.of(
        // Terminators
        cut(STANDARD, ""),
        cut(STANDARD, " \n\t"),
        cut(STANDARD, ";;\n;"),
        cut(STANDARD, "SELECT 1", "SELECT 1"),
        cut(STANDARD, "SELECT 1;", "SELECT 1"),
        cut(STANDARD, "SELECT 1;\nSELECT 2", "SELECT 1", "SELECT 2"),
        cut(STANDARD, "\n  SELECT\t1 ::x % :y\n ; SELECT 2;", "SELECT\t1 ::x % :y", "SELECT 2"),
        // Quotes
        cut(STANDARD, "SELECT 'a;b'; SELECT 'it''s;'", "SELECT 'a;b'", "SELECT 'it''s;'"),
        cut(STANDARD, "SELECT \"a;\"\"b\"; SELECT 2", "SELECT \"a;\"\"b\"", "SELECT 2"),
        cut(STANDARD, "SELECT 'a\\'; SELECT 2", "SELECT 'a\\'", "SELECT 2"),
        cut(STANDARD, "SELECT '--'; SELECT '/*;'", "SELECT '--'", "SELECT '/*;'"),
        cut(MYSQL, "SELECT 'a\\';'; SELECT \"b\\\";\"", "SELECT 'a\\';'", "SELECT \"b\\\";\""),
        cut(MYSQL, "SELECT `a;``b`; SELECT 2", "SELECT `a;``b`", "SELECT 2"),
        cut(MYSQL, "SELECT `a\\`; SELECT 2", "SELECT `a\\`", "SELECT 2"),
        cut(SQLITE, "SELECT [a;b]; SELECT `c;`", "SELECT [a;b]", "SELECT `c;`"),
        cut(POSTGRESQL, "SELECT E'a\\';'; SELECT e'b;'", "SELECT E'a\\';'", "SELECT e'b;'"),
        cut(POSTGRESQL, "SELECT re'a\\'; SELECT 2", "SELECT re'a\\'", "SELECT 2"),
        cut(POSTGRESQL, "SELECT a[1]; SELECT 2", "SELECT a[1]", "SELECT 2"),
        // Dollar quotes
        cut(POSTGRESQL, "SELECT $$;'$$; SELECT $a$;$$;$a$", "SELECT $$;'$$", "SELECT $a$;$$;$a$"),
        cut(
            POSTGRESQL,
            "SELECT a$b$; SELECT $1; SELECT $b$;$b$",
            "SELECT a$b$",
            "SELECT $1",
            "SELECT $b$;$b$"),
        cut(STANDARD, "SELECT $a$; SELECT $a$", "SELECT $a$", "SELECT $a$"),
        // Comments
        cut(
            STANDARD,
            "-- a; b\nSELECT 1; -- c\nSELECT 2; -- d;",
            "-- a; b\nSELECT 1",
            "-- c\nSELECT 2"),
        cut(STANDARD, "SELECT 1 -- one\n; SELECT 2 /* two */", "SELECT 1", "SELECT 2"),
        cut(STANDARD, "SELECT /* ; */ 1; /* ; */ /* x */", "SELECT /* ; */ 1"),
        cut(STANDARD, "/* a /* b */ SELECT 1;", "/* a /* b */ SELECT 1"),
        cut(POSTGRESQL, "/* a /* ; */ ; */ SELECT 1;", "/* a /* ; */ ; */ SELECT 1"),
        cut(H2, "SELECT 1 // it's ;\n; SELECT 2", "SELECT 1", "SELECT 2"),
        cut(STANDARD, "SELECT 1 // ; 2", "SELECT 1 //", "2"),
        cut(STANDARD, "SELECT # ; 1", "SELECT #", "1"),
        cut(MYSQL, "SELECT 1 # ;\n; SELECT 2", "SELECT 1", "SELECT 2"),
        cut(MYSQL, "SELECT 1--1; SELECT 2 --\n;", "SELECT 1--1", "SELECT 2"),
        cut(
            MYSQL,
            "/*!40101 SET NAMES utf8 */; SELECT 2",
            "/*!40101 SET NAMES utf8 */",
            "SELECT 2"),
        cut(
            MYSQL,
            "/*M!100100 SET a = '*/;' */; SELECT 2",
            "/*M!100100 SET a = '*/;' */",
            "SELECT 2"),
        cut(STANDARD, "/*!40101 ; */ SELECT 2", "/*!40101 ; */ SELECT 2"),
        // Parentheses
        cut(
            POSTGRESQL,
            "CREATE RULE r AS ON INSERT TO t DO (SELECT 1; SELECT 2); SELECT 3",
            "CREATE RULE r AS ON INSERT TO t DO (SELECT 1; SELECT 2)",
            "SELECT 3"),
        cut(STANDARD, "SELECT 1); SELECT 2", "SELECT 1)", "SELECT 2"),
        // Transactions are statements
        cut(STANDARD, "BEGIN; SELECT 1; END; COMMIT", "BEGIN", "SELECT 1", "END", "COMMIT"),
        cut(SQLITE, "BEGIN IMMEDIATE; SELECT 1", "BEGIN IMMEDIATE", "SELECT 1"),
        cut(
            POSTGRESQL,
            "BEGIN TRANSACTION READ ONLY; SELECT 1",
            "BEGIN TRANSACTION READ ONLY",
            "SELECT 1"),
        cut(POSTGRESQL, "BEGIN /* x */ ; SELECT 1", "BEGIN", "SELECT 1"),
        cut(
            POSTGRESQL,
            "DECLARE c CURSOR FOR SELECT 1; SELECT 2",
            "DECLARE c CURSOR FOR SELECT 1",
            "SELECT 2"));
  }

  /** Each is one statement, and SELECT 9 behind it another. */
  static Stream<Arguments> routines() {
    return Stream.of(
        cut(
            SQLITE,
            "CREATE TRIGGER t AFTER INSERT ON a BEGIN UPDATE b SET c = 1; DELETE FROM d; END"),
        cut(
            SQLITE,
            "CREATE TEMP TRIGGER IF NOT EXISTS t AFTER UPDATE OF x ON a WHEN new.a IS NOT NULL"
                + " BEGIN SELECT CASE WHEN new.x THEN 1 ELSE 2 END; SELECT new.end; END"),
        cut(
            SQLITE,
            "CREATE TRIGGER t AFTER INSERT ON a BEGIN INSERT INTO b VALUES (1)"
                + " ON CONFLICT DO NOTHING; SELECT IIF(1, 2, 3); END"),
        cut(
            MYSQL,
            "CREATE PROCEDURE p() BEGIN IF a THEN SELECT 1; ELSEIF b THEN SELECT 2; ELSE SELECT"
                + " IF(a, b, c); END IF; END"),
        cut(MYSQL, "CREATE PROCEDURE p() BEGIN IF (a > b) THEN SELECT 1; END IF; SELECT 2; END"),
        cut(MYSQL, "CREATE PROCEDURE p() BEGIN IF IF(a, b, c) THEN SELECT 1; END IF; END"),
        cut(
            MYSQL,
            "CREATE PROCEDURE p() BEGIN IF a THEN SELECT 1; ELSE IF b THEN SELECT 2; END IF;"
                + " END IF; END"),
        cut(
            MYSQL,
            "CREATE PROCEDURE p() BEGIN SET x = CASE WHEN a THEN IF(b, c, d) ELSE"
                + " REPEAT('x', 3) END; SELECT 1; END"),
        cut(
            MYSQL,
            "CREATE PROCEDURE p() BEGIN CASE x WHEN 1 THEN SELECT 1; ELSE BEGIN END; END CASE;"
                + " SELECT 1; END"),
        cut(
            MYSQL,
            "CREATE PROCEDURE p() BEGIN l: LOOP LEAVE l; END LOOP l; WHILE a DO SELECT 1; END"
                + " WHILE; REPEAT SELECT 1; UNTIL b END REPEAT; END"),
        cut(
            MYSQL,
            "CREATE PROCEDURE p() BEGIN DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ROLLBACK;"
                + " END; START TRANSACTION; SELECT 1; COMMIT; END"),
        cut(
            MYSQL,
            "CREATE PROCEDURE p() BEGIN DROP TABLE IF EXISTS x; CREATE TABLE IF NOT EXISTS y (a"
                + " INT); END"),
        cut(MYSQL, "CREATE DEFINER=`root`@`localhost` PROCEDURE p() BEGIN SELECT 1; END"),
        cut(
            MYSQL,
            "CREATE DEFINER = CURRENT_USER() TRIGGER t BEFORE INSERT ON a FOR EACH ROW BEGIN SET"
                + " NEW.b = 1; END"),
        cut(
            MYSQL,
            "CREATE DEFINER='root'@'%' EVENT e ON SCHEDULE EVERY 1 HOUR DO BEGIN SELECT 1; END"),
        cut(
            MYSQL,
            "/*!50003 CREATE*/ /*!50017 DEFINER=`r`@`l`*/ /*!50003 TRIGGER t BEFORE INSERT ON a"
                + " FOR EACH ROW BEGIN SET NEW.b = 1; END */"),
        cut(MYSQL, "CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW SET NEW.b = 1"),
        cut(
            MYSQL,
            "CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW IF NEW.b THEN SET NEW.c = 1; END"
                + " IF"),
        cut(MYSQL, "CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW INSERT INTO b SELECT 1 AS c"),
        cut(MYSQL, "CREATE FUNCTION f(a INT) RETURNS INT DETERMINISTIC RETURN a IS NULL"),
        cut(MYSQL, "CREATE PROCEDURE IF NOT EXISTS p() SELECT a AS b FROM c"),
        cut(
            MYSQL,
            "CREATE FUNCTION f() RETURNS INT DETERMINISTIC CASE x WHEN 1 THEN RETURN 1; END CASE"),
        cut(MYSQL, "BEGIN NOT ATOMIC SELECT 1; FOR i IN 1..3 DO SELECT i; END FOR; END"),
        cut(MYSQL, "CREATE PACKAGE p PROCEDURE a(); FUNCTION b() RETURNS INT; END"),
        cut(
            MYSQL,
            "CREATE PACKAGE BODY p AS x INT; PROCEDURE a() BEGIN SELECT 1; END; BEGIN SELECT 2;"
                + " END"),
        cut(
            POSTGRESQL,
            "CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT 1; SELECT CASE"
                + " WHEN true THEN 1 END; END"),
        cut(
            POSTGRESQL,
            "CREATE OR REPLACE FUNCTION f() RETURNS int AS $$ BEGIN RETURN 1; END; $$"
                + " LANGUAGE plpgsql"),
        cut(
            POSTGRESQL,
            "CREATE OR REPLACE FUNCTION f(a int DEFAULT 1) RETURNS int AS 'SELECT 1;'"
                + " LANGUAGE sql"),
        cut(POSTGRESQL, "CREATE FUNCTION f(a int) RETURNS boolean RETURN a IS NULL"),
        cut(
            POSTGRESQL,
            "CREATE TRIGGER t AFTER UPDATE ON a REFERENCING NEW TABLE AS n FOR EACH ROW"
                + " EXECUTE FUNCTION f()"),
        cut(
            POSTGRESQL,
            "CREATE CONSTRAINT TRIGGER t AFTER INSERT ON a DEFERRABLE FOR EACH ROW WHEN"
                + " (NEW.x IS NULL) EXECUTE FUNCTION f()"),
        cut(POSTGRESQL, "DO $$ BEGIN PERFORM 1; END $$"),
        cut(
            STANDARD,
            "CREATE OR REPLACE PROCEDURE p (a IN NUMBER) IS b NUMBER; BEGIN IF a > 1 THEN b :="
                + " 2; END IF; FOR i IN 1..2 LOOP b := 1; END LOOP; WHILE a LOOP b := 1; END LOOP;"
                + " EXCEPTION WHEN OTHERS THEN NULL; END p"),
        cut(STANDARD, "DECLARE a NUMBER; BEGIN a := 1; END"),
        cut(STANDARD, "BEGIN DBMS_OUTPUT.PUT_LINE('x'); END"),
        cut(STANDARD, "CREATE TABLE t (a INT, begin_ INT DEFAULT CASE WHEN 1 THEN 2 END)"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void cutsAtTerminators(SqlLexis lexis, String sql, List<String> expected) {
    assertThat(SqlSplitter.split(sql, lexis))
        .extracting(SqlSplitter.Part::text)
        .isEqualTo(expected);
    for (SqlSplitter.Part part : SqlSplitter.split(sql, lexis)) {
      assertThat(sql).startsWith(sql.substring(0, part.offset()) + part.text());
    }
  }

  @ParameterizedTest
  @MethodSource("routines")
  void keepsBodiesTogether(SqlLexis lexis, String sql, List<String> nothing) {
    assertThat(nothing).isEmpty();
    assertThat(SqlSplitter.split("SELECT 0;\n" + sql + ";\nSELECT 9;\n", lexis))
        .extracting(SqlSplitter.Part::text)
        .containsExactly("SELECT 0", sql, "SELECT 9");
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        Arguments.of(STANDARD, "SELECT 1; SELECT 'a", "A string is not closed.", 17),
        Arguments.of(STANDARD, "SELECT \"a", "A quoted name is not closed.", 7),
        Arguments.of(MYSQL, "SELECT 'a\\'", "A string is not closed.", 7),
        Arguments.of(MYSQL, "SELECT 'a\\", "A string is not closed.", 7),
        Arguments.of(STANDARD, "SELECT /* 1", "A comment is not closed.", 7),
        Arguments.of(POSTGRESQL, "/* a /* b */", "A comment is not closed.", 0),
        Arguments.of(MYSQL, "/*!40101 SELECT 1", "A comment is not closed.", 0),
        Arguments.of(POSTGRESQL, "SELECT $x$ a", "A string that begins with $x$ is not closed.", 7),
        Arguments.of(STANDARD, "SELECT (1; SELECT 2", "A parenthesis is not closed.", 7),
        Arguments.of(
            MYSQL,
            "CREATE PROCEDURE p() BEGIN SELECT 1;",
            "The block that begins here has no END.",
            21),
        Arguments.of(
            MYSQL,
            "SELECT 1;\nDELIMITER //\nSELECT 2",
            "`DELIMITER //` is a command of the database's client, not SQL.",
            10),
        Arguments.of(
            POSTGRESQL,
            "\\set x 1\n",
            "`\\set x 1` is a command of the database's client, not SQL.",
            0),
        Arguments.of(
            SQLITE,
            "SELECT 1;\n.mode list\n",
            "`.mode list` is a command of the database's client, not SQL.",
            10),
        Arguments.of(
            STANDARD,
            "SELECT 1;\nGO\nSELECT 2",
            "`GO` is a command of the database's client, not SQL.",
            10));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void saysWhereItIsBroken(SqlLexis lexis, String sql, String message, int offset) {
    SqlSyntaxException e =
        catchThrowableOfType(SqlSyntaxException.class, () -> SqlSplitter.split(sql, lexis));
    assertThat(e).hasMessage(message);
    assertThat(e.offset()).isEqualTo(offset);
  }

  @Test
  void tellsDataFromDefinitions() {
    assertThat(
            SqlSplitter.split(
                "INSERT INTO a VALUES (1); with b AS (SELECT 1) SELECT 2; (SELECT 3); /* c */ CREATE"
                    + " TABLE d (e INT); SET f = 1; -- g\nUPDATE h SET i = 1; GRANT SELECT ON j TO k",
                STANDARD))
        .extracting(SqlSplitter.Part::kind)
        .containsExactly(
            StatementKind.DML,
            StatementKind.DML,
            StatementKind.DML,
            StatementKind.DDL,
            StatementKind.SESSION,
            StatementKind.DML,
            StatementKind.DDL);
    assertThat(SqlSplitter.split("/*!40101 SET NAMES utf8 */", MYSQL))
        .extracting(SqlSplitter.Part::kind)
        .containsExactly(StatementKind.SESSION);
  }

  private static final List<String> PIECES =
      List.of(
          "'",
          "''",
          "\"",
          "`",
          "[",
          "]",
          ";",
          ";",
          ";",
          "--",
          "\n",
          " ",
          " ",
          "/*",
          "*/",
          "/*!",
          "#",
          "$$",
          "$a$",
          "\\",
          "(",
          ")",
          "CREATE ",
          "PROCEDURE ",
          "FUNCTION ",
          "TRIGGER ",
          "PACKAGE ",
          "BEGIN ",
          "END ",
          "IF ",
          "THEN ",
          "CASE ",
          "LOOP ",
          "WHILE ",
          "DO ",
          "REPEAT ",
          "DECLARE ",
          "AS ",
          "SELECT ",
          "E'",
          "x",
          "1",
          "DEFINER",
          "=",
          "@",
          "😀",
          "é",
          "\t",
          "\r\n",
          ".");

  /** Whatever stands between two statements is a terminator, white space or a comment. */
  @Test
  void losesNothing() {
    Random random = new Random(7);
    for (int run = 0; run < 50_000; run++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(30); i >= 0; i--) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      String sql = text.toString();
      for (SqlLexis lexis : ALL) {
        check(sql, lexis);
      }
    }
  }

  private static void check(String sql, SqlLexis lexis) {
    List<SqlSplitter.Part> parts;
    try {
      parts = SqlSplitter.split(sql, lexis);
    } catch (SqlSyntaxException e) {
      assertThat(e.offset()).as(sql).isBetween(0, sql.length());
      return;
    }
    int end = 0;
    StringBuilder between = new StringBuilder();
    for (SqlSplitter.Part part : parts) {
      assertThat(sql.startsWith(part.text(), part.offset())).as(sql).isTrue();
      between.append(sql, end, part.offset());
      end = part.offset() + part.text().length();
    }
    between.append(sql.substring(end));
    SqlScanner scanner = new SqlScanner(between.toString(), lexis);
    for (SqlToken token = scanner.next(); !token.isEnd(); token = scanner.next()) {
      assertThat(token.kind() == SqlToken.Kind.COMMENT || token.isSymbol(";")).as(sql).isTrue();
    }
    String again = parts.stream().map(part -> part.text() + ";\n").collect(Collectors.joining());
    assertThat(texts(again, lexis)).as(sql).isEqualTo(texts(sql, lexis));
  }

  /**
   * Declarations without a block behind them go on to the end of the text, terminators included.
   */
  private static List<String> texts(String sql, SqlLexis lexis) {
    return SqlSplitter.split(sql, lexis).stream()
        .map(part -> part.text().replaceFirst("[;\\s]+$", ""))
        .toList();
  }

  @Test
  void staysFastOnLongTexts() {
    String text = "INSERT INTO t VALUES ('x', 1);\n".repeat(100_000);
    assertThat(SqlSplitter.split(text, MYSQL)).hasSize(100_000);
  }
}
