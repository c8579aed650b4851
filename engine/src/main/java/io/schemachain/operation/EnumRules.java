package io.schemachain.operation;

import io.schemachain.model.Check;
import io.schemachain.model.Column;
import io.schemachain.model.Constraint;
import io.schemachain.model.DataType;
import io.schemachain.model.DefaultValue;
import io.schemachain.model.EnumType;
import io.schemachain.model.Exclusion;
import io.schemachain.model.Index;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.Schema;
import io.schemachain.model.SqlIdentifiers;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What holds for enum types: those that are declared, and those that a column brought along and
 * that live as long as it.
 */
final class EnumRules {
  private EnumRules() {}

  // The types themselves

  static Schema create(CreateType operation, Schema schema) {
    DataType.Enumeration type = operation.type();
    TableName name = TableName.of(type.name());
    List<Table> users = schema.usingType(type.name());
    if (!users.isEmpty() && schema.find(ObjectKind.TYPE, name).isEmpty()) {
      throw new OperationException(
          "The enum type "
              + type.name()
              + " exists already, as long as "
              + users.get(0).name()
              + " has a column of it.",
          "Use it as it is: add_value and rename_value know it. Or choose another name.");
    }
    EnumType object = new EnumType(type);
    return operation.ifNotExists()
        ? ObjectRules.plusIfMissing(object, schema)
        : schema.plus(object);
  }

  static Schema drop(DropType operation, Schema schema) {
    TableName name = TableName.of(operation.type());
    Schema without = ObjectRules.minus(ObjectKind.TYPE, name, operation.ifExists(), schema);
    for (Table table : schema.usingType(operation.type())) {
      for (Column column : columns(table, operation.type())) {
        throw new OperationException(
            "The enum type "
                + operation.type()
                + " is used by the column "
                + column.name()
                + " of "
                + table.name()
                + ".",
            "Drop the column, or give it another type, before.");
      }
    }
    return without;
  }

  /**
   * The type of that name, declared or not.
   *
   * @throws OperationException if there is none, or several that only have the name in common
   */
  static DataType.Enumeration require(String name, Schema schema) {
    Optional<DataType.Enumeration> declared =
        schema
            .find(ObjectKind.TYPE, TableName.of(name))
            .map(object -> ((EnumType) object).type())
            .filter(type -> type.name().equals(name));
    if (declared.isPresent()) {
      return declared.get();
    }
    Set<DataType.Enumeration> used = new LinkedHashSet<>();
    for (Table table : schema.usingType(name)) {
      columns(table, name).forEach(column -> used.add(enumeration(column.type(), name)));
    }
    if (used.isEmpty()) {
      // There is none, or it is written otherwise: the message says which.
      return ObjectRules.require(EnumType.class, ObjectKind.TYPE, TableName.of(name), schema)
          .type();
    }
    if (used.size() > 1) {
      throw new OperationException(
          "Columns of the enum type " + name + " have different values.",
          "Change their types with alter_column.");
    }
    return used.iterator().next();
  }

  // Its values

  static Schema add(AddValue operation, Schema schema) {
    DataType.Enumeration type = require(operation.type(), schema);
    if (type.values().contains(operation.value())) {
      if (operation.ifNotExists()) {
        return schema;
      }
      throw new OperationException(
          "The enum type " + type.name() + " has the value '" + operation.value() + "' already.",
          null);
    }
    List<String> values = new ArrayList<>(type.values());
    values.add(position(operation, type), operation.value());
    return change(new DataType.Enumeration(type.name(), values), schema, column -> column);
  }

  private static int position(AddValue operation, DataType.Enumeration type) {
    if (operation.before() != null) {
      return indexOf(operation.before(), type);
    }
    return operation.after() == null ? type.values().size() : indexOf(operation.after(), type) + 1;
  }

  private static int indexOf(String value, DataType.Enumeration type) {
    int index = type.values().indexOf(value);
    if (index < 0) {
      throw new OperationException(
          "The enum type " + type.name() + " has no value '" + value + "'.",
          Lookup.hint(value, type.values()));
    }
    return index;
  }

  static Schema rename(RenameValue operation, Schema schema) {
    DataType.Enumeration type = require(operation.type(), schema);
    List<String> values = new ArrayList<>(type.values());
    values.set(indexOf(operation.value(), type), operation.newValue());
    requireNotNamed(operation, schema);
    return change(
        new DataType.Enumeration(type.name(), values),
        schema,
        column ->
            isDefault(operation.value(), column)
                ? column.withDefault(new DefaultValue.Constant(operation.newValue()))
                : column);
  }

  /** Some databases would write the new value there, and others go on comparing with the old. */
  private static void requireNotNamed(RenameValue operation, Schema schema) {
    String constant = "'" + operation.value().replace("'", "''") + "'";
    for (Table table : schema.usingType(operation.type())) {
      for (Column column : columns(table, operation.type())) {
        namedBy(table, column.name(), constant)
            .ifPresent(
                what -> {
                  throw new OperationException(
                      what
                          + " of "
                          + table.name()
                          + " names the value '"
                          + operation.value()
                          + "'.",
                      "Drop it before, and create it again after, with the new value.");
                });
      }
    }
  }

  private static Optional<String> namedBy(Table table, String column, String constant) {
    for (Constraint constraint : table.constraints()) {
      if (textsOf(constraint).stream().anyMatch(text -> names(text, column, constant))) {
        return Optional.of("The " + ObjectKind.of(constraint).words() + " " + constraint.name());
      }
    }
    for (Index index : table.indexes()) {
      if (index.texts().stream().anyMatch(text -> names(text, column, constant))) {
        return Optional.of("The index " + index.name());
      }
    }
    for (Column other : table.columns()) {
      if (other.computed() != null && names(other.computed().sql(), column, constant)) {
        return Optional.of("The computed column " + other.name());
      }
    }
    return Optional.empty();
  }

  private static List<String> textsOf(Constraint constraint) {
    if (constraint instanceof Check check) {
      return List.of(check.sql());
    }
    return constraint instanceof Exclusion exclusion ? exclusion.texts() : List.of();
  }

  private static boolean names(String text, String column, String constant) {
    return text.contains(constant) && SqlIdentifiers.uses(text, column);
  }

  static Schema dropValue(DropValue operation, Schema schema) {
    DataType.Enumeration type = require(operation.type(), schema);
    List<String> values = new ArrayList<>(type.values());
    values.remove(indexOf(operation.value(), type));
    if (values.isEmpty()) {
      throw new OperationException(
          "'" + operation.value() + "' is the only value of the enum type " + type.name() + ".",
          "Drop the type instead.");
    }
    for (Table table : schema.usingType(type.name())) {
      for (Column column : columns(table, type.name())) {
        if (isDefault(operation.value(), column)) {
          throw new OperationException(
              "'"
                  + operation.value()
                  + "' is the default of the column "
                  + column.name()
                  + " of "
                  + table.name()
                  + ".",
              "Give the column another default before, with alter_column.");
        }
      }
    }
    return change(new DataType.Enumeration(type.name(), values), schema, column -> column);
  }

  /** Where the value stood, so that it can be there again. */
  static AddValue again(DropValue operation, Schema before) {
    DataType.Enumeration type = require(operation.type(), before);
    int next = type.values().indexOf(operation.value()) + 1;
    return new AddValue(
        operation.type(),
        operation.value(),
        next < type.values().size() ? type.values().get(next) : null,
        null,
        false);
  }

  private static boolean isDefault(String value, Column column) {
    return column.type() instanceof DataType.Enumeration
        && column.defaultValue() instanceof DefaultValue.Constant constant
        && constant.text().equals(value);
  }

  // All that is of a type

  private static Schema change(
      DataType.Enumeration changed, Schema schema, UnaryOperator<Column> alsoChanged) {
    Schema result = schema;
    Optional<EnumType> declared =
        schema.find(ObjectKind.TYPE, TableName.of(changed.name())).map(object -> (EnumType) object);
    if (declared.isPresent()) {
      result = result.minus(declared.get()).plus(new EnumType(changed));
    }
    for (Table table : schema.usingType(changed.name())) {
      List<Column> columns = new ArrayList<>();
      for (Column column : table.columns()) {
        columns.add(
            enumerationOrNull(column.type(), changed.name()) == null
                ? column
                : alsoChanged.apply(column.withType(ofElement(column.type(), changed))));
      }
      result = result.replace(table.name(), table.withColumns(columns));
    }
    return result;
  }

  private static DataType ofElement(DataType type, DataType.Enumeration changed) {
    return type instanceof DataType.Array ? new DataType.Array(changed) : changed;
  }

  private static List<Column> columns(Table table, String type) {
    return table.columns().stream()
        .filter(column -> enumerationOrNull(column.type(), type) != null)
        .toList();
  }

  private static DataType.Enumeration enumeration(DataType type, String name) {
    DataType.Enumeration enumeration = enumerationOrNull(type, name);
    if (enumeration == null) {
      throw new IllegalStateException(type + " is not of " + name);
    }
    return enumeration;
  }

  private static DataType.@Nullable Enumeration enumerationOrNull(DataType type, String name) {
    DataType element = type instanceof DataType.Array array ? array.element() : type;
    return element instanceof DataType.Enumeration enumeration && enumeration.name().equals(name)
        ? enumeration
        : null;
  }
}
