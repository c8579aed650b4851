package io.schemachain.dialect.sqlite;

import static io.schemachain.dialect.sqlite.Ops.USERS;
import static io.schemachain.dialect.sqlite.Ops.column;
import static io.schemachain.dialect.sqlite.Ops.constant;
import static io.schemachain.dialect.sqlite.Ops.id;
import static io.schemachain.dialect.sqlite.Ops.insert;
import static io.schemachain.dialect.sqlite.Ops.keyed;
import static io.schemachain.dialect.sqlite.Ops.rename;
import static io.schemachain.dialect.sqlite.Ops.required;
import static io.schemachain.dialect.sqlite.Ops.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemachain.dialect.SqlStatement;
import io.schemachain.dialect.UnsupportedFeatureException;
import io.schemachain.model.Column;
import io.schemachain.model.Computed;
import io.schemachain.model.DataType;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Identity;
import io.schemachain.model.Index;
import io.schemachain.model.IndexPart;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.model.TypeKind;
import io.schemachain.operation.AddColumn;
import io.schemachain.operation.AlterColumn;
import io.schemachain.operation.Change;
import io.schemachain.operation.CreateIndex;
import io.schemachain.operation.CreateTable;
import io.schemachain.operation.CreateTableComment;
import io.schemachain.operation.DropColumn;
import io.schemachain.operation.DropIndex;
import io.schemachain.operation.DropTable;
import io.schemachain.operation.Operation;
import io.schemachain.operation.RenameTable;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SqliteDdlTest {
  private static final DataType MOOD = new DataType.Enumeration("mood", List.of("sad", "it's ok"));

  private SqliteRun run;

  @BeforeEach
  void open() throws SQLException {
    run = new SqliteRun();
  }

  @AfterEach
  void close() throws SQLException {
    run.close();
  }

  @Test
  void everyTypeKeepsItsValues() throws SQLException {
    List<String> values =
        List.of(
            "smallint=-7",
            "integer=2147483647",
            "bigint=9223372036854775807",
            "numeric(15,2)=1234567890123.45",
            "numeric(19,0)=9223372036854775807",
            "real=0.5",
            "double=1e300",
            "boolean=true",
            "char(3)=007",
            "string(20)=it's",
            "text=a\n;\n/\nb",
            "date=2026-11-20",
            "time=12:10:00.5",
            "timestamp=2026-11-20T12:10:00",
            "timestamptz=2026-11-20T01:10:00+02:00",
            "binary(2)=CAFE",
            "varbinary(3)=0x00",
            "blob=0x",
            "uuid=6ba7b810-9dad-11d1-80b4-00c04fd430c8",
            "json=12");
    List<Column> columns = new ArrayList<>();
    List<String> names = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (String value : values) {
      int equals = value.indexOf('=');
      String name = "c" + columns.size();
      columns.add(
          column(name, value.substring(0, equals))
              .withDefault(constant(value.substring(equals + 1))));
      names.add(name);
      texts.add(value.substring(equals + 1));
    }
    run.apply(
        new CreateTable(Table.of(USERS, columns)),
        insert(USERS, String.join(",", names), String.join(",", texts)));
    run.execute("INSERT INTO users DEFAULT VALUES");

    List<String> stored = new ArrayList<>();
    for (String name : names) {
      String query = "SELECT DISTINCT typeof(%1$s), quote(%1$s) FROM users".formatted(name);
      stored.add(String.join(" & ", run.rows(query)));
    }
    assertThat(stored)
        .containsExactly(
            "integer|-7",
            "integer|2147483647",
            "integer|9223372036854775807",
            "real|1234567890123.45",
            "integer|9223372036854775807",
            "real|0.5",
            "real|1.0e+300",
            "integer|1",
            "text|'007'",
            "text|'it''s'",
            "text|'a\n;\n/\nb'",
            "text|'2026-11-20'",
            "text|'12:10:00.5'",
            "text|'2026-11-20 12:10:00'",
            "text|'2026-11-19 23:10:00'",
            "blob|X'CAFE'",
            "blob|X'00'",
            "blob|X''",
            "text|'6ba7b810-9dad-11d1-80b4-00c04fd430c8'",
            "text|'12'");
  }

  @Test
  void anEnumHoldsItsValuesOnly() throws SQLException {
    run.apply(
        new CreateTable(keyed(USERS, id(), column("name", "text"))),
        new AddColumn(USERS, Column.of("mood", MOOD).withDefault(constant("it's ok"))));

    run.execute("INSERT INTO users (name) VALUES ('a')");
    assertThat(run.rows("SELECT mood FROM users")).containsExactly("it's ok");
    assertThatThrownBy(() -> run.execute("INSERT INTO users (mood) VALUES ('glad')"))
        .hasMessageContaining("CHECK");
    run.apply(rename(USERS, "mood", "feeling"), new DropColumn(USERS, "feeling"));
    assertThat(run.rows("SELECT * FROM users")).containsExactly("1|a");
  }

  @Test
  void anIdentityNumbersItself() throws SQLException {
    Column id = required("id", "integer").withIdentity(new Identity(false, 100L, null));
    run.apply(new CreateTable(keyed(USERS, id, column("name", "text"))));
    run.execute("INSERT INTO users (name) VALUES ('a')");
    run.apply(insert(USERS, "id,name", "500,b"));
    run.execute("DELETE FROM users WHERE id = 500");
    run.execute("INSERT INTO users (name) VALUES ('c')");

    assertThat(run.rows("SELECT * FROM users")).containsExactly("100|a", "501|c");
    assertThat(run.rows("SELECT sql FROM sqlite_schema WHERE name = 'users'"))
        .singleElement()
        .asString()
        .contains("id INTEGER CONSTRAINT pk_users PRIMARY KEY AUTOINCREMENT NOT NULL");

    run.apply(new RenameTable(USERS, "people"));
    run.execute("DELETE FROM people");
    run.apply(type(TableName.of("people"), "name", "string(7)"));
    run.execute("INSERT INTO people (name) VALUES ('d')");
    assertThat(run.rows("SELECT * FROM people")).containsExactly("502|d");
  }

  @Test
  void whatAlterTableCanDoIsLeftToIt() throws SQLException {
    run.apply(new CreateTable(keyed(USERS, id(), column("a", "text"), column("b", "integer"))));

    List<List<SqlStatement>> rendered =
        run.render(
            new AddColumn(USERS, required("c", "string(3)").withDefault(constant("x"))),
            new AddColumn(USERS, column("d", "integer").withComputed(new Computed("b + 1", false))),
            new CreateIndex(USERS, new Index("ix", List.of(IndexPart.column("a")), true, "b > 0")),
            new DropIndex(USERS, "ix"),
            rename(USERS, "a", "aa"),
            new DropColumn(USERS, "c"),
            new RenameTable(USERS, "people"),
            new DropTable(TableName.of("people"), true));

    assertThat(rendered).allSatisfy(statements -> assertThat(statements).hasSize(1));
    assertThat(rendered.stream().map(statements -> statements.get(0).text()))
        .containsExactly(
            "ALTER TABLE users ADD COLUMN c VARCHAR(3) DEFAULT 'x' NOT NULL",
            "ALTER TABLE users ADD COLUMN d INTEGER GENERATED ALWAYS AS (b + 1)",
            "CREATE UNIQUE INDEX ix ON users (a) WHERE b > 0",
            "DROP INDEX ix",
            "ALTER TABLE users RENAME COLUMN a TO aa",
            "ALTER TABLE users DROP COLUMN c",
            "ALTER TABLE users RENAME TO people",
            "DROP TABLE IF EXISTS people");
    run.inTransaction(rendered.stream().flatMap(List::stream).toList());
  }

  @Test
  void aChangeThatSqliteDoesNotWriteIsNoStatement() throws SQLException {
    run.apply(new CreateTable(keyed(USERS, id(), column("at", "timestamp"))));

    assertThat(run.render(type(USERS, "at", "timestamp(3)"), type(USERS, "id", "integer")))
        .containsExactly(List.of(), List.of());
  }

  @Test
  void whatSqliteCannotDoIsRefused() throws SQLException {
    run.apply(new CreateTable(keyed(USERS, id(), column("name", "text"))));
    Column always = required("id", "bigint").withIdentity(new Identity(true, null, null));
    Column step = required("id", "bigint").withIdentity(new Identity(false, null, 2L));
    TableName other = TableName.of("other");

    refused("comments", new CreateTableComment(USERS, "x"));
    refused("comments", new CreateTable(keyed(other, id()).withComment("x")));
    refused("comments", new AddColumn(USERS, column("a", "text").withComment("x")));
    refused(
        "comments", new AlterColumn(USERS, "name", "n", null, null, Change.none(), Change.to("x")));
    refused(
        "comments",
        new AlterColumn(USERS, "id", "ident", null, null, Change.none(), Change.to("x")));
    refused("the type interval", new AddColumn(USERS, column("a", "interval")));
    refused(
        "arrays",
        new AddColumn(
            USERS, Column.of("a", new DataType.Array(DataType.Scalar.of(TypeKind.INTEGER)))));
    refused("an identity that refuses given values", new CreateTable(keyed(other, always)));
    refused("an identity that does not count up", new CreateTable(keyed(other, step)));
    refused(
        "an identity column that is not the whole primary key",
        new CreateTable(
            Table.of(other, List.of(id(), required("b", "text")))
                .withPrimaryKey(new PrimaryKey("pk", List.of("id", "b")))));
    refused(
        "foreign keys to another schema",
        new CreateTable(
            Table.of(new TableName("app", "x"), List.of(column("u", "bigint")))
                .plus(new ForeignKey("fk", List.of("u"), USERS, List.of("id"), null, null))));
    refused(
        "decimal numbers of more than 15 digits",
        new AddColumn(
            USERS, column("a", "numeric(20,2)").withDefault(constant("12345678901234567.89"))));
  }

  private void refused(String feature, Operation operation) {
    assertThatThrownBy(() -> run.render(operation))
        .isInstanceOf(UnsupportedFeatureException.class)
        .hasMessageStartingWith("SQLite does not support " + feature);
  }

  @Test
  void reservedWordsAreQuotedAndAllOthersWork() throws SQLException {
    for (String word : List.of("table", "index", "order", "key", "user", "plan", "rowid", "true")) {
      TableName name = TableName.of(word);
      run.apply(
          new CreateTable(
              Table.of(name, List.of(column(word, "text"), column("x", "text")))
                  .plus(new Index("ix_" + word, List.of(IndexPart.column(word)), false, null))),
          insert(name, word, "v"),
          rename(name, "x", "y"));
      assertThat(run.rows("SELECT * FROM \"" + word + "\"")).containsExactly("v|null");
    }
  }

  @Test
  void theCatalogIsRead() throws SQLException {
    run.apply(
        new CreateTable(
            keyed(USERS, id(), column("c", "integer").withComputed(new Computed("id", true)))));

    assertThat(run.rows(SqliteRun.DIALECT.columnsOf(USERS))).containsExactly("id", "c");
    assertThat(run.rows(SqliteRun.DIALECT.columnsOf(TableName.of("none")))).isEmpty();
    assertThat(run.rows(SqliteRun.DIALECT.currentSchema())).containsExactly("main");
    assertThat(run.rows("SELECT " + SqliteRun.DIALECT.isServer())).containsExactly("1");
    assertThat(run.rows("SELECT " + SqliteRun.DIALECT.utcNow()))
        .singleElement()
        .asString()
        .matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3}");
  }
}
