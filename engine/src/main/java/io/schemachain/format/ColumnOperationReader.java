package io.schemachain.format;

import io.schemachain.model.Computed;
import io.schemachain.model.DataType;
import io.schemachain.model.DefaultValue;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Identity;
import io.schemachain.model.Index;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.TableName;
import io.schemachain.model.UniqueConstraint;
import io.schemachain.operation.AddColumn;
import io.schemachain.operation.AlterColumn;
import io.schemachain.operation.Change;
import io.schemachain.operation.ColumnPosition;
import io.schemachain.operation.CreateForeignKey;
import io.schemachain.operation.CreateIndex;
import io.schemachain.operation.CreatePrimaryKey;
import io.schemachain.operation.CreateUniqueConstraint;
import io.schemachain.operation.DropColumn;
import io.schemachain.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of add_column, drop_column and alter_column. */
final class ColumnOperationReader {
  private final Reading reading;
  private final GeneratedNames names;

  ColumnOperationReader(Reading reading, GeneratedNames names) {
    this.reading = reading;
    this.names = names;
  }

  List<Operation> addColumn(Fields fields) {
    int before = reading.errors();
    TableName table = fields.table("table");
    YamlNode node = fields.required("column");
    ColumnReader.Draft draft = node == null ? null : ColumnReader.read(reading, node);
    ColumnPosition position = position(fields);
    boolean ifNotExists = fields.flag("if_not_exists", false);
    fields.finish();
    if (ifNotExists && draft != null && draft.saysMore()) {
      reading.error(
          fields.source(),
          "add_column has 'if_not_exists' and a column that makes a key, an index or a reference.",
          "Write these as operations of their own.");
    }
    if (table == null || draft == null || reading.errors() != before) {
      return List.of();
    }
    List<Operation> operations = new ArrayList<>();
    if (draft.primaryKey()) {
      List<String> columns = List.of(draft.column().name());
      operations.add(new AddColumn(table, draft.inPrimaryKey(reading), position, ifNotExists));
      operations.add(
          new CreatePrimaryKey(table, new PrimaryKey(names.primaryKey(table, columns), columns)));
    } else {
      operations.add(new AddColumn(table, draft.column(), position, ifNotExists));
    }
    UniqueConstraint unique = TableReader.unique(table, draft, names);
    if (unique != null) {
      operations.add(new CreateUniqueConstraint(table, unique));
    }
    Index index = TableReader.index(table, draft, names);
    if (index != null) {
      operations.add(new CreateIndex(table, index));
    }
    ForeignKey foreignKey = TableReader.foreignKey(reading, table, draft, names);
    if (foreignKey != null) {
      operations.add(new CreateForeignKey(table, foreignKey));
    }
    return operations;
  }

  /** Of {@code first: true} and {@code after: <column>}; null without either. */
  private @Nullable ColumnPosition position(Fields fields) {
    boolean first = fields.flag("first", false);
    String after = fields.name("after");
    if (first && after != null) {
      reading.error(
          fields.source(), "'first' and 'after' are two places.", "Leave one of the two.");
    }
    if (first) {
      return ColumnPosition.FIRST;
    }
    return after == null ? null : new ColumnPosition(after);
  }

  List<Operation> dropColumn(Fields fields) {
    TableName table = fields.table("table");
    String column = fields.requiredName("column");
    boolean ifExists = fields.flag("if_exists", false);
    fields.finish();
    return table == null || column == null
        ? List.of()
        : List.of(new DropColumn(table, column, ifExists));
  }

  List<Operation> alterColumn(Fields fields) {
    int before = reading.errors();
    TableName table = fields.table("table");
    String column = fields.requiredName("column");
    String newName = fields.name("new_name");
    YamlNode typeNode = fields.node("type");
    DataType type = typeNode == null ? null : TypeReader.read(reading, typeNode);
    YamlNode usingNode = fields.node("using");
    String using = usingNode == null ? null : using(fields, usingNode);
    Boolean nullable = fields.flag("nullable");
    YamlNode defaultNode = fields.node("default");
    Change<DefaultValue> defaultValue =
        defaultNode == null
            ? Change.none()
            : Change.toNullable(ColumnReader.defaultOf(reading, defaultNode, type));
    Change<Identity> identity = identity(fields);
    Change<Computed> computed = computed(fields);
    Change<String> comment = text(fields, "comment");
    Change<String> collation = text(fields, "collation");
    ColumnPosition position = position(fields);
    fields.finish();
    if (table == null || column == null || reading.errors() != before) {
      return List.of();
    }
    AlterColumn operation =
        reading.build(
            fields.source(),
            () ->
                new AlterColumn(
                    table,
                    column,
                    newName,
                    type,
                    using,
                    nullable,
                    defaultValue,
                    identity,
                    computed,
                    comment,
                    collation,
                    position));
    return operation == null ? List.of() : List.of(operation);
  }

  /** Null for a dialect that converts the values by itself. */
  private @Nullable String using(Fields fields, YamlNode node) {
    YamlNode narrowed = reading.narrow(node, true);
    boolean leftOut = narrowed != null && narrowed != node && narrowed.isNullScalar();
    return narrowed == null || leftOut ? null : fields.sqlOf(narrowed, "using");
  }

  private Change<Identity> identity(Fields fields) {
    YamlNode node = fields.node("identity");
    if (node == null) {
      return Change.none();
    }
    return node.isNullScalar()
        ? Change.drop()
        : Change.toNullable(ColumnReader.identity(reading, fields, node));
  }

  private Change<Computed> computed(Fields fields) {
    YamlNode node = fields.node("computed");
    if (node == null) {
      return Change.none();
    }
    YamlNode narrowed = reading.narrow(node, false);
    return narrowed == null || narrowed.isNullScalar()
        ? Change.drop()
        : Change.toNullable(ColumnReader.computed(reading, fields, narrowed));
  }

  private Change<String> text(Fields fields, String key) {
    YamlNode node = fields.node(key);
    if (node == null) {
      return Change.none();
    }
    return node.isNullScalar() ? Change.drop() : Change.toNullable(fields.textByDialect(key));
  }
}
