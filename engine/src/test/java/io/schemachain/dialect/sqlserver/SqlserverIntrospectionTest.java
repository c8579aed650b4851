package io.schemachain.dialect.sqlserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.alibaba.druid.DbType;
import com.alibaba.druid.sql.SQLUtils;
import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.RecordedCatalog;
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
import io.schemachain.model.Sequence;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.model.UniqueConstraint;
import io.schemachain.model.View;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rows of the catalog views, written down, for there is no SQL Server here. */
final class SqlserverIntrospectionTest {
  private static final Dialect DIALECT = new SqlserverDialect();
  private static final Scope SCOPE = new Scope("dbo", List.of("audit"));
  private static final TableName CUSTOMERS = TableName.of("Customers");
  private static final TableName ORDERS = TableName.of("Orders");

  private final Introspected read = RecordedCatalog.read(DIALECT, SCOPE, "sqlserver.yaml");
  private final Table customers = read.schema().require(CUSTOMERS);

  private static Column column(String name, String type) {
    return Column.of(name, DataTypes.parse(type));
  }

  private static Column nativeColumn(String name, String type) {
    return Column.of(name, new DataType.Native(type));
  }

  private static DefaultValue constant(String text) {
    return new DefaultValue.Constant(text);
  }

  private static Options options(String word, String value) {
    return Options.of("sqlserver", Map.of(word, value));
  }

  @Test
  void the_grammar_takes_every_query() {
    for (CatalogQuery query : DIALECT.introspection().queries(new Scope("O'Neil", List.of("b")))) {
      assertThatCode(() -> SQLUtils.parseStatements(query.sql(), DbType.sqlserver))
          .as(query.sql())
          .doesNotThrowAnyException();
    }
  }

  @Test
  void columns_have_their_types_defaults_and_sources() {
    assertThat(customers.columns())
        .containsExactly(
            column("id", "bigint").withNullable(false).withIdentity(new Identity(false, 100L, 5L)),
            column("email", "string(200)")
                .withNullable(false)
                .withCollation("Latin1_General_100_BIN2")
                .withComment("where to write"),
            nativeColumn("code", "VARCHAR(10)").withDefault(new DefaultValue.Expression("'none'")),
            column("balance", "numeric(12,2)").withNullable(false).withDefault(constant("0")),
            column("big", "bigint").withDefault(constant("9223372036854775807")),
            column("ratio", "double").withDefault(constant("0.5")),
            column("active", "boolean").withNullable(false).withDefault(constant("true")),
            Column.of("mood", new DataType.Enumeration("Customers_mood", List.of("happy", "sad"))),
            column("settings", "json"),
            column("created_at", "timestamp")
                .withNullable(false)
                .withDefault(new DefaultValue.Expression("sysutcdatetime()")),
            nativeColumn("old_at", "DATETIME"),
            column("doubled", "numeric(12,2)").withComputed(new Computed("[balance]*(2)", true)),
            column("shout", "string(200)").withComputed(new Computed("upper([email])", false)),
            nativeColumn("phone", "[PhoneNumber]"),
            nativeColumn("version", "ROWVERSION").withNullable(false),
            column("thin", "integer"));
    assertThat(customers.comment()).isEqualTo("Who buys; it's all of them");
    assertThat(customers.options())
        .isEqualTo(
            Options.of("sqlserver", Map.of("filegroup", "history", "data_compression", "page")));
  }

  @Test
  void checks_are_those_that_make_no_type() {
    assertThat(customers.checks())
        .containsExactlyInAnyOrder(
            new Check("CK__Customers__3B75D760", "[balance]<(1000000)"),
            new Check("ck_balance", "[balance]>=(0) OR [code] IS NULL", false));
  }

  @Test
  void keys_have_their_actions_and_are_clustered_or_not() {
    assertThat(customers.primaryKey())
        .isEqualTo(
            new PrimaryKey(
                "PK_Customers", List.of("id"), Deferral.NONE, options("clustered", "false")));
    assertThat(customers.uniqueConstraints())
        .containsExactly(
            new UniqueConstraint(
                "UQ__Customer__357D4CF8", List.of("code"), Deferral.NONE, true, Options.none()));
    assertThat(read.schema().require(ORDERS).primaryKey())
        .isEqualTo(new PrimaryKey("PK__Orders__3213E83F", List.of("id")));
    assertThat(read.schema().require(ORDERS).foreignKeys())
        .containsExactly(
            new ForeignKey(
                "FK_Orders_Customers",
                List.of("customer_id"),
                CUSTOMERS,
                List.of("id"),
                ReferentialAction.SET_NULL,
                ReferentialAction.CASCADE),
            new ForeignKey(
                    "FK__Orders__custo__398D8EEE",
                    List.of("customer_id"),
                    new TableName("audit", "Log"),
                    List.of("id"),
                    null,
                    null)
                .withValidated(false));
  }

  @Test
  void names_that_the_server_made_up_are_known() {
    assertThat(read.madeUp())
        .containsExactlyInAnyOrder(
            new MadeUpName(CUSTOMERS, ObjectKind.CHECK, "CK__Customers__3B75D760"),
            new MadeUpName(CUSTOMERS, ObjectKind.UNIQUE, "UQ__Customer__357D4CF8"),
            new MadeUpName(ORDERS, ObjectKind.PRIMARY_KEY, "PK__Orders__3213E83F"),
            new MadeUpName(ORDERS, ObjectKind.FOREIGN_KEY, "FK__Orders__custo__398D8EEE"));
  }

  @Test
  void indexes_have_conditions_included_columns_and_options() {
    assertThat(customers.indexes())
        .containsExactlyInAnyOrder(
            new Index(
                    "cs",
                    List.of(IndexPart.column("balance"), IndexPart.column("big")),
                    false,
                    null)
                .withOptions(options("columnstore", "true")),
            new Index(
                    "cx_created",
                    List.of(new IndexPart.ColumnPart("created_at", true)),
                    false,
                    null)
                .withOptions(
                    Options.of("sqlserver", Map.of("clustered", "true", "fill_factor", "80"))),
            new Index("ux_big", List.of(IndexPart.column("big")), true, null)
                .withNullsNotDistinct(true),
            new Index("ux_email", List.of(IndexPart.column("email")), true, "[email]<>N'x'")
                .withInclude(List.of("code", "active")),
            new Index("ux_phone", List.of(IndexPart.column("phone")), true, null));
  }

  @Test
  void objects_beside_tables_are_read() {
    assertThat(read.schema().objects())
        .containsExactlyInAnyOrder(
            new Namespace("audit"),
            Sequence.of(TableName.of("Numbers"), 1),
            new Sequence(TableName.of("Small"), 10L, 10, -2147483648L, 2147483647L, true, 1L),
            new View(
                TableName.of("Active"),
                false,
                List.of("id", "the mail"),
                "WITH SCHEMABINDING",
                "SELECT id, email FROM dbo.Customers WHERE active = 1",
                "those that buy"));
    assertThat(read.schema().tables().stream().map(Table::name))
        .containsExactlyInAnyOrder(CUSTOMERS, ORDERS, new TableName("audit", "Log"));
  }

  @Test
  void what_is_left_out_is_named() {
    assertThat(read.leftOut().stream().map(Object::toString))
        .containsExactlyInAnyOrder(
            "clause SYSTEM_VERSIONING of audit.Log",
            "clause GENERATED ALWAYS AS ROW of audit.Log.since",
            "history table audit.LogHistory",
            "external table Far",
            "graph table Knows",
            "partitioning Orders: partitions of SQL Server are left to you",
            "default Customers.old_at: it is bound, or not told to this user",
            "clause SPARSE of Customers.thin",
            "check constraint ck_off of Customers: it is disabled",
            "foreign key FK_Orders_Off of Orders: it is disabled",
            "index ix_settings of Customers: it is a XML index",
            "clause IGNORE_DUP_KEY of ux_big of Customers",
            "clause AS int of the sequence Small",
            "view Hidden: its text is encrypted, or not told to this user",
            "function tax",
            "procedure bill",
            "trigger tr_customers",
            "synonym Regions",
            "type PhoneNumber",
            "index of a view ix_active");
  }
}
