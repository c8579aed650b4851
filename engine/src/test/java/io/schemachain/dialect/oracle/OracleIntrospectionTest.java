package io.schemachain.dialect.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.dialect.DatabaseVersion;
import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.RecordedCatalog;
import io.schemachain.golden.OracleGrammar;
import io.schemachain.introspect.CatalogQuery;
import io.schemachain.introspect.Introspected;
import io.schemachain.introspect.MadeUpName;
import io.schemachain.introspect.Scope;
import io.schemachain.model.Check;
import io.schemachain.model.Column;
import io.schemachain.model.Computed;
import io.schemachain.model.DataType;
import io.schemachain.model.DataTypes;
import io.schemachain.model.DefaultValue;
import io.schemachain.model.Deferral;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Identity;
import io.schemachain.model.Index;
import io.schemachain.model.IndexPart;
import io.schemachain.model.Namespace;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.Options;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.ReferentialAction;
import io.schemachain.model.Routine;
import io.schemachain.model.Sequence;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.model.Trigger;
import io.schemachain.model.UniqueConstraint;
import io.schemachain.model.View;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows of the data dictionary, written down, for there is no Oracle here. */
final class OracleIntrospectionTest {
  private static final Dialect DIALECT = new OracleDialect();
  private static final Scope SCOPE = new Scope("APP", List.of("AUDIT_APP"));
  private static final TableName CUSTOMERS = TableName.of("customers");

  private final Introspected read = RecordedCatalog.read(DIALECT, SCOPE, "oracle.yaml");
  private final Table customers = read.schema().require(CUSTOMERS);

  private static Column column(String name, String type) {
    return Column.of(name, DataTypes.parse(type));
  }

  private static Column nativeColumn(String name, String type) {
    return Column.of(name, new DataType.Native(type));
  }

  @ParameterizedTest
  @ValueSource(strings = {"12.2", "19", "23"})
  void the_grammar_takes_every_query(String version) {
    Dialect dialect = DIALECT.forVersion(DatabaseVersion.parse(version));
    for (CatalogQuery query : dialect.introspection().queries(new Scope("O'Neil", List.of("B")))) {
      assertThat(OracleGrammar.mistake(query.sql())).as(query.sql()).isNull();
    }
  }

  @Test
  void columns_have_their_types_defaults_and_sources() {
    assertThat(customers.columns())
        .containsExactly(
            column("id", "bigint").withNullable(false).withIdentity(new Identity(true, 100L, 5L)),
            column("email", "string(200)").withNullable(false).withComment("where to write"),
            nativeColumn("code", "VARCHAR2(10 BYTE)")
                .withDefault(new DefaultValue.Constant("none")),
            column("balance", "numeric(12,2)")
                .withNullable(false)
                .withDefault(new DefaultValue.Constant("0")),
            column("active", "boolean")
                .withNullable(false)
                .withDefault(new DefaultValue.Constant("true")),
            column("flag", "numeric(1,0)"),
            Column.of("mood", new DataType.Enumeration("customers_mood", List.of("happy", "sad"))),
            column("born", "date").withDefault(new DefaultValue.Expression("SYSDATE")),
            nativeColumn("seen", "DATE").withNullable(false),
            column("created_at", "timestamp")
                .withNullable(false)
                .withDefault(new DefaultValue.Expression("SYSTIMESTAMP")),
            column("shout", "string(200)").withComputed(new Computed("UPPER(\"EMAIL\")", false)),
            nativeColumn("Mixed Case", "NUMBER"),
            nativeColumn("a_float", "FLOAT(126)"),
            column("ref_no", "uuid"),
            nativeColumn("secret", "NUMBER"),
            nativeColumn("place", "mdsys.sdo_geometry"));
    assertThat(read.schema().require(TableName.of("events")).columns())
        .containsExactly(nativeColumn("at", "TIMESTAMP(9) WITH TIME ZONE"));
    assertThat(customers.comment()).isEqualTo("Who buys; it's all of them");
  }

  @Test
  void not_null_is_no_check_and_neither_is_what_makes_a_type() {
    assertThat(customers.checks())
        .containsExactlyInAnyOrder(
            new Check("ck_balance", "balance >= 0 OR code IS NULL", false),
            new Check("ck_long", "balance < 1000000"),
            new Check("sys_c007003", "\"FLAG\" IS NOT NULL OR \"MOOD\" IS NOT NULL"));
  }

  @Test
  void keys_have_their_actions_and_wait() {
    assertThat(customers.primaryKey()).isEqualTo(new PrimaryKey("pk_customers", List.of("id")));
    assertThat(customers.uniqueConstraints())
        .containsExactly(new UniqueConstraint("sys_c007004", List.of("code")));
    assertThat(read.schema().require(TableName.of("orders")).foreignKeys())
        .containsExactly(
            new ForeignKey(
                "fk_orders_customer",
                List.of("customer_id"),
                CUSTOMERS,
                List.of("id"),
                ReferentialAction.CASCADE,
                null,
                Deferral.INITIALLY_DEFERRED,
                false,
                true),
            new ForeignKey(
                "sys_c007010",
                List.of("region_id"),
                new TableName("audit_app", "regions"),
                List.of("id"),
                null,
                null));
  }

  @Test
  void names_that_the_server_made_up_are_known() {
    TableName orders = TableName.of("orders");
    assertThat(read.madeUp())
        .containsExactlyInAnyOrder(
            new MadeUpName(CUSTOMERS, ObjectKind.CHECK, "sys_c007003"),
            new MadeUpName(CUSTOMERS, ObjectKind.UNIQUE, "sys_c007004"),
            new MadeUpName(orders, ObjectKind.FOREIGN_KEY, "sys_c007010"),
            new MadeUpName(orders, ObjectKind.PRIMARY_KEY, "sys_iot_top_73211"));
  }

  @Test
  void indexes_have_expressions_order_and_options() {
    assertThat(customers.indexes())
        .containsExactlyInAnyOrder(
            new Index(
                "ix_customers_email",
                List.of(
                    new IndexPart.ExpressionPart("LOWER(\"EMAIL\")", false),
                    new IndexPart.ColumnPart("balance", true)),
                false,
                null),
            new Index("ix_customers_mood", List.of(IndexPart.column("mood")), false, null)
                .withOptions(Options.of("oracle", Map.of("bitmap", "true"))),
            new Index(
                    "ux_customers",
                    List.of(IndexPart.column("code"), IndexPart.column("email")),
                    true,
                    null)
                .withOptions(Options.of("oracle", Map.of("compress", "1", "invisible", "true"))));
    assertThat(read.schema().require(TableName.of("orders")).options())
        .isEqualTo(Options.of("oracle", Map.of("organization", "index")));
  }

  @Test
  void objects_beside_tables_are_read() {
    assertThat(read.schema().objects())
        .containsExactlyInAnyOrder(
            new Namespace("audit_app"),
            new Sequence(TableName.of("down"), null, -2, null, null, false, 1L),
            new Sequence(TableName.of("order_numbers"), null, 10, 10L, 5000L, true, 50L),
            Sequence.of(TableName.of("plain"), 1),
            new View(
                TableName.of("active_customers"),
                false,
                List.of("id", "mail"),
                null,
                "SELECT id, email AS mail FROM customers WHERE active = 1",
                "those that buy"),
            new View(
                TableName.of("sales_by_day"),
                true,
                List.of(),
                null,
                "SELECT COUNT(*) n FROM orders",
                "each night"));
    assertThat(read.schema().tables().stream().map(Table::name))
        .containsExactlyInAnyOrder(
            CUSTOMERS,
            TableName.of("orders"),
            TableName.of("events"),
            new TableName("audit_app", "log"));
  }

  @Test
  void what_is_left_out_is_named() {
    assertThat(read.leftOut().stream().map(Object::toString))
        .containsExactlyInAnyOrder(
            "table in the recycle bin BIN$kz1==$0",
            "external table LOADED",
            "temporary table SCRATCH",
            "nested table LINES_NT",
            "part of an index-organized table SYS_IOT_OVER_73211",
            "partitioning EVENTS: partitions of Oracle are left to you",
            "column customers.low: no document can have such a name",
            "clause INVISIBLE of customers.SECRET",
            "check constraint CK_OFF of customers: it is disabled",
            "clause NOVALIDATE of NN_SEEN of customers",
            "index IX_PLACE of customers: it is a domain",
            "index IX_BROKEN of customers: it is unusable",
            "clause ORDER of the sequence ORDER_NUMBERS",
            "view HIDDEN: its text is not told to this user",
            "materialized view log MLOG$_CUSTOMERS: it is of CUSTOMERS",
            "function TAX",
            "package BILLING",
            "synonym REGIONS",
            "trigger TR_CUSTOMERS",
            "object table POINTS");
  }

  @Test
  void what_is_known_by_its_name_alone_is_found() {
    assertThat(read.names(new Trigger("tr_customers", CUSTOMERS, "BEFORE INSERT", ""))).isTrue();
    assertThat(read.names(new Trigger("tr_orders", CUSTOMERS, "BEFORE INSERT", ""))).isFalse();
    assertThat(read.names(routine(ObjectKind.FUNCTION, TableName.of("tax")))).isTrue();
    assertThat(read.names(routine(ObjectKind.PROCEDURE, TableName.of("tax")))).isFalse();
    assertThat(read.names(routine(ObjectKind.FUNCTION, new TableName("audit_app", "tax"))))
        .isFalse();
  }

  private static Routine routine(ObjectKind kind, TableName name) {
    return new Routine(kind, name, "", "IS BEGIN NULL; END;");
  }
}
