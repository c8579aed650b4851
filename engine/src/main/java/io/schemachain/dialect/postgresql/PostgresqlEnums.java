package io.schemachain.dialect.postgresql;

import static java.util.Objects.requireNonNull;

import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.EnumDdl;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.dialect.StatementKind;
import io.schemachain.dialect.TransactionUse;
import io.schemachain.dialect.UnsupportedFeatureException;
import io.schemachain.model.Check;
import io.schemachain.model.Column;
import io.schemachain.model.Constraint;
import io.schemachain.model.DataType;
import io.schemachain.model.EnumType;
import io.schemachain.model.Exclusion;
import io.schemachain.model.Index;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.Schema;
import io.schemachain.model.SqlIdentifiers;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.operation.AddValue;
import io.schemachain.operation.AlterColumn;
import io.schemachain.operation.Change;
import io.schemachain.operation.CreateCheckConstraint;
import io.schemachain.operation.CreateExcludeConstraint;
import io.schemachain.operation.CreateIndex;
import io.schemachain.operation.CreateType;
import io.schemachain.operation.DropConstraint;
import io.schemachain.operation.DropIndex;
import io.schemachain.operation.DropType;
import io.schemachain.operation.DropValue;
import io.schemachain.operation.Operation;
import io.schemachain.operation.RenameValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Enum types on PostgreSQL: those that are declared, and those that a column brings along, which
 * live as long as a column uses them.
 */
final class PostgresqlEnums extends EnumDdl {
  /** While columns leave a type that has lost a value. */
  private static final String OLD_TYPE = "schemachain_old_type";

  private final Schema after;

  PostgresqlEnums(Dialect dialect, Schema before, Schema after) {
    super(dialect, before, after);
    this.after = after;
  }

  private SqlStatement ddl(String pattern, Object... arguments) {
    return SqlStatement.ddl(sql(pattern, arguments));
  }

  // Declared types

  @Override
  protected List<SqlStatement> create(CreateType operation) {
    requireNoTableNamed(operation.type().name());
    SqlStatement create = create(operation.type());
    return List.of(
        operation.ifNotExists()
            ? SqlStatement.ddl(
                PostgresqlBlock.of(
                    "BEGIN\n  "
                        + create.text()
                        + ";\nEXCEPTION\n  WHEN duplicate_object THEN NULL;\nEND"))
            : create);
  }

  private SqlStatement create(DataType.Enumeration type) {
    if (PostgresqlTypeNames.TAKEN.contains(type.name())) {
      throw dialect()
          .unsupported(
              "an enum type of the name " + type.name() + ", which is a type of its own",
              "Give the type another name.");
    }
    List<String> constants = new ArrayList<>();
    type.values().forEach(value -> constants.add(dialect().literals().string(label(value))));
    return ddl("CREATE TYPE $N AS ENUM ($L)", type.name(), String.join(", ", constants));
  }

  @Override
  protected List<SqlStatement> drop(DropType operation) {
    return List.of(
        ddl("DROP TYPE $L$N", operation.ifExists() ? "IF EXISTS " : "", operation.type()));
  }

  // Values

  /** "Labels must be 63 bytes or less": they are names there. */
  private String label(String value) {
    if (dialect().identifiers().isTooLong(value)) {
      throw dialect()
          .unsupported(
              "an enum value of more than "
                  + dialect().identifiers().limit()
                  + ", such as "
                  + value,
              "Use a string with a check constraint.");
    }
    return value;
  }

  /**
   * Outside a transaction: "New enum values must be committed before they can be used", by a row or
   * a default of the same revision for one.
   */
  @Override
  protected List<SqlStatement> add(AddValue operation) {
    String position = "";
    if (operation.before() != null) {
      position = sql(" BEFORE $S", operation.before());
    } else if (operation.after() != null) {
      position = sql(" AFTER $S", operation.after());
    }
    return List.of(
        new SqlStatement(
            sql(
                "ALTER TYPE $N ADD VALUE $L$S$L",
                operation.type(),
                operation.ifNotExists() ? "IF NOT EXISTS " : "",
                label(operation.value()),
                position),
            StatementKind.DDL,
            TransactionUse.NONE));
  }

  @Override
  protected List<SqlStatement> rename(RenameValue operation) {
    return List.of(
        ddl(
            "ALTER TYPE $N RENAME VALUE $S TO $S",
            operation.type(),
            operation.value(),
            label(operation.newValue())));
  }

  /**
   * No statement does it: the columns get a new type. A row with the value does not fit into that,
   * which is an error that leaves everything as it was.
   */
  @Override
  protected List<SqlStatement> dropValue(DropValue operation) {
    String name = operation.type();
    DataType.Enumeration changed = new DataType.Enumeration(name, valuesAfter(name));
    List<SqlStatement> statements = new ArrayList<>();
    statements.add(ddl("ALTER TYPE $N RENAME TO $N", name, OLD_TYPE));
    statements.add(create(changed));
    List<Operation> operations = new ArrayList<>();
    for (Table table : before().usingType(name)) {
      operations.addAll(retype(table, changed));
    }
    statements.addAll(render(withOldType(changed), operations));
    statements.add(ddl("DROP TYPE $N", OLD_TYPE));
    return statements;
  }

  /** The schema in which columns have the old type under its new name. */
  private Schema withOldType(DataType.Enumeration changed) {
    String name = changed.name();
    DataType.Enumeration old = new DataType.Enumeration(OLD_TYPE, valuesBefore(name));
    Schema schema =
        before()
            .find(ObjectKind.TYPE, TableName.of(name))
            .map(declared -> before().minus(declared))
            .orElse(before())
            .plus(new EnumType(changed))
            .plus(new EnumType(old));
    for (Table table : before().usingType(name)) {
      List<Column> ofType = columns(table, name);
      schema =
          schema.replace(
              table.name(),
              table.withColumns(
                  table.columns().stream()
                      .map(c -> ofType.contains(c) ? c.withType(sameForm(c.type(), old)) : c)
                      .toList()));
    }
    return schema;
  }

  private static DataType sameForm(DataType type, DataType.Enumeration element) {
    return type instanceof DataType.Array ? new DataType.Array(element) : element;
  }

  /** What holds constants of the old type in expressions goes while the columns change. */
  private List<Operation> retype(Table table, DataType.Enumeration changed) {
    List<Column> columns = columns(table, changed.name());
    requireNotComputedFrom(table, columns);
    List<Operation> before = new ArrayList<>();
    List<Operation> behind = new ArrayList<>();
    for (Constraint constraint : table.constraints()) {
      if (constraint instanceof Check check && names(List.of(check.sql()), columns)) {
        before.add(new DropConstraint(table.name(), check.name()));
        behind.add(new CreateCheckConstraint(table.name(), check));
      } else if (constraint instanceof Exclusion exclusion && names(exclusion.texts(), columns)) {
        before.add(new DropConstraint(table.name(), exclusion.name()));
        behind.add(new CreateExcludeConstraint(table.name(), exclusion));
      }
    }
    for (Index index : table.indexes()) {
      if (names(index.texts(), columns)) {
        before.add(new DropIndex(table.name(), index.name()));
        behind.add(new CreateIndex(table.name(), index));
      }
    }
    for (Column column : columns) {
      before.add(
          new AlterColumn(
              table.name(),
              column.name(),
              null,
              sameForm(column.type(), changed),
              null,
              Change.none(),
              Change.none()));
    }
    before.addAll(behind);
    return before;
  }

  private static boolean names(List<String> texts, List<Column> columns) {
    return texts.stream()
        .anyMatch(
            text -> columns.stream().anyMatch(column -> SqlIdentifiers.uses(text, column.name())));
  }

  /** "cannot alter type of a column used by a generated column". */
  private void requireNotComputedFrom(Table table, List<Column> columns) {
    for (Column other : table.columns()) {
      if (other.computed() != null && names(List.of(other.computed().sql()), columns)) {
        throw dialect()
            .unsupported(
                "an enum with a value less while the column "
                    + other.name()
                    + " of "
                    + table.name()
                    + " is computed from it",
                "Drop that column before and add it again after.");
      }
    }
  }

  // Types that columns bring along

  /** Statements with what creates the types that they need, and drops those that they leave. */
  List<SqlStatement> around(
      List<Column> added, List<Column> removed, List<SqlStatement> statements) {
    List<DataType.Enumeration> created = unusedTypes(added, before());
    List<DataType.Enumeration> dropped = unusedTypes(removed, after);
    if (created.isEmpty() && dropped.isEmpty()) {
      return statements;
    }
    List<SqlStatement> all = new ArrayList<>();
    for (DataType.Enumeration type : created) {
      requireNoTableNamed(type.name());
      all.add(create(type));
    }
    all.addAll(statements);
    for (DataType.Enumeration type : dropped) {
      all.add(ddl("DROP TYPE $N", type.name()));
    }
    return all;
  }

  /** Whether a column has an enum type that is there for its columns alone. */
  boolean bringsType(Column column) {
    DataType.Enumeration type = enumeration(column);
    return type != null && after.find(ObjectKind.TYPE, TableName.of(type.name())).isEmpty();
  }

  /** Of columns, each type once, those that are neither declared nor of a column of a schema. */
  private List<DataType.Enumeration> unusedTypes(List<Column> columns, Schema schema) {
    List<DataType.Enumeration> types = new ArrayList<>();
    for (Column column : columns) {
      DataType.Enumeration type = enumeration(column);
      if (type != null
          && !types.contains(type)
          && schema.find(ObjectKind.TYPE, TableName.of(type.name())).isEmpty()
          && !isUsed(type, schema)) {
        types.add(type);
      }
    }
    return types;
  }

  /** Types live in the default schema, where each table is a type as well. */
  void requireNoTypeNamed(TableName name) {
    if (name.schema() == null
        && (!after.usingType(name.name()).isEmpty()
            || after.find(ObjectKind.TYPE, name).isPresent())) {
      throw sameName(name.name());
    }
  }

  private void requireNoTableNamed(String type) {
    if (after.find(TableName.of(type)).isPresent()) {
      throw sameName(type);
    }
  }

  private UnsupportedFeatureException sameName(String name) {
    return dialect()
        .unsupported(
            "an enum type and a table of the same name, " + name, "Give the type another name.");
  }

  private static DataType.@Nullable Enumeration enumeration(Column column) {
    DataType type = column.type() instanceof DataType.Array array ? array.element() : column.type();
    return type instanceof DataType.Enumeration enumeration ? enumeration : null;
  }

  private boolean isUsed(DataType.Enumeration type, Schema schema) {
    for (Table table : schema.usingType(type.name())) {
      for (Column column : columns(table, type.name())) {
        if (type.equals(requireNonNull(enumeration(column)))) {
          return true;
        }
        throw dialect()
            .unsupported(
                "another set of values for the enum type "
                    + type.name()
                    + " that "
                    + table.name()
                    + " uses",
                "Give the type another name.");
      }
    }
    return false;
  }
}
