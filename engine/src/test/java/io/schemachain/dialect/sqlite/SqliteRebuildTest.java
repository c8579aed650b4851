package io.schemachain.dialect.sqlite;

import static io.schemachain.dialect.sqlite.Ops.ORDERS;
import static io.schemachain.dialect.sqlite.Ops.USERS;
import static io.schemachain.dialect.sqlite.Ops.column;
import static io.schemachain.dialect.sqlite.Ops.constant;
import static io.schemachain.dialect.sqlite.Ops.id;
import static io.schemachain.dialect.sqlite.Ops.insert;
import static io.schemachain.dialect.sqlite.Ops.keyed;
import static io.schemachain.dialect.sqlite.Ops.nullable;
import static io.schemachain.dialect.sqlite.Ops.rename;
import static io.schemachain.dialect.sqlite.Ops.required;
import static io.schemachain.dialect.sqlite.Ops.toUsers;
import static io.schemachain.dialect.sqlite.Ops.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemachain.dialect.SqlStatement;
import io.schemachain.model.Check;
import io.schemachain.model.Column;
import io.schemachain.model.Computed;
import io.schemachain.model.DataType;
import io.schemachain.model.DataTypes;
import io.schemachain.model.DefaultValue;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Index;
import io.schemachain.model.IndexPart;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.ReferentialAction;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.model.UniqueConstraint;
import io.schemachain.operation.AddColumn;
import io.schemachain.operation.AlterColumn;
import io.schemachain.operation.Change;
import io.schemachain.operation.CreateCheckConstraint;
import io.schemachain.operation.CreateForeignKey;
import io.schemachain.operation.CreateIndex;
import io.schemachain.operation.CreatePrimaryKey;
import io.schemachain.operation.CreateTable;
import io.schemachain.operation.CreateUniqueConstraint;
import io.schemachain.operation.DropColumn;
import io.schemachain.operation.DropConstraint;
import io.schemachain.operation.Operation;
import io.schemachain.operation.RenameTable;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqliteRebuildTest {
  private SqliteRun run;

  @BeforeEach
  void tables() throws SQLException {
    run = new SqliteRun();
    run.apply(
        new CreateTable(users()),
        new CreateTable(
            keyed(ORDERS, id(), required("user_id", "bigint"))
                .plus(toUsers(ReferentialAction.CASCADE))),
        insert(USERS, "id,email,age", "1,a@x,30", "2,b@x,NULL", "9,c@x,7"),
        insert(ORDERS, "user_id", "1", "1", "2"));
    run.execute("DELETE FROM users WHERE id = 9");
  }

  @AfterEach
  void close() throws SQLException {
    run.close();
  }

  private static Table users() {
    return keyed(
            USERS,
            id(),
            required("email", "string(50)").withCollation("NOCASE"),
            column("age", "integer"),
            column("score", "double").withDefault(constant("1.5")),
            column("twice", "integer").withComputed(new Computed("age * 2", true)))
        .plus(new UniqueConstraint("uq_users_email", List.of("email")))
        .plus(new Check("ck_users_age", "age > 0"))
        .plus(
            new Index("ix_users_age", List.of(new IndexPart.ColumnPart("age", true)), false, null))
        .plus(
            new Index(
                "ix_users_lower",
                List.of(new IndexPart.ExpressionPart("lower(email)", false)),
                true,
                "age > 3"));
  }

  @Test
  void keepsEverythingThatDoesNotChange() throws SQLException {
    List<String> before = run.dump();

    run.apply(type(USERS, "age", "bigint"));

    assertThat(run.rows("SELECT id, email, age, score, twice FROM users ORDER BY id"))
        .containsExactly("1|a@x|30|1.5|60", "2|b@x|null|1.5|null");
    assertThat(run.rows("SELECT id, user_id FROM orders"))
        .as("no cascade")
        .containsExactly("1|1", "2|1", "3|2");
    assertThat(run.rows("SELECT name, seq FROM sqlite_sequence ORDER BY name"))
        .containsExactly("orders|3", "users|9");
    run.apply(type(USERS, "age", "integer"));
    assertThat(run.dump())
        .usingElementComparator(SqliteRebuildTest::compareUnquoted)
        .containsExactlyInAnyOrderElementsOf(before);
  }

  /** ALTER TABLE … RENAME puts the name in quotation marks. */
  private static int compareUnquoted(String a, String b) {
    return a.replace("\"", "").compareTo(b.replace("\"", ""));
  }

  @Test
  void foreignKeysStillPointToTheTableAndAct() throws SQLException {
    run.apply(nullable(USERS, "email", true), nullable(ORDERS, "user_id", true));

    assertThat(
            run.rows(
                "SELECT \"table\", \"from\", \"to\", on_delete FROM"
                    + " pragma_foreign_key_list('orders')"))
        .containsExactly("users|user_id|id|CASCADE");
    run.execute("DELETE FROM users WHERE id = 1");
    assertThat(run.rows("SELECT id FROM orders")).containsExactly("3");
  }

  @Test
  void consecutiveStepsOnATableAreOneRebuild() throws SQLException {
    List<List<SqlStatement>> rendered =
        run.render(
            new AddColumn(USERS, required("code", "string(5)").withDefault(constant("x"))),
            new AddColumn(
                USERS,
                required("made", "timestamp")
                    .withDefault(new DefaultValue.Expression("CURRENT_TIMESTAMP"))),
            new CreateIndex(
                USERS, new Index("ix_made", List.of(IndexPart.column("made")), false, null)),
            new CreateCheckConstraint(USERS, new Check("ck_code", "code <> ''")),
            new CreateIndex(
                USERS, new Index("ix_code", List.of(IndexPart.column("code")), false, null)));

    assertThat(rendered).hasSize(5);
    assertThat(rendered.get(0)).hasSize(1);
    assertThat(rendered.get(1)).hasSizeGreaterThan(5);
    assertThat(rendered.get(2)).isEmpty();
    assertThat(rendered.get(3)).isEmpty();
    assertThat(rendered.get(4)).hasSize(1);
  }

  @Test
  void addedColumnsTakeTheirDefaults() throws SQLException {
    run.apply(
        new AddColumn(
            USERS,
            required("made", "timestamp").withDefault(new DefaultValue.Expression("'2026'||'!'"))),
        new AddColumn(USERS, column("n", "integer").withDefault(constant("7"))),
        new AddColumn(USERS, column("sum", "integer").withComputed(new Computed("age + n", true))));

    assertThat(run.rows("SELECT id, made, n, sum FROM users ORDER BY id"))
        .containsExactly("1|2026!|7|37", "2|2026!|7|null");
  }

  @Test
  void aColumnDroppedAndAddedAgainIsNew() throws SQLException {
    run.apply(
        new DropColumn(USERS, "score"),
        new AddColumn(
            USERS, column("score", "integer").withDefault(new DefaultValue.Expression("40 + 2"))));
    run.apply(
        new CreateUniqueConstraint(USERS, new UniqueConstraint("uq_score", List.of("id", "score"))),
        new DropConstraint(USERS, "uq_score"),
        new DropColumn(USERS, "score"),
        new AddColumn(
            USERS, column("score", "integer").withDefault(new DefaultValue.Expression("1 + 1"))));

    assertThat(run.rows("SELECT score FROM users")).containsExactly("2", "2");
  }

  @Test
  void aTypeBetweenTwoIsNotLeftOut() throws SQLException {
    TableName t = TableName.of("t");
    run.apply(
        new CreateTable(Table.of(t, List.of(column("at", "timestamp")))),
        insert(t, "at", "2026-11-20 12:10:00"));

    run.apply(type(t, "at", "date"), type(t, "at", "timestamp"));

    assertThat(run.rows("SELECT at FROM t")).containsExactly("2026-11-20 00:00:00");
  }

  @Test
  void aTypeThatIsStoredInTheSameWordsIsChecked() throws SQLException {
    TableName t = TableName.of("t");
    run.apply(
        new CreateTable(Table.of(t, List.of(column("a", "text"), column("b", "char(36)")))),
        insert(t, "a,b", "{},B", "{,b"));

    assertThatThrownBy(() -> run.apply(type(t, "a", "json")))
        .hasMessageContaining("The value { in the column a of t is not of the type json.");
    assertThatThrownBy(() -> run.apply(type(t, "b", "uuid")))
        .hasMessageContaining("The value b in the column b of t is not of the type uuid.");
    run.execute("DELETE FROM t WHERE a = '{'");
    run.apply(type(t, "a", "json"));
    assertThat(run.rows("SELECT a FROM t")).containsExactly("{}");
  }

  @Test
  void aZoneIsUtc() throws SQLException {
    TableName t = TableName.of("t");
    run.apply(
        new CreateTable(
            Table.of(
                t,
                List.of(column("day", "date"), column("at", "timestamptz"), column("s", "text")))),
        insert(t, "day,at,s", "2026-11-20,2026-11-20T01:10:00+02:00,2026-11-20 12:10:00+02:00"));

    run.apply(type(t, "day", "timestamptz"), type(t, "at", "date"));
    assertThat(run.rows("SELECT day, at FROM t")).containsExactly("2026-11-20 00:00:00|2026-11-19");
    assertThatThrownBy(() -> run.apply(type(t, "s", "timestamptz")))
        .as("an offset would be lost")
        .hasMessageContaining("The value 2026-11-20 12:10:00+02:00 in the column s of t");
  }

  /** As the driver for SQLite writes a java.sql.Date that no revision wrote. */
  @Test
  void aDateThatIsANumberStopsIt() throws SQLException {
    TableName t = TableName.of("t");
    run.apply(new CreateTable(Table.of(t, List.of(column("day", "date")))));
    run.execute("INSERT INTO t VALUES (1795132800000)");

    assertThatThrownBy(() -> run.apply(type(t, "day", "timestamp")))
        .hasMessageContaining("in the column day of t is not of the type timestamp");
    assertThat(run.rows("SELECT day FROM t")).containsExactly("1795132800000");
  }

  @Test
  void aRebuildThatReplacesAllColumnsKeepsTheNumberOfRows() throws SQLException {
    TableName flags = TableName.of("flags");
    run.apply(
        new CreateTable(Table.of(flags, List.of(column("a", "integer")))),
        insert(flags, "a", "1", "2"));

    run.apply(
        new AddColumn(flags, column("b", "text").withDefault(new DefaultValue.Expression("'b'"))),
        new DropColumn(flags, "a"),
        new CreateCheckConstraint(flags, new Check("ck_b", "b <> ''")));

    assertThat(run.rows("SELECT * FROM flags")).containsExactly("b", "b");
  }

  @Test
  void aRenameIsFollowedByForeignKeysAndIndexes() throws SQLException {
    TableName mails = TableName.of("mails");
    run.apply(
        new CreateTable(
            Table.of(mails, List.of(column("email", "string(50)")))
                .plus(
                    new ForeignKey(
                        "fk_mails", List.of("email"), USERS, List.of("email"), null, null))),
        insert(mails, "email", "a@x"));

    run.apply(
        new AddColumn(USERS, column("note", "text")),
        new AlterColumn(USERS, "email", "mail", null, true, Change.none(), Change.none()),
        new AlterColumn(
            USERS, "age", "years", DataTypes.parse("bigint"), null, Change.none(), Change.none()),
        nullable(USERS, "mail", false));

    assertThat(run.rows("SELECT \"to\" FROM pragma_foreign_key_list('mails')"))
        .containsExactly("mail");
    assertThat(run.rows("SELECT id, mail, years, note FROM users"))
        .containsExactly("1|a@x|30|null", "2|b@x|null|null");
    assertThat(run.rows("SELECT sql FROM sqlite_schema WHERE name = 'ix_users_lower'"))
        .containsExactly(
            "CREATE UNIQUE INDEX ix_users_lower ON users ((lower(mail))) WHERE years > 3");
  }

  @Test
  void constraintsComeAndGo() throws SQLException {
    TableName tags = TableName.of("tags");
    run.apply(
        new CreateTable(
            Table.of(tags, List.of(column("name", "string(9)"), column("u", "bigint")))),
        insert(tags, "name,u", "a,1", "b,2"));
    List<String> before = run.dump();

    run.apply(
        new CreatePrimaryKey(tags, new PrimaryKey("pk_tags", List.of("name"))),
        new CreateUniqueConstraint(tags, new UniqueConstraint("uq_tags", List.of("u"))),
        new CreateCheckConstraint(tags, new Check("ck_tags", "u > 0")),
        new CreateForeignKey(
            tags,
            new ForeignKey(
                "fk_tags", List.of("u"), USERS, List.of(), ReferentialAction.SET_NULL, null)));

    assertThatThrownBy(() -> run.execute("INSERT INTO tags VALUES (NULL, 1)"))
        .hasMessageContaining("NOT NULL");
    assertThatThrownBy(() -> run.execute("INSERT INTO tags VALUES ('c', 1)"))
        .hasMessageContaining("UNIQUE");
    assertThatThrownBy(() -> run.execute("INSERT INTO tags VALUES ('c', -1)"))
        .hasMessageContaining("ck_tags");
    assertThatThrownBy(() -> run.execute("INSERT INTO tags VALUES ('c', 77)"))
        .hasMessageContaining("FOREIGN KEY");

    run.apply(
        new DropConstraint(tags, "fk_tags"),
        new DropConstraint(tags, "ck_tags"),
        new DropConstraint(tags, "uq_tags"),
        new DropConstraint(tags, "pk_tags"),
        nullable(tags, "name", true));
    assertThat(run.dump())
        .usingElementComparator(SqliteRebuildTest::compareUnquoted)
        .containsExactlyElementsOf(before);
  }

  @Test
  void aTableThatRefersToItselfStaysWhole() throws SQLException {
    TableName nodes = TableName.of("nodes");
    run.apply(
        new CreateTable(
            keyed(nodes, id(), column("parent", "bigint"), column("name", "text"))
                .plus(
                    new ForeignKey(
                        "fk_parent",
                        List.of("parent"),
                        nodes,
                        List.of("id"),
                        ReferentialAction.CASCADE,
                        null))),
        insert(nodes, "id,parent", "1,NULL", "2,1"));

    run.apply(nullable(nodes, "name", true), type(nodes, "name", "string(5)"));

    assertThat(run.rows("SELECT id, parent FROM nodes")).containsExactly("1|null", "2|1");
    assertThat(run.rows("SELECT \"table\" FROM pragma_foreign_key_list('nodes')"))
        .containsExactly("nodes");
  }

  @Test
  void aNameThatNeedsQuotingIsQuotedEverywhere() throws SQLException {
    TableName table = TableName.of("Order's \"[list]\"");
    run.apply(
        new CreateTable(
            keyed(table, id(), column("select", "text"), column("group", "text"))
                .plus(
                    new Index(
                        "in\"dex", List.of(IndexPart.column("select")), false, "\"group\" > ''"))),
        insert(table, "select,group", "it's,x"));

    run.apply(nullable(table, "select", false), rename(table, "group", "Group by"));
    run.apply(new RenameTable(table, "order's \"[LIST]\""));

    assertThat(run.rows("SELECT \"select\", \"Group by\" FROM \"order's \"\"[LIST]\"\"\""))
        .containsExactly("it's|x");
    assertThat(run.rows("SELECT name FROM sqlite_schema WHERE type = 'table'"))
        .contains("order's \"[LIST]\"");
  }

  @Test
  void anAttachedDatabaseIsASchema() throws SQLException {
    run.execute("ATTACH DATABASE ':memory:' AS app");
    TableName things = new TableName("app", "things");
    run.apply(
        new CreateTable(
            keyed(things, id(), column("a", "integer"))
                .plus(new Index("ix_a", List.of(IndexPart.column("a")), true, null))),
        insert(things, "id,a", "5,1"));

    run.apply(type(things, "a", "text"), new AddColumn(things, column("b", "text")));
    run.apply(
        nullable(things, "b", true), new CreateCheckConstraint(things, new Check("c", "a > 0")));

    assertThat(run.rows("SELECT * FROM app.things")).containsExactly("5|1|null");
    assertThat(run.rows("SELECT name FROM app.sqlite_schema WHERE type = 'index'"))
        .containsExactly("ix_a");
    assertThat(run.rows("SELECT seq FROM app.sqlite_sequence")).containsExactly("5");
  }

  // What stops it

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "CREATE TRIGGER tr AFTER INSERT ON users BEGIN SELECT 1@ END;"
            + "The trigger tr uses the table users.",
        "CREATE TRIGGER tr AFTER INSERT ON orders BEGIN DELETE FROM \"Users\"@ END;"
            + "The trigger tr uses the table users.",
        "CREATE VIEW v AS SELECT 1 FROM USERS;The view v uses the table users.",
        "CREATE INDEX mine ON users (score);The index mine of users is not one",
        "DROP INDEX ix_users_age;The table users lacks the index ix_users_age",
        "ALTER TABLE users ADD COLUMN extra TEXT;has the column extra text,",
        "ALTER TABLE users DROP COLUMN score;lacks the column score double DEFAULT 1.5 that",
      })
  void whatNoRevisionMadeStopsIt(String sql, String message) throws SQLException {
    run.execute(sql.replace('@', ';'));
    List<String> before = run.dump();

    assertThatThrownBy(() -> run.apply(type(USERS, "age", "bigint")))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining(message);

    assertThat(run.dump()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "CREATE TABLE t (a INTEGER, b TEXT) STRICT;has options that no revision gave it",
        "CREATE TABLE t (a INTEGER PRIMARY KEY AUTOINCREMENT, b TEXT);has the column a",
        "CREATE TABLE t (a INTEGER REFERENCES users, b TEXT);has the foreign key a to users (id), which",
        "CREATE TABLE t (a INTEGER UNIQUE, b TEXT);has the unique constraint a, which",
        "CREATE TABLE t (a INTEGER, b TEXT AS (a));has the column b text computed,",
        "CREATE TABLE t (a INTEGER, b TEXT AS (a) STORED);has the column b text computed and stored,",
        "CREATE TABLE t (a INTEGER NOT NULL, b TEXT);has the column a integer NOT NULL,",
        "CREATE TABLE t (a BIGINT, b TEXT);has the column a bigint,",
        "CREATE TABLE t (a INTEGER DEFAULT (1 + 1), b TEXT);has the column a integer DEFAULT 1 + 1,",
        "CREATE TABLE t (a INTEGER, b TEXT COLLATE NOCASE);The checks, collations or clauses",
        "CREATE TABLE t (a INTEGER CHECK (a > 0), b TEXT);The checks, collations or clauses",
        "CREATE TABLE t (a INTEGER NOT NULL ON CONFLICT IGNORE, b TEXT);The checks, collations or",
      })
  void aTableOfAnotherShapeStopsIt(String sql, String message) throws SQLException {
    TableName t = TableName.of("t");
    run.apply(new CreateTable(Table.of(t, List.of(column("a", "integer"), column("b", "text")))));
    run.execute("DROP TABLE t");
    run.execute(sql);

    assertThatThrownBy(() -> run.apply(type(t, "a", "bigint"))).hasMessageContaining(message);
  }

  private static Table full() {
    return Table.of(
            TableName.of("t"),
            List.of(
                column("a", "integer"),
                column("b", "text").withCollation("NOCASE"),
                column("c", "text"),
                column("d", "text").withComputed(new Computed("b || 'X'", false)),
                Column.of("e", new DataType.Enumeration("mood", List.of("sad", "it's Ok"))),
                column("f", "bigint")))
        .plus(new Check("ck", "a > 0 OR c IN ('It', 'b c')"))
        .plus(new Check("ck2", "a > 0"))
        .plus(new UniqueConstraint("uq", List.of("a", "c")))
        .plus(
            new ForeignKey(
                "fk", List.of("f"), USERS, List.of("id"), ReferentialAction.CASCADE, null))
        .plus(
            new Index(
                "ix",
                List.of(new IndexPart.ColumnPart("a", true), IndexPart.column("c")),
                false,
                "c <> 'Q r'"));
  }

  private static final String T =
      "create table \"T\" (f bigint, a  INTEGER,\n [B] text\tcollate nocase, `c` TEXT,"
          + " d TEXT AS (b||'X'), e varchar(7) check (e in('sad','it''s Ok')),"
          + " CHECK(a>0), CONSTRAINT x CHECK (a > 0 or c in ('It','b c')), UNIQUE (a, c),"
          + " FOREIGN KEY (f) REFERENCES users ON DELETE CASCADE)";

  private static final String IX = "create index if not exists ix on t(a desc,c) where c<>'Q r'";

  /** Each change of what somebody wrote in other words is seen; the words are not. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '@',
      value = {
        "INTEGER; INTEGER ;",
        "CHECK(a>0);CHECK(a>=0);lacks CHECK (a > 0), which",
        "CHECK(a>0),;;lacks CHECK (a > 0), which",
        "CHECK(a>0);CHECK(a>0), CHECK(c>0);The checks, collations or clauses",
        "CHECK(a>0);CHECK(a>0) ON CONFLICT IGNORE;The checks, collations or clauses",
        "'It';'it';lacks ''It'', which",
        "'b c';'bc';lacks ''b c'', which",
        "'it''s Ok';'it''s ok';lacks ''it''''s Ok'', which",
        "'sad',;;lacks CHECK (e IN (",
        "b||'X';a||'X';lacks AS (b || ''X''), which",
        "b||'X';b||'x';lacks ''X'', which",
        "collate nocase;collate rtrim;lacks b TEXT COLLATE",
        "text\tcollate nocase, `c` TEXT;text, `c` TEXT collate nocase;lacks b TEXT COLLATE",
        "UNIQUE (a, c);UNIQUE (c, a);has the unique constraint c, a, which",
        "UNIQUE (a, c);UNIQUE (a);lacks the unique constraint a, c that",
        "ON DELETE CASCADE;ON DELETE SET NULL;has the foreign key f to users (id) on delete set",
        "users ON;users (age) ON;has the foreign key f to users (age) on delete cascade,",
        "(f) REFERENCES;(a) REFERENCES;lacks the foreign key f to users (id) on delete cascade",
        "ON DELETE CASCADE;ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED;The checks, collations or",
        "a desc,c;c,a desc;lacks the index ix",
        "a desc,c;a,c;lacks the index ix",
        "a desc,c;a desc,c collate nocase;lacks the index ix",
        "create index;create unique index;lacks the index ix",
        " where c<>'Q r';;lacks the index ix",
        "c<>'Q r';c<>'q r';The text of ix lacks ''Q r'', which",
        "c<>'Q r';c<>'Qr';The text of ix lacks ''Q r'', which",
      })
  void whatSomebodyWroteInATextStopsIt(String words, @Nullable String other, String message)
      throws SQLException {
    run.apply(new CreateTable(full()));
    run.execute("DROP TABLE t");
    String from = words.replace("\\t", "\t");
    String to = other == null ? "" : other;
    assertThat(T + IX).contains(from);
    run.execute(T.replace(from, to));
    run.execute(IX.replace(from, to));
    Operation change = type(TableName.of("t"), "c", "string(9)");

    if (message == null) {
      run.apply(change);
      return;
    }
    assertThatThrownBy(() -> run.apply(change)).hasMessageContaining(message);
  }

  /** ALTER TABLE edits the texts. */
  @Test
  void textsThatSqliteEditedAreThoseOfTheRevisions() throws SQLException {
    TableName t = TableName.of("t");
    run.apply(new CreateTable(full()));
    run.apply(rename(t, "a", "order"), rename(t, "b", "B b"));
    run.apply(new RenameTable(t, "group"));
    TableName group = TableName.of("group");
    run.apply(rename(group, "e", "E"));
    run.apply(new AddColumn(group, column("x", "text").withCollation("RTRIM")));
    run.apply(type(group, "c", "string(9)"));
    run.apply(type(group, "c", "text"));
  }

  @Test
  void columnsMayBeInAnotherOrder() throws SQLException {
    TableName t = TableName.of("t");
    run.apply(new CreateTable(Table.of(t, List.of(column("a", "integer"), column("b", "text")))));
    run.execute("DROP TABLE t");
    run.execute("CREATE TABLE t (b TEXT, a INTEGER)");
    run.execute("INSERT INTO t VALUES ('one', 1)");

    run.apply(type(t, "a", "bigint"));

    assertThat(run.rows("SELECT a || b FROM t")).containsExactly("1one");
  }

  @Test
  void foreignKeysThatAreOnStopIt() throws SQLException {
    List<SqlStatement> statements = run.render(type(USERS, "age", "bigint")).get(0);
    assertThat(statements.get(0).inTransaction()).isFalse();

    assertThatThrownBy(() -> run.inTransaction(statements))
        .hasMessageContaining("Foreign keys are on");

    assertThat(run.rows("SELECT count(*) FROM orders")).containsExactly("3");
  }

  @Test
  void aFailureLeavesNothingBehind() throws SQLException {
    List<String> before = run.dump();

    assertThatThrownBy(() -> run.apply(nullable(USERS, "age", false)))
        .hasMessageContaining("NOT NULL constraint failed");
    assertThat(run.dump()).isEqualTo(before);

    run.execute("INSERT INTO users (id, email, age) VALUES (4, '12', 5)");
    Operation toNumber =
        new AlterColumn(
            USERS,
            "email",
            null,
            DataTypes.parse("integer"),
            null,
            null,
            Change.none(),
            Change.none(),
            Change.none(),
            Change.none(),
            Change.drop(),
            null);
    assertThatThrownBy(() -> run.apply(toNumber))
        .hasMessageContaining(
            "The value a@x in the column email of users is not of the type integer.");
    assertThat(run.rows("SELECT email FROM users ORDER BY id")).containsExactly("a@x", "b@x", "12");
    run.execute("DELETE FROM users WHERE id < 3");
    assertThatThrownBy(
            () ->
                run.apply(
                    new AddColumn(
                        USERS, Column.of("q", DataTypes.parse("text")).withNullable(false))))
        .hasMessageContaining("NOT NULL");
  }

  @Test
  void rowsThatReferToNothingStopIt() throws SQLException {
    run.execute("PRAGMA foreign_keys = OFF");
    run.execute("INSERT INTO orders (user_id) VALUES (55)");

    assertThatThrownBy(() -> run.apply(nullable(ORDERS, "user_id", true)))
        .hasMessageContaining("Row 4 of orders refers to nothing in users.");
  }
}
