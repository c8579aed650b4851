package io.schemachain.dialect.h2;

import static io.schemachain.dialect.h2.H2Run.USERS;
import static io.schemachain.dialect.h2.H2Run.column;
import static io.schemachain.dialect.h2.H2Run.insert;
import static io.schemachain.dialect.h2.H2Run.keyed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemachain.dialect.UnsupportedFeatureException;
import io.schemachain.model.Check;
import io.schemachain.model.Column;
import io.schemachain.model.Computed;
import io.schemachain.model.DataType;
import io.schemachain.model.DataTypes;
import io.schemachain.model.DefaultValue;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Identity;
import io.schemachain.model.Index;
import io.schemachain.model.IndexPart;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.ReferentialAction;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.model.TypeKind;
import io.schemachain.model.UniqueConstraint;
import io.schemachain.operation.AddColumn;
import io.schemachain.operation.AlterColumn;
import io.schemachain.operation.Change;
import io.schemachain.operation.CreateCheckConstraint;
import io.schemachain.operation.CreateForeignKey;
import io.schemachain.operation.CreateIndex;
import io.schemachain.operation.CreatePrimaryKey;
import io.schemachain.operation.CreateTable;
import io.schemachain.operation.CreateTableComment;
import io.schemachain.operation.CreateUniqueConstraint;
import io.schemachain.operation.DropColumn;
import io.schemachain.operation.DropConstraint;
import io.schemachain.operation.DropIndex;
import io.schemachain.operation.DropTable;
import io.schemachain.operation.DropTableComment;
import io.schemachain.operation.Operation;
import io.schemachain.operation.RenameTable;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class H2DdlTest {
  private static final DataType MOOD = new DataType.Enumeration("mood", List.of("sad", "it's ok"));
  private static final DataType INTEGERS = new DataType.Array(DataType.Scalar.of(TypeKind.INTEGER));

  private H2Run run;

  @BeforeEach
  void open() throws SQLException {
    run = new H2Run();
  }

  @AfterEach
  void close() throws SQLException {
    run.close();
  }

  private static Column id(boolean always, @Nullable Long increment) {
    return column("id", "bigint")
        .withNullable(false)
        .withIdentity(new Identity(always, null, increment));
  }

  private static Column id() {
    return id(false, null);
  }

  private static AlterColumn alter(String column, String type) {
    return new AlterColumn(
        USERS, column, null, DataTypes.parse(type), null, Change.none(), Change.none());
  }

  @Test
  void everyTypeKeepsItsValues() throws SQLException {
    List<String> values =
        List.of(
            "smallint=-7",
            "integer=2147483647",
            "bigint=9223372036854775807",
            "numeric(20,2)=123456789012345678.45",
            "real=0.5",
            "double=1e300",
            "boolean=true",
            "char(3)=007",
            "string(20)=it's",
            "text=a\n;\nb",
            "date=2026-11-20",
            "time=12:10:00.5",
            "timestamp(3)=2026-11-20T12:10:00.123",
            "timestamptz=2026-11-20T01:10:00+02:00",
            "binary(2)=CAFE",
            "varbinary(3)=0x00",
            "blob=0xAB",
            "uuid=6ba7b810-9dad-11d1-80b4-00c04fd430c8",
            "json={\"a\": [1, \"it's\"]}");
    List<Column> columns = new ArrayList<>();
    List<String> names = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (String value : values) {
      int equals = value.indexOf('=');
      String name = "c" + columns.size();
      String text = value.substring(equals + 1);
      columns.add(
          column(name, value.substring(0, equals)).withDefault(new DefaultValue.Constant(text)));
      names.add(name);
      texts.add(text);
    }
    columns.add(Column.of("mood", MOOD).withDefault(new DefaultValue.Constant("it's ok")));
    columns.add(
        Column.of("numbers", INTEGERS).withDefault(new DefaultValue.Expression("ARRAY[1, 2]")));
    run.apply(
        new CreateTable(Table.of(USERS, columns)),
        insert(USERS, String.join(",", names), String.join("|", texts)));
    run.execute("INSERT INTO users DEFAULT VALUES");

    assertThat(run.rows("SELECT * EXCEPT (c14, c15, c16) FROM users"))
        .containsOnly(
            "-7|2147483647|9223372036854775807|123456789012345678.45|0.5|1.0E300|TRUE|007|it's|"
                + "a\n;\nb|2026-11-20|12:10:00.5|2026-11-20 12:10:00.123|2026-11-20 01:10:00+02|"
                + "6ba7b810-9dad-11d1-80b4-00c04fd430c8|{\"a\":[1,\"it's\"]}|it's ok|[1, 2]");
    assertThat(run.rows("SELECT RAWTOHEX(c14), RAWTOHEX(c15), RAWTOHEX(c16) FROM users"))
        .containsOnly("cafe|00|ab");
  }

  @Test
  void everyOperationRuns() throws SQLException {
    TableName orders = TableName.of("orders");
    run.apply(
        new CreateTable(
            keyed(USERS, id(), column("email", "string(50)").withComment("it's the address"))
                .withComment("people")
                .plus(new UniqueConstraint("uq_users", List.of("email")))
                .plus(
                    new Index(
                        "ix_users", List.of(new IndexPart.ColumnPart("email", true)), true, null))),
        new CreateTable(Table.of(orders, List.of(column("a", "integer"), column("u", "bigint")))),
        new AddColumn(
            USERS,
            column("n", "integer").withNullable(false).withDefault(new DefaultValue.Constant("5"))),
        new AddColumn(USERS, column("twice", "bigint").withComputed(new Computed("n * 2", true))),
        new AddColumn(
            USERS,
            column("at", "timestamp")
                .withDefault(new DefaultValue.Expression("CURRENT_TIMESTAMP"))),
        insert(USERS, "email", "a", "b"),
        new CreatePrimaryKey(orders, new PrimaryKey("pk_orders", List.of("a"))),
        new CreateForeignKey(
            orders,
            new ForeignKey(
                "fk_orders",
                List.of("u"),
                USERS,
                List.of(),
                ReferentialAction.CASCADE,
                ReferentialAction.SET_NULL)),
        new CreateCheckConstraint(orders, new Check("ck_orders", "a > 0")),
        new CreateUniqueConstraint(orders, new UniqueConstraint("uq_orders", List.of("u"))),
        new CreateIndex(
            orders, new Index("ix_orders", List.of(IndexPart.column("a")), false, null)),
        new CreateTableComment(orders, "orders"),
        new DropTableComment(orders));
    assertThat(run.rows("SELECT id, email, n, twice FROM users"))
        .containsExactly("1|a|5|10", "2|b|5|10");

    run.apply(
        new AlterColumn(
            USERS,
            "n",
            "number",
            DataTypes.parse("string(10)"),
            true,
            Change.to(new DefaultValue.Constant("6")),
            Change.to("a number")));
    run.execute("INSERT INTO users (email) VALUES ('c')");
  }

  @Test
  void aTypeChangeKeepsIdentityDefaultAndComment() throws SQLException {
    run.apply(
        new CreateTable(
            keyed(
                USERS,
                id(),
                column("n", "integer")
                    .withNullable(false)
                    .withComment("c")
                    .withDefault(new DefaultValue.Constant("5")),
                Column.of("mood", MOOD).withDefault(new DefaultValue.Constant("sad")))),
        insert(USERS, "n", "1"),
        alter("id", "integer"),
        alter("n", "string(9)"),
        alter("mood", "string(30)"));
    run.execute("INSERT INTO users DEFAULT VALUES");

    assertThat(run.rows("SELECT * FROM users")).containsExactly("1|1|sad", "2|5|sad");
    assertThat(
            run.rows(
                "SELECT DATA_TYPE, IS_NULLABLE, REMARKS, COLUMN_DEFAULT FROM"
                    + " INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA = 'PUBLIC' ORDER BY"
                    + " ORDINAL_POSITION"))
        .containsExactly(
            "INTEGER|NO|null|null",
            "CHARACTER VARYING|NO|c|'5'",
            "CHARACTER VARYING|YES|null|'sad'");
  }

  @Test
  void whatWasMadeCanBeTakenAway() throws SQLException {
    TableName orders = TableName.of("orders");
    run.apply(
        new CreateTable(keyed(USERS, id(), column("email", "string(50)"), column("a", "text"))),
        new CreateTable(
            keyed(orders, id(), column("u", "bigint"))
                .plus(new ForeignKey("fk", List.of("u"), USERS, List.of("id"), null, null))
                .plus(new UniqueConstraint("uq", List.of("u")))
                .plus(new Check("ck", "u > 0"))
                .plus(new Index("ix", List.of(IndexPart.column("u")), false, null))),
        new DropConstraint(orders, "fk"),
        new DropConstraint(orders, "uq"),
        new DropConstraint(orders, "ck"),
        new DropIndex(orders, "ix"),
        new DropColumn(orders, "u"),
        new RenameTable(USERS, "People"),
        new DropTable(orders, false),
        new DropTable(TableName.of("People"), false),
        new DropTable(TableName.of("none"), true));

    assertThat(
            run.rows(
                "SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA ="
                    + " 'PUBLIC'"))
        .isEmpty();
  }

  /** It would be made again with the index as the revisions know it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "FOREIGN KEY (v) REFERENCES users (id)",
        "FOREIGN KEY (u) REFERENCES orders (id)",
        "FOREIGN KEY (u) REFERENCES users (id) ON DELETE CASCADE",
        "FOREIGN KEY (u) REFERENCES users (id) ON UPDATE SET NULL",
        "UNIQUE (u)"
      })
  void aForeignKeyThatSomebodyChangedStaysWithItsIndex(String changed) throws SQLException {
    TableName orders = TableName.of("orders");
    run.apply(
        new CreateTable(keyed(USERS, id())),
        new CreateTable(
            keyed(orders, id(), column("u", "bigint"), column("v", "bigint"))
                .plus(new ForeignKey("fk", List.of("u"), USERS, List.of("id"), null, null))
                .plus(new Index("ix", List.of(IndexPart.column("u")), false, null))
                .plus(new Index("ix2", List.of(IndexPart.column("u")), false, null))));
    run.apply(new DropIndex(orders, "ix"));
    run.execute("ALTER TABLE orders DROP CONSTRAINT fk");
    run.execute("ALTER TABLE orders ADD CONSTRAINT fk " + changed);

    assertThatThrownBy(() -> run.apply(new DropIndex(orders, "ix2")))
        .hasMessageContaining("The foreign key fk of orders is not as the revisions made it.");
  }

  @Test
  void givenValuesMoveTheCounterAndNeverBack() throws SQLException {
    run.apply(new CreateTable(keyed(USERS, id(true, 5L), column("n", "integer"))));
    run.apply(
        insert(USERS, "id,n", "100|1"), insert(USERS, "n", "2"), insert(USERS, "id,n", "7|3"));
    run.apply(insert(USERS, "n", "4"));

    assertThat(run.rows("SELECT id FROM users ORDER BY n"))
        .containsExactly("100", "105", "7", "110");

    TableName down = TableName.of("down");
    run.apply(new CreateTable(keyed(down, id(false, -1L), column("n", "integer"))));
    refused("given values for an identity that counts down", insert(down, "id,n", "-9|1"));
    run.apply(insert(down, "n", "1", "2"));
    assertThat(run.rows("SELECT id FROM down ORDER BY id DESC")).containsExactly("-1", "-2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH",
        ";MODE=MySQL;DATABASE_TO_LOWER=TRUE",
        ";DATABASE_TO_UPPER=FALSE",
        ";CASE_INSENSITIVE_IDENTIFIERS=TRUE"
      })
  void theCatalogIsReadWhateverNamesAreFoldedTo(String options) throws SQLException {
    try (H2Run other = new H2Run(options)) {
      TableName quoted = TableName.of("Order by");
      other.apply(
          new CreateTable(keyed(USERS, id(), column("Name", "text"), column("value", "text"))),
          insert(USERS, "id", "41"),
          insert(USERS, "Name", "x"),
          new CreateTable(Table.of(quoted, List.of(column("a", "text")))));

      assertThat(other.rows(H2Run.DIALECT.columnsOf(USERS)))
          .usingElementComparator(String.CASE_INSENSITIVE_ORDER)
          .containsExactly("id", "Name", "value");
      assertThat(other.rows(H2Run.DIALECT.columnsOf(quoted))).containsExactly("a");
      assertThat(other.rows(H2Run.DIALECT.columnsOf(TableName.of("none")))).isEmpty();
      assertThat(other.rows("SELECT MAX(id) FROM users")).containsExactly("42");
    }
  }

  @Test
  void whatH2CannotDoIsRefused() throws SQLException {
    run.apply(
        new CreateTable(
            keyed(USERS, id(), column("t", "text"), column("b", "blob"), column("s", "string(5)"))
                .plus(new Index("ix_s", List.of(IndexPart.column("s")), false, null))),
        new AddColumn(USERS, column("c", "integer").withComputed(new Computed("1", true))));
    TableName other = TableName.of("other");

    refused(
        "partial indexes", index(new Index("i", List.of(IndexPart.column("s")), false, "id > 1")));
    refused(
        "indexes on expressions",
        index(new Index("i", List.of(new IndexPart.ExpressionPart("id + 1", false)), false, null)));
    refused(
        "an index on a column of the type text",
        index(new Index("i", List.of(IndexPart.column("t")), false, null)));
    refused(
        "a unique constraint on a column of the type blob",
        new CreateUniqueConstraint(USERS, new UniqueConstraint("u", List.of("b"))));
    refused("an index on a column of the type text", alter("s", "text"));
    refused(
        "a primary key on a column of the type text",
        new CreateTable(
            Table.of(other, List.of(column("k", "text")))
                .withPrimaryKey(new PrimaryKey("pk", List.of("k")))));
    refused(
        "virtual computed columns",
        new AddColumn(USERS, column("v", "integer").withComputed(new Computed("1", false))));
    refused("another type for a computed column", alter("c", "bigint"));
    refused(
        "a collation of a column", new AddColumn(USERS, column("v", "text").withCollation("en")));
    refused("the type interval", new AddColumn(USERS, column("v", "interval")));
    refused(
        "arrays as text",
        new AddColumn(
            USERS, Column.of("v", INTEGERS).withDefault(new DefaultValue.Constant("{1}"))));
    refused("a length over 1048576", new AddColumn(USERS, column("v", "string(1048577)")));
    refused("renaming users to USERS", new RenameTable(USERS, "USERS"));
  }

  private static CreateIndex index(Index index) {
    return new CreateIndex(USERS, index);
  }

  private void refused(String feature, Operation operation) {
    assertThatThrownBy(() -> run.render(operation))
        .isInstanceOf(UnsupportedFeatureException.class)
        .hasMessageStartingWith("H2 does not support " + feature);
  }

  @Test
  void namesOfConstraintsAndIndexesDoNotMeet() throws SQLException {
    run.apply(
        new CreateTable(
            Table.of(USERS, List.of(column("a", "integer").withNullable(false)))
                .withPrimaryKey(new PrimaryKey("users", List.of("a")))
                .plus(new Index("users", List.of(IndexPart.column("a")), false, null))));

    assertThatThrownBy(
            () ->
                run.apply(
                    new CreateTable(
                        Table.of(TableName.of("other"), List.of(column("a", "integer")))
                            .plus(new Check("users", "a > 0")))))
        .hasMessageContaining("users");
  }
}
