package io.schemachain.dialect;

import io.schemachain.model.Column;
import io.schemachain.model.DataType;
import io.schemachain.model.DefaultValue;
import io.schemachain.model.EnumType;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.Schema;
import io.schemachain.model.SchemaObject;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.operation.AddValue;
import io.schemachain.operation.AlterColumn;
import io.schemachain.operation.ApplyToSchema;
import io.schemachain.operation.Change;
import io.schemachain.operation.CreateType;
import io.schemachain.operation.DropType;
import io.schemachain.operation.DropValue;
import io.schemachain.operation.Operation;
import io.schemachain.operation.RenameValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Enum types where the database has none: a type is in the model alone, and another set of values
 * is another type for each column of it.
 */
public class EnumDdl {
  private final Dialect dialect;
  private final Schema before;
  private final Schema after;

  public EnumDdl(Dialect dialect, Schema before, Schema after) {
    this.dialect = dialect;
    this.before = before;
    this.after = after;
  }

  protected final Dialect dialect() {
    return dialect;
  }

  protected final Schema before() {
    return before;
  }

  protected final String sql(String pattern, Object... arguments) {
    return dialect.sql().format(pattern, arguments);
  }

  // The types themselves

  protected List<SqlStatement> create(CreateType operation) {
    return List.of();
  }

  protected List<SqlStatement> drop(DropType operation) {
    return List.of();
  }

  // Values

  protected List<SqlStatement> add(AddValue operation) {
    return retyped(operation.type());
  }

  protected List<SqlStatement> dropValue(DropValue operation) {
    return retyped(operation.type());
  }

  private List<SqlStatement> retyped(String type) {
    Schema plain = undeclared(before, type);
    return render(plain, alterations(plain, type, valuesAfter(type), null));
  }

  /** First both values, then the rows, then the new value alone. */
  protected List<SqlStatement> rename(RenameValue operation) {
    String type = operation.type();
    Schema plain = undeclared(before, type);
    List<Operation> both = new ArrayList<>();
    List<SqlStatement> rows = new ArrayList<>();
    for (Column column : columns(plain, type)) {
      if (column.type() instanceof DataType.Array) {
        throw dialect.unsupported(
            "another word for a value in the arrays of " + column.name(),
            "Add the new value, update the rows with `execute`, and drop the old one.");
      }
    }
    List<String> values = new ArrayList<>(valuesBefore(type));
    values.add(values.indexOf(operation.value()) + 1, operation.newValue());
    both.addAll(alterations(plain, type, values, null));
    for (Table table : plain.usingType(type)) {
      for (Column column : columns(table, type)) {
        rows.add(
            SqlStatement.dml(
                sql(
                    "UPDATE $N SET $N = $S WHERE $L",
                    table.name(),
                    column.name(),
                    operation.newValue(),
                    is(column.name(), operation.value()))));
      }
    }
    List<SqlStatement> statements = new ArrayList<>(render(plain, both));
    statements.addAll(rows);
    Schema between = after(plain, both);
    statements.addAll(render(between, alterations(between, type, valuesAfter(type), operation)));
    return statements;
  }

  /** A condition on a column of an enum. */
  protected String is(String column, String value) {
    return sql("$N = $S", column, value);
  }

  // Columns of a type

  /** The schema in which the columns have types of their own. */
  private static Schema undeclared(Schema schema, String type) {
    Optional<SchemaObject> declared = schema.find(ObjectKind.TYPE, TableName.of(type));
    return declared.isPresent() ? schema.minus(declared.get()) : schema;
  }

  /**
   * @param renamed whose value is to be that of defaults as well; null for none
   */
  private static List<Operation> alterations(
      Schema schema, String type, List<String> values, @Nullable RenameValue renamed) {
    DataType.Enumeration changed = new DataType.Enumeration(type, values);
    List<Operation> alterations = new ArrayList<>();
    for (Table table : schema.usingType(type)) {
      for (Column column : columns(table, type)) {
        alterations.add(
            new AlterColumn(
                table.name(),
                column.name(),
                null,
                column.type() instanceof DataType.Array ? new DataType.Array(changed) : changed,
                null,
                newDefault(column, renamed),
                Change.none()));
      }
    }
    return alterations;
  }

  private static Change<DefaultValue> newDefault(Column column, @Nullable RenameValue renamed) {
    return renamed != null
            && column.defaultValue() instanceof DefaultValue.Constant constant
            && constant.text().equals(renamed.value())
        ? Change.to(new DefaultValue.Constant(renamed.newValue()))
        : Change.none();
  }

  private static List<Column> columns(Schema schema, String type) {
    List<Column> columns = new ArrayList<>();
    schema.usingType(type).forEach(table -> columns.addAll(columns(table, type)));
    return columns;
  }

  /** The columns of an enum type, or of arrays of it. */
  protected static List<Column> columns(Table table, String type) {
    List<Column> columns = new ArrayList<>();
    for (Column column : table.columns()) {
      DataType element =
          column.type() instanceof DataType.Array array ? array.element() : column.type();
      if (element instanceof DataType.Enumeration enumeration && enumeration.name().equals(type)) {
        columns.add(column);
      }
    }
    return columns;
  }

  protected final List<String> valuesBefore(String type) {
    return values(before, type);
  }

  protected final List<String> valuesAfter(String type) {
    return values(after, type);
  }

  private static List<String> values(Schema schema, String type) {
    Optional<SchemaObject> declared = schema.find(ObjectKind.TYPE, TableName.of(type));
    if (declared.isPresent()) {
      return ((EnumType) declared.get()).type().values();
    }
    DataType used = columns(schema, type).get(0).type();
    DataType element = used instanceof DataType.Array array ? array.element() : used;
    return ((DataType.Enumeration) element).values();
  }

  /** The statements of operations that follow each other. */
  protected final List<SqlStatement> render(Schema start, List<Operation> operations) {
    List<OperationStep> steps = new ArrayList<>();
    Schema schema = start;
    for (Operation operation : operations) {
      Schema next = ApplyToSchema.apply(operation, schema);
      steps.add(new OperationStep(operation, schema, next));
      schema = next;
    }
    return dialect.render(steps).stream().flatMap(List::stream).toList();
  }

  private static Schema after(Schema start, List<Operation> operations) {
    Schema schema = start;
    for (Operation operation : operations) {
      schema = ApplyToSchema.apply(operation, schema);
    }
    return schema;
  }
}
