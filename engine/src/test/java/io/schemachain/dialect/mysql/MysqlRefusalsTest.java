package io.schemachain.dialect.mysql;

import static io.schemachain.dialect.mysql.Given.T;
import static io.schemachain.dialect.mysql.Given.check;
import static io.schemachain.dialect.mysql.Given.column;
import static io.schemachain.dialect.mysql.Given.computed;
import static io.schemachain.dialect.mysql.Given.constant;
import static io.schemachain.dialect.mysql.Given.create;
import static io.schemachain.dialect.mysql.Given.foreignKey;
import static io.schemachain.dialect.mysql.Given.identity;
import static io.schemachain.dialect.mysql.Given.index;
import static io.schemachain.dialect.mysql.Given.rename;
import static io.schemachain.dialect.mysql.Given.required;
import static io.schemachain.dialect.mysql.Given.setNullable;
import static io.schemachain.dialect.mysql.Given.setType;
import static io.schemachain.dialect.mysql.Given.table;
import static io.schemachain.model.ReferentialAction.CASCADE;
import static io.schemachain.model.ReferentialAction.SET_DEFAULT;
import static io.schemachain.model.ReferentialAction.SET_NULL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemachain.dialect.DatabaseVersion;
import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.OperationStep;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.dialect.UnsupportedFeatureException;
import io.schemachain.model.Column;
import io.schemachain.model.DataType;
import io.schemachain.model.Identity;
import io.schemachain.model.Index;
import io.schemachain.model.IndexPart;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.Schema;
import io.schemachain.model.Table;
import io.schemachain.operation.ApplyToSchema;
import io.schemachain.operation.CreateIndex;
import io.schemachain.operation.CreateTable;
import io.schemachain.operation.DropIndex;
import io.schemachain.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What cannot be, is said before the first statement. */
class MysqlRefusalsTest {
  private static final Dialect MYSQL = new MysqlDialect();
  private static final Dialect MARIADB = new MariadbDialect();

  private static List<String> render(Dialect dialect, Operation... operations) {
    Schema schema = Schema.empty(dialect.nameScopes());
    List<OperationStep> steps = new ArrayList<>();
    for (Operation operation : operations) {
      Schema after = ApplyToSchema.apply(operation, schema);
      steps.add(new OperationStep(operation, schema, after));
      schema = after;
    }
    return dialect.render(steps).stream().flatMap(List::stream).map(SqlStatement::text).toList();
  }

  private static void refused(Dialect dialect, String feature, Operation... operations) {
    assertThatThrownBy(() -> render(dialect, operations))
        .isInstanceOf(UnsupportedFeatureException.class)
        .hasMessage(dialect.displayName() + " does not support " + feature + ".");
  }

  private static void refused(String feature, Operation... operations) {
    refused(MYSQL, feature, operations);
    refused(MARIADB, feature, operations);
  }

  private static CreateTable tableOf(Column column) {
    return create("t", identity("id"), column);
  }

  private static Table t(Column... columns) {
    List<Column> all = new ArrayList<>(List.of(identity("id")));
    all.addAll(List.of(columns));
    return table("t", all.toArray(Column[]::new));
  }

  @Test
  void types() {
    refused("the type interval", tableOf(column("a", "interval")));
    refused("arrays", tableOf(Column.of("a", new DataType.Array(Given.type("integer")))));
    refused("char(256), the longest is char(255)", tableOf(column("a", "char(256)")));
    refused("binary(256), the longest is binary(255)", tableOf(column("a", "binary(256)")));
    refused("string(16384) in a row of 65535 bytes", tableOf(column("a", "string(16384)")));
    refused(MYSQL, "more than 30 digits after the point", tableOf(column("a", "numeric(65,31)")));
    refused(MARIADB, "more than 38 digits after the point", tableOf(column("a", "numeric(65,39)")));
    refused(
        "rows of more than 65535 bytes, and t may have 80001",
        new CreateTable(t(column("a", "string(10000)"), column("b", "string(10000)"))));
    refused(
        "values of the enum e that differ only by case, such as A",
        tableOf(Column.of("a", new DataType.Enumeration("e", List.of("a", "A")))));
    refused(
        "spaces at the end of a value of the enum e",
        tableOf(Column.of("a", new DataType.Enumeration("e", List.of("a ")))));
    refused(
        "the timestamptz 2040-01-01T00:00Z",
        tableOf(column("a", "timestamptz").withDefault(constant("2040-01-01T00:00:00Z"))));
    assertThat(
            render(
                MARIADB.forVersion(DatabaseVersion.of(11, 8)),
                tableOf(column("a", "timestamptz").withDefault(constant("2040-01-01T00:00:00Z")))))
        .hasSize(1);
  }

  @Test
  void identities() {
    Column id = required("id", "bigint");
    refused(
        "identity columns that refuse a given value",
        create("t", id.withIdentity(new Identity(true, null, null))));
    refused(
        "an increment of a single column",
        create("t", id.withIdentity(new Identity(false, null, 2L))));
    refused(
        "more than one identity column in a table",
        create("t", id.withIdentity(Identity.DEFAULT), identity("other")));
    refused(
        "an identity column that is not the first column of a key",
        create("t", id, identity("other")));
    refused(
        "an identity column that is not the first column of a key",
        new CreateTable(table("t", id, identity("other")).plus(index("ix", "other"))),
        new DropIndex(T, "ix"));
  }

  @Test
  void keys() {
    refused(
        "the type text in a key such as ix",
        new CreateTable(t(column("a", "text"))),
        new CreateIndex(T, index("ix", "a")));
    refused(
        "the type json in a key such as ix",
        new CreateTable(t(column("a", "string(10)")).plus(index("ix", "a"))),
        setType("a", "json"));
    refused(
        "keys of more than 3072 bytes, and ix may have 3076",
        new CreateTable(t(column("a", "string(769)")).plus(index("ix", "a"))));
    refused(
        "partial indexes",
        new CreateTable(t(column("a", "integer"))),
        new CreateIndex(T, new Index("ix", List.of(IndexPart.column("a")), false, "a > 0")));
    Operation onExpression =
        new CreateIndex(
            T,
            new Index("ix", List.of(new IndexPart.ExpressionPart("lower(a)", false)), true, null));
    refused(MARIADB, "indexes on expressions", tableOf(column("a", "string(10)")), onExpression);
    assertThat(render(MYSQL, tableOf(column("a", "string(10)")), onExpression))
        .last()
        .isEqualTo("CREATE UNIQUE INDEX ix ON t ((lower(a)))");
  }

  @Test
  void foreignKeys() {
    CreateTable p = create("p", identity("id"));
    refused(
        "the referential action set_default",
        p,
        new CreateTable(
            t(column("a", "bigint")).plus(foreignKey("fk", "p", "a", SET_DEFAULT, null))));
    refused(
        "set_null of the foreign key fk on a column that is not nullable",
        p,
        new CreateTable(t(column("a", "bigint")).plus(foreignKey("fk", "p", "a", SET_NULL, null))),
        setNullable("a", false));
    refused(
        "the check constraint ck on a column that the foreign key fk changes",
        p,
        new CreateTable(
            t(column("a", "bigint"))
                .plus(foreignKey("fk", "p", "a", null, CASCADE))
                .plus(check("ck", "a > 0"))));
  }

  @Test
  void aTypeUnderAForeignKey() {
    Operation[] operations = {
      new CreateTable(table("p", required("name", "string(10)"))),
      new CreateTable(t(column("a", "string(10)")).plus(foreignKey("fk", "p", "a"))),
      setType("a", "string(20)")
    };
    refused(MARIADB, "another type for a while the foreign key fk of t uses it", operations);
    assertThat(render(MYSQL, operations))
        .last()
        .isEqualTo("ALTER TABLE t MODIFY COLUMN a VARCHAR(20)");
  }

  @Test
  void computedColumns() {
    refused(
        MARIADB,
        "computed columns that are not nullable",
        tableOf(computed("a", "id + 1", true).withNullable(false)));
    Operation given = new CreateTable(t(column("a", "integer"), computed("b", "a + 1", true)));
    refused(
        MYSQL, "another name for a, which the column b is computed from", given, rename("a", "c"));
    assertThat(render(MARIADB, given, rename("a", "C")))
        .last()
        .isEqualTo("ALTER TABLE t RENAME COLUMN a TO `C`");
    assertThat(render(MARIADB, given, rename("a", "c")))
        .last()
        .isEqualTo("ALTER TABLE t RENAME COLUMN a TO c");
  }

  /** Error 1146, and a foreign key that refers to a name that is gone. */
  @Test
  void anotherNameForWhatACompositeForeignKeyRefersTo() {
    Operation referred =
        new CreateTable(
            Table.of(T, List.of(required("a", "integer"), required("b", "integer")))
                .withPrimaryKey(new PrimaryKey("pk_t", List.of("a", "b"))));
    Operation referring =
        new CreateTable(
            table("r", column("id", "bigint"), column("x", "integer"), column("y", "integer"))
                .plus(foreignKey("fk_r", "t", "x", "y")));
    refused(
        MYSQL,
        "another name for b, which the foreign key fk_r of r refers to behind another column",
        referred,
        referring,
        rename("b", "c"));
    assertThat(render(MARIADB, referred, referring, rename("b", "c")))
        .last()
        .isEqualTo("ALTER TABLE t RENAME COLUMN b TO c");
  }

  @Test
  void comments() {
    refused(
        "comments of more than 1024 characters on a column",
        tableOf(column("a", "integer").withComment("x".repeat(1025))));
    refused(
        "comments of more than 2048 characters",
        new CreateTable(t(column("a", "integer")).withComment("x".repeat(2049))));
  }

  @Test
  void products() {
    assertThat(MYSQL.isProduct("MySQL", "8.0.33")).isTrue();
    assertThat(MYSQL.isProduct("MySQL", "5.5.5-10.11.6-MariaDB")).isFalse();
    assertThat(MARIADB.isProduct("MySQL", "5.5.5-10.11.6-MariaDB")).isTrue();
    assertThat(MARIADB.isProduct("MariaDB", "11.4.5-MariaDB")).isTrue();
    assertThat(MARIADB.serverVersion("5.5.5-10.11.6-MariaDB")).hasToString("10.11");
    assertThat(MARIADB.serverVersion("11.4.5-MariaDB")).hasToString("11.4");
  }

  @Test
  void aTableAsADbaReadsIt() {
    assertThat(
            render(
                MYSQL,
                create("p", identity("id")),
                new CreateTable(
                    t(
                            required("title", "string(100)")
                                .withCollation("utf8mb4_bin")
                                .withDefault(constant("none"))
                                .withComment("As printed"),
                            column("p_id", "bigint"),
                            column("body", "text").withDefault(constant("")),
                            computed("size", "char_length(body)", true),
                            required("made", "timestamptz").withDefault(Given.expression("now()")),
                            column("seen", "timestamptz(0)"))
                        .plus(index("ix_title", "title"))
                        .plus(foreignKey("fk_p", "p", "p_id", CASCADE, null))
                        .plus(check("ck_title", "title <> ''"))
                        .withComment("Books"))))
        .last()
        .isEqualTo(
            """
            CREATE TABLE t (
              id BIGINT NOT NULL AUTO_INCREMENT,
              title VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT 'none' COMMENT 'As printed',
              p_id BIGINT,
              body LONGTEXT DEFAULT (''),
              size INTEGER GENERATED ALWAYS AS (char_length(body)) STORED,
              made TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
              seen TIMESTAMP(0) NULL,
              PRIMARY KEY (id),
              INDEX ix_title (title),
              INDEX fk_p (p_id),
              CONSTRAINT fk_p FOREIGN KEY (p_id) REFERENCES p (id) ON DELETE CASCADE,
              CONSTRAINT ck_title CHECK (title <> '')
            ) COMMENT = 'Books'""");
  }
}
