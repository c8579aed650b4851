package io.schemachain.dialect.sqlite;

import static io.schemachain.dialect.sqlite.Ops.USERS;
import static io.schemachain.dialect.sqlite.Ops.column;
import static io.schemachain.dialect.sqlite.Ops.insert;
import static io.schemachain.dialect.sqlite.Ops.keyed;
import static io.schemachain.dialect.sqlite.Ops.rename;
import static io.schemachain.dialect.sqlite.Ops.required;
import static io.schemachain.dialect.sqlite.Ops.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemachain.dialect.DatabaseVersion;
import io.schemachain.dialect.UnsupportedFeatureException;
import io.schemachain.model.Column;
import io.schemachain.model.DataType;
import io.schemachain.model.Options;
import io.schemachain.model.Table;
import io.schemachain.operation.AddColumn;
import io.schemachain.operation.CreateTable;
import io.schemachain.operation.DropColumn;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tables that are STRICT or WITHOUT ROWID, on a version that has both. */
final class SqliteOptionsTest {
  private static final Options STRICT = Options.of("sqlite", Map.of("strict", "true"));
  private static final Options BOTH =
      Options.of("sqlite", Map.of("strict", "true", "without_rowid", "true"));

  private SqliteRun run;

  @BeforeEach
  void open() throws SQLException {
    run = new SqliteRun((SqliteDialect) SqliteRun.DIALECT.forVersion(DatabaseVersion.of(3, 37)));
  }

  @AfterEach
  void close() throws SQLException {
    run.close();
  }

  private static Table users(Options options, Column... more) {
    Column[] columns = new Column[more.length + 1];
    columns[0] = required("id", "bigint");
    System.arraycopy(more, 0, columns, 1, more.length);
    return keyed(USERS, columns).withOptions(options);
  }

  @Test
  void aStrictTableTakesTheValuesOfEveryType() throws SQLException {
    List<Column> columns =
        List.of(
            required("id", "integer"),
            column("a", "smallint"),
            column("b", "bigint"),
            column("c", "numeric(10,2)"),
            column("d", "real"),
            column("e", "double"),
            column("f", "boolean"),
            column("g", "char(3)"),
            column("h", "string(10)"),
            column("i", "text"),
            column("j", "date"),
            column("k", "time(0)"),
            column("l", "timestamp(0)"),
            column("m", "timestamptz(0)"),
            column("n", "binary(2)"),
            column("o", "varbinary(2)"),
            column("p", "blob"),
            column("q", "uuid"),
            column("r", "json"),
            Column.of("s", new DataType.Enumeration("mood", List.of("sad", "ok"))),
            Column.of("t", new DataType.Native("any")));
    run.apply(
        new CreateTable(keyed(USERS, columns.toArray(new Column[0])).withOptions(STRICT)),
        insert(
            USERS,
            "id,a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t",
            "1,2,9223372036854775807,1.50,0.5,0.25,true,abc,x,y,2026-11-20,12:10:00,"
                + "2026-11-20T12:10:00,2026-11-20T12:10:00Z,CAFE,CAFE,CAFE,"
                + "123e4567-e89b-12d3-a456-426614174000,[1],ok,7"));

    assertThat(run.rows("SELECT strict, wr FROM pragma_table_list('users')"))
        .containsExactly("1|0");
    assertThat(run.rows("SELECT id, a, b, c, typeof(f), typeof(n), j, s FROM users"))
        .containsExactly("1|2|9223372036854775807|1.5|integer|blob|2026-11-20|ok");
    assertThatThrownBy(() -> run.execute("INSERT INTO users (id, a) VALUES (2, 'x')"))
        .hasMessageContaining("cannot store TEXT value in INT column");
  }

  @Test
  void anIntegerKeyIsTheNumberOfTheRowAsElsewhere() throws SQLException {
    run.apply(new CreateTable(users(STRICT)), insert(USERS, "id", "7"));

    assertThat(run.rows("SELECT rowid, id FROM users")).containsExactly("1|7");
  }

  @Test
  void aRebuildKeepsBoth() throws SQLException {
    run.apply(
        new CreateTable(users(BOTH, column("age", "string(10)"), column("on_leave", "boolean"))),
        insert(USERS, "id,age,on_leave", "1,30,true", "2,NULL,false"));
    String before = run.dump().toString();

    run.apply(
        type(USERS, "age", "integer"),
        new AddColumn(USERS, column("score", "double")),
        rename(USERS, "age", "years"));

    assertThat(run.rows("SELECT strict, wr FROM pragma_table_list('users')"))
        .containsExactly("1|1");
    assertThat(run.rows("SELECT id, years, typeof(years), on_leave, score FROM users"))
        .containsExactly("1|30|integer|1|null", "2|null|null|0|null");
    run.apply(
        rename(USERS, "years", "age"),
        new DropColumn(USERS, "score"),
        type(USERS, "age", "string(10)"));
    assertThat(run.dump().toString().replace("\"", "")).isEqualTo(before);
  }

  @Test
  void aTypeOfTheSameWordNeedsNoRebuild() throws SQLException {
    run.apply(new CreateTable(users(STRICT, column("a", "string(10)"))));

    assertThat(run.render(type(USERS, "a", "text"))).containsExactly(List.of());
  }

  @Test
  void aTableWithOtherOptionsIsNotMadeAnew() throws SQLException {
    run.apply(new CreateTable(users(BOTH, column("age", "integer"))));
    run.execute("DROP TABLE users");
    run.execute(
        "CREATE TABLE users (id INT NOT NULL, age INTEGER, CONSTRAINT pk_users PRIMARY KEY (id))"
            + " without  rowid");

    assertThatThrownBy(() -> run.apply(type(USERS, "age", "string(5)")))
        .hasMessageContaining("The table users has other options than the revisions gave it.");
    run.execute("DROP TABLE users");
    run.execute(
        "CREATE TABLE users (id INT NOT NULL, age INTEGER, CONSTRAINT pk_users PRIMARY KEY (id))"
            + " WITHOUT ROWID,\nstrict");
    run.apply(type(USERS, "age", "string(5)"));
    assertThat(run.rows("SELECT strict, wr FROM pragma_table_list('users')"))
        .containsExactly("1|1");
  }

  @Test
  void whatAStrictTableCannotHoldIsRefused() {
    assertThatThrownBy(
            () -> run.render(new CreateTable(users(STRICT, column("n", "numeric(16,2)")))))
        .isInstanceOf(UnsupportedFeatureException.class)
        .hasMessage(
            "SQLite does not support numbers of more than 15 digits in a strict table, as in"
                + " numeric(16,2).");
    assertThatThrownBy(
            () ->
                run.render(
                    new CreateTable(
                        users(STRICT, Column.of("n", new DataType.Native("VARCHAR(5)"))))))
        .isInstanceOf(UnsupportedFeatureException.class)
        .hasMessage("SQLite does not support the type VARCHAR(5) in a strict table.");
  }
}
