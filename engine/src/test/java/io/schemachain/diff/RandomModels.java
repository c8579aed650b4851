package io.schemachain.diff;

import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.OperationStep;
import io.schemachain.dialect.UnsupportedFeatureException;
import io.schemachain.model.Check;
import io.schemachain.model.Column;
import io.schemachain.model.Computed;
import io.schemachain.model.Constraint;
import io.schemachain.model.DataType;
import io.schemachain.model.DataType.Scalar;
import io.schemachain.model.DefaultValue;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Identity;
import io.schemachain.model.Index;
import io.schemachain.model.IndexPart;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.ReferentialAction;
import io.schemachain.model.Schema;
import io.schemachain.model.SchemaObject;
import io.schemachain.model.Sequence;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.model.TypeKind;
import io.schemachain.model.UniqueConstraint;
import io.schemachain.model.View;
import io.schemachain.operation.AddColumn;
import io.schemachain.operation.AddValue;
import io.schemachain.operation.AlterColumn;
import io.schemachain.operation.ApplyToSchema;
import io.schemachain.operation.Change;
import io.schemachain.operation.CreateIndex;
import io.schemachain.operation.CreateSequence;
import io.schemachain.operation.CreateTable;
import io.schemachain.operation.CreateTableComment;
import io.schemachain.operation.CreateType;
import io.schemachain.operation.CreateView;
import io.schemachain.operation.DropColumn;
import io.schemachain.operation.DropConstraint;
import io.schemachain.operation.DropIndex;
import io.schemachain.operation.DropSequence;
import io.schemachain.operation.DropTable;
import io.schemachain.operation.DropTableComment;
import io.schemachain.operation.DropView;
import io.schemachain.operation.ObjectOperations;
import io.schemachain.operation.Operation;
import io.schemachain.operation.OperationException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Schemas that a database takes, and changes of them. What the dialect refuses is left out, so that
 * each has all it can.
 */
final class RandomModels {
  private static final List<String> NAMES =
      List.of("users", "orders", "order", "item", "Mixed", "a b");

  private final Dialect dialect;
  private final Random random;
  private int number;

  RandomModels(Dialect dialect, long seed) {
    this.dialect = dialect;
    this.random = new Random(seed);
  }

  /** A schema of a few tables and all that may stand beside them. */
  Schema model() {
    Schema schema = Schema.empty(dialect.nameScopes());
    schema =
        tried(
            new CreateType(new DataType.Enumeration("mood", List.of("sad", "ok", "it's")), false),
            schema);
    for (int i = random.nextInt(3); i > 0; i--) {
      schema = tried(createSequence(), schema);
    }
    for (String name : NAMES.subList(0, 2 + random.nextInt(NAMES.size() - 1))) {
      schema = tried(new CreateTable(table(TableName.of(name))), schema);
    }
    for (int i = 5 + random.nextInt(15); i > 0; i--) {
      schema = tried(addition(schema), schema);
    }
    return schema;
  }

  /** Another schema, by a few operations as people write them. */
  Schema mutation(Schema start) {
    Schema schema = start;
    for (int i = 1 + random.nextInt(12); i > 0; i--) {
      schema = tried(chance(40) ? addition(schema) : change(schema), schema);
    }
    return schema;
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private <T> T one(Collection<T> of) {
    return List.copyOf(of).get(random.nextInt(of.size()));
  }

  private String fresh(String prefix) {
    return prefix + ++number;
  }

  /** The schema after an operation, or as it is where that does not fit or is not supported. */
  private Schema tried(@Nullable Operation operation, Schema schema) {
    if (operation == null) {
      return schema;
    }
    try {
      Schema after = ApplyToSchema.apply(operation, schema);
      return dialect.render(List.of(new OperationStep(operation, schema, after))).isEmpty()
          ? schema
          : after;
    } catch (OperationException | UnsupportedFeatureException e) {
      return schema;
    }
  }

  // Tables and columns

  private Table table(TableName name) {
    List<Column> columns = new ArrayList<>();
    Column id = Column.of("id", Scalar.of(TypeKind.BIGINT)).withNullable(false);
    columns.add(chance(50) ? id.withIdentity(identity()) : id);
    for (int i = 1 + random.nextInt(6); i > 0; i--) {
      columns.add(column());
    }
    Table table = Table.of(name, columns);
    table = table.withPrimaryKey(new PrimaryKey(fresh("pk"), List.of("id")));
    return chance(30) ? table.withComment(text()) : table;
  }

  private Identity identity() {
    return switch (random.nextInt(3)) {
      case 0 -> new Identity(true, null, null);
      case 1 -> new Identity(false, 100L, null);
      default -> Identity.DEFAULT;
    };
  }

  private Column column() {
    Column column = Column.of(fresh(chance(10) ? "Col " : "c"), type());
    if (chance(15) && dialect.name().equals("postgresql")) {
      return column.withType(new DataType.Array(Scalar.of(TypeKind.INTEGER)));
    }
    if (chance(40)) {
      column = column.withDefault(defaultOf(column.type()));
    }
    if (chance(30)) {
      column = column.withNullable(false);
    }
    return chance(20) ? column.withComment(text()) : column;
  }

  private DataType type() {
    return switch (random.nextInt(24)) {
      case 0 -> Scalar.of(TypeKind.SMALLINT);
      case 1, 2, 3 -> Scalar.of(TypeKind.INTEGER);
      case 4 -> Scalar.of(TypeKind.BIGINT);
      case 5 -> new Scalar(TypeKind.NUMERIC, 10, random.nextInt(3));
      case 6 -> Scalar.of(TypeKind.REAL);
      case 7 -> Scalar.of(TypeKind.DOUBLE);
      case 8 -> Scalar.of(TypeKind.BOOLEAN);
      case 9 -> Scalar.of(TypeKind.CHAR, 3);
      case 10, 11, 12 -> Scalar.of(TypeKind.STRING, 10 * (1 + random.nextInt(3)));
      case 13 -> Scalar.of(TypeKind.TEXT);
      case 14 -> Scalar.of(TypeKind.DATE);
      case 15 -> Scalar.of(TypeKind.TIME, random.nextInt(7));
      case 16 -> Scalar.of(TypeKind.TIMESTAMP, chance(50) ? 6 : 3);
      case 17 -> Scalar.of(TypeKind.TIMESTAMPTZ, chance(50) ? 6 : 0);
      case 18 -> Scalar.of(TypeKind.BINARY, 4);
      case 19 -> Scalar.of(TypeKind.VARBINARY, 8);
      case 20 -> Scalar.of(TypeKind.BLOB);
      case 21 -> Scalar.of(TypeKind.UUID);
      case 22 -> Scalar.of(TypeKind.JSON);
      default -> new DataType.Enumeration("colour", List.of("red", "dark green", "it's"));
    };
  }

  private @Nullable DefaultValue defaultOf(DataType type) {
    if (type instanceof DataType.Enumeration enumeration && !enumeration.isReference()) {
      return new DefaultValue.Constant(one(enumeration.values()));
    }
    if (!(type instanceof Scalar scalar)) {
      return null;
    }
    String text =
        switch (scalar.kind()) {
          case SMALLINT, INTEGER, BIGINT -> one(List.of("0", "1", "-7"));
          case NUMERIC -> one(List.of("0", "12", "-1"));
          case REAL, DOUBLE -> one(List.of("0", "1.5", "-2"));
          case BOOLEAN -> one(List.of("true", "false"));
          case CHAR -> "abc";
          case STRING -> one(List.of("", "new", "it's", "a\\b", "5", "NULL"));
          case DATE -> "2026-11-20";
          case TIME -> "12:10:00";
          case TIMESTAMP -> "2026-11-20T12:10:00";
          case TIMESTAMPTZ -> "2026-11-20T12:10:00Z";
          case BINARY -> "0x41424344";
          case VARBINARY -> "0x4142";
          case UUID -> "1b4e28ba-2fa1-11d2-883f-0016d3cca427";
          default -> "";
        };
    if (scalar.kind() == TypeKind.TIMESTAMP && scalar.requireLength() == 6 && chance(30)) {
      return new DefaultValue.Expression(
          dialect.keys().contains("mysql") ? "CURRENT_TIMESTAMP(6)" : "CURRENT_TIMESTAMP");
    }
    boolean isPlain = !text.isEmpty() || scalar.kind() == TypeKind.STRING;
    return isPlain ? new DefaultValue.Constant(text) : null;
  }

  private String text() {
    return one(List.of("plain", "it's", "a \"word\"", "back\\slash", "two\nlines", "ü €"));
  }

  // What is added

  private @Nullable Operation addition(Schema schema) {
    if (random.nextInt(30) == 0) {
      return new CreateTable(table(TableName.of(fresh("t"))));
    }
    if (random.nextInt(30) == 0) {
      return createSequence();
    }
    if (schema.tables().isEmpty()) {
      return null;
    }
    Table table = one(schema.tables());
    return switch (random.nextInt(8)) {
      case 0 -> new AddColumn(table.name(), column());
      case 1 -> computed(table, schema);
      case 2 -> index(table, schema);
      case 3 -> check(table, schema);
      case 4, 5 -> chance(50) ? reference(table) : foreignKey(table, schema);
      case 6 -> unique(table);
      default -> view(table, schema);
    };
  }

  private Operation createSequence() {
    Sequence sequence =
        new Sequence(
            TableName.of(fresh("s")),
            chance(30) ? 5L : null,
            chance(50) ? 1 : 2,
            null,
            chance(30) ? 1000L : null,
            chance(20),
            chance(30) ? 10L : null);
    return new CreateSequence(sequence, false);
  }

  private static List<Column> columns(Table table, Set<TypeKind> kinds) {
    return table.columns().stream()
        .filter(column -> column.computed() == null && column.identity() == null)
        .filter(column -> !column.name().equals("id") && !column.name().startsWith("ref"))
        .filter(column -> column.type().kind() != null && kinds.contains(column.type().kind()))
        .toList();
  }

  private static final Set<TypeKind> NUMBERS =
      Set.of(TypeKind.INTEGER, TypeKind.SMALLINT, TypeKind.BIGINT);
  private static final Set<TypeKind> SHORT =
      Set.of(
          TypeKind.INTEGER,
          TypeKind.SMALLINT,
          TypeKind.BIGINT,
          TypeKind.STRING,
          TypeKind.DATE,
          TypeKind.UUID,
          TypeKind.TIMESTAMP);

  private @Nullable Operation computed(Table table, Schema schema) {
    List<Column> numbers = columns(table, NUMBERS);
    List<Column> texts = columns(table, Set.of(TypeKind.STRING));
    if (!numbers.isEmpty() && chance(60)) {
      String name = schema.quoted(one(numbers).name());
      String sql = one(List.of(name + " + 1", "(" + name + " * 2) - 3", "abs(" + name + ")"));
      return new AddColumn(
          table.name(),
          Column.of(fresh("g"), Scalar.of(TypeKind.BIGINT))
              .withComputed(new Computed(sql, chance(70))));
    }
    if (texts.isEmpty()) {
      return null;
    }
    String name = schema.quoted(one(texts).name());
    String sql = one(List.of("lower(" + name + ")", "coalesce(" + name + ", 'it''s')"));
    return new AddColumn(
        table.name(),
        Column.of(fresh("g"), Scalar.of(TypeKind.STRING, 40))
            .withComputed(new Computed(sql, chance(70))));
  }

  private @Nullable Operation index(Table table, Schema schema) {
    List<Column> columns = columns(table, SHORT);
    if (columns.isEmpty()) {
      return null;
    }
    return new CreateIndex(table.name(), index(fresh("ix"), table, schema));
  }

  private Index index(String name, Table table, Schema schema) {
    List<Column> columns = columns(table, SHORT);
    List<Column> texts = columns(table, Set.of(TypeKind.STRING));
    Column first = one(columns);
    List<IndexPart> parts = new ArrayList<>();
    parts.add(new IndexPart.ColumnPart(first.name(), chance(30)));
    if (chance(30) && !texts.isEmpty()) {
      parts.set(
          0,
          new IndexPart.ExpressionPart("lower(" + schema.quoted(one(texts).name()) + ")", false));
    }
    Column second = one(columns);
    if (chance(30) && !second.equals(first)) {
      parts.add(IndexPart.column(second.name()));
    }
    List<Column> numbers = columns(table, NUMBERS);
    String where =
        chance(30) && !numbers.isEmpty()
            ? schema.quoted(one(numbers).name()) + one(List.of(" > 0", " IS NOT NULL"))
            : null;
    return new Index(name, parts, chance(30), where);
  }

  private @Nullable Operation check(Table table, Schema schema) {
    String sql = condition(table, schema);
    return sql == null ? null : ObjectOperations.create(table.name(), new Check(fresh("ck"), sql));
  }

  private @Nullable String condition(Table table, Schema schema) {
    List<Column> columns = columns(table, Set.of(TypeKind.INTEGER, TypeKind.STRING));
    if (columns.isEmpty()) {
      return null;
    }
    Column column = one(columns);
    String name = schema.quoted(column.name());
    return column.type().is(TypeKind.STRING)
        ? one(List.of(name + " <> ''", name + " IN ('a', 'it''s')", "length(" + name + ") > 1"))
        : one(
            List.of(
                name + " > 0",
                name + " BETWEEN 1 AND 10 OR " + name + " IS NULL",
                "NOT (" + name + " = 5)",
                name + " IN (1, 2, 3)"));
  }

  private Operation reference(Table table) {
    return new AddColumn(table.name(), Column.of(fresh("ref"), Scalar.of(TypeKind.BIGINT)));
  }

  private @Nullable Operation foreignKey(Table table, Schema schema) {
    List<Column> columns =
        table.columns().stream().filter(column -> column.name().startsWith("ref")).toList();
    if (columns.isEmpty()) {
      return null;
    }
    return ObjectOperations.create(
        table.name(), foreignKey(fresh("fk"), one(columns), one(schema.tables()).name()));
  }

  private ForeignKey foreignKey(String name, Column column, TableName referred) {
    return new ForeignKey(
        name,
        List.of(column.name()),
        referred,
        chance(70) ? List.of("id") : List.of(),
        chance(50)
            ? one(
                List.of(
                    ReferentialAction.CASCADE,
                    ReferentialAction.SET_NULL,
                    ReferentialAction.NO_ACTION,
                    ReferentialAction.RESTRICT))
            : null,
        chance(20) ? ReferentialAction.CASCADE : null);
  }

  private @Nullable Operation unique(Table table) {
    List<Column> columns = columns(table, SHORT);
    if (columns.isEmpty()) {
      return null;
    }
    return ObjectOperations.create(
        table.name(), new UniqueConstraint(fresh("uq"), List.of(one(columns).name())));
  }

  private Operation view(Table table, Schema schema) {
    Column column = one(table.columns());
    String sql =
        "SELECT id, "
            + schema.quoted(column.name())
            + " AS x FROM "
            + schema.quoted(table.name().name())
            + (chance(30) ? " WHERE id > 0" : "");
    return new CreateView(
        new View(TableName.of(fresh("v")), false, List.of(), null, sql, null), false);
  }

  // What changes and goes

  private @Nullable Operation change(Schema schema) {
    if (!schema.objects().isEmpty() && chance(20)) {
      return changeObject(one(schema.objects()));
    }
    if (schema.tables().isEmpty()) {
      return null;
    }
    Table table = one(schema.tables());
    boolean isViewed =
        schema.objects().stream()
            .anyMatch(
                object ->
                    object instanceof View view
                        && view.sql().contains(schema.quoted(table.name().name())));
    return switch (random.nextInt(10)) {
      case 0 -> isViewed ? null : dropTable(table, schema);
      case 1, 2 -> isViewed ? null : new DropColumn(table.name(), one(table.columns()).name());
      case 3 -> dropConstraint(table);
      case 4 ->
          table.indexes().isEmpty()
              ? null
              : new DropIndex(table.name(), one(table.indexes()).name());
      case 5 ->
          table.comment() == null || chance(50)
              ? new CreateTableComment(table.name(), text())
              : new DropTableComment(table.name());
      default -> alter(table, one(table.columns()));
    };
  }

  private static @Nullable Operation changeObject(SchemaObject object) {
    return object instanceof View view
        ? new DropView(view.name(), false)
        : object instanceof Sequence ? new DropSequence(object.name(), false) : null;
  }

  private static @Nullable Operation dropTable(Table table, Schema schema) {
    return schema.referringTo(table.name()).stream().allMatch(table::equals)
        ? new DropTable(table.name(), false)
        : null;
  }

  private @Nullable Operation dropConstraint(Table table) {
    if (table.constraints().isEmpty()) {
      return null;
    }
    Constraint constraint = one(table.constraints());
    return new DropConstraint(
        table.name(), constraint.name(), ObjectKind.of(constraint), List.of(), false);
  }

  private @Nullable Operation alter(Table table, Column column) {
    TableName name = table.name();
    if (column.type() instanceof DataType.Enumeration enumeration && chance(60)) {
      return new AddValue(
          enumeration.name(), fresh("value"), chance(50) ? null : "red", null, false);
    }
    boolean isPlain = column.identity() == null && column.computed() == null;
    return switch (random.nextInt(6)) {
      case 0 -> alter(name, column, null, !column.nullable(), Change.none(), Change.none());
      case 1 ->
          isPlain
              ? alter(
                  name,
                  column,
                  null,
                  null,
                  Change.toNullable(defaultOf(column.type())),
                  Change.none())
              : null;
      case 2 -> alter(name, column, null, null, Change.none(), Change.to(text()));
      case 3, 4 -> retyped(name, column);
      default -> isPlain ? null : numbered(name, column);
    };
  }

  private @Nullable Operation numbered(TableName table, Column column) {
    return new AlterColumn(
        table,
        column.name(),
        null,
        null,
        null,
        null,
        Change.none(),
        column.computed() == null
            ? Change.toNullable(column.identity() == null ? identity() : null)
            : Change.none(),
        column.computed() == null
            ? Change.none()
            : chance(50)
                ? Change.drop()
                : Change.to(
                    new Computed(column.computed().sql() + "", !column.computed().stored())),
        Change.none(),
        Change.none(),
        null);
  }

  private @Nullable Operation retyped(TableName table, Column column) {
    TypeKind kind = column.type().kind();
    if (kind == null
        || column.name().equals("id")
        || column.name().startsWith("ref")
        || column.computed() != null) {
      return null;
    }
    DataType type =
        switch (kind) {
          case SMALLINT -> Scalar.of(TypeKind.INTEGER);
          case INTEGER ->
              one(
                  List.of(
                      Scalar.of(TypeKind.BIGINT),
                      Scalar.of(TypeKind.STRING, 20),
                      new Scalar(TypeKind.NUMERIC, 12, 0)));
          case BIGINT -> Scalar.of(TypeKind.INTEGER);
          case STRING -> one(List.of(Scalar.of(TypeKind.STRING, 100), Scalar.of(TypeKind.TEXT)));
          case TEXT -> Scalar.of(TypeKind.STRING, 50);
          case NUMERIC -> new Scalar(TypeKind.NUMERIC, 14, 4);
          case REAL -> Scalar.of(TypeKind.DOUBLE);
          case DATE -> Scalar.of(TypeKind.TIMESTAMP, 6);
          case TIMESTAMP -> Scalar.of(TypeKind.TIMESTAMP, 0);
          default -> null;
        };
    if (type == null) {
      return null;
    }
    boolean keeps = column.defaultValue() == null;
    return alter(
        table,
        column,
        type,
        null,
        keeps ? Change.none() : Change.toNullable(chance(50) ? defaultOf(type) : null),
        Change.none());
  }

  private static AlterColumn alter(
      TableName table,
      Column column,
      @Nullable DataType type,
      @Nullable Boolean nullable,
      Change<DefaultValue> defaultValue,
      Change<String> comment) {
    return new AlterColumn(table, column.name(), null, type, nullable, defaultValue, comment);
  }
}
