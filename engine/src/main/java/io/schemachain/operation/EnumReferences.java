package io.schemachain.operation;

import io.schemachain.diagnostic.Suggestions;
import io.schemachain.model.Column;
import io.schemachain.model.DataType;
import io.schemachain.model.EnumType;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.Schema;
import io.schemachain.model.TableName;
import java.util.List;
import java.util.Objects;

/**
 * Finds the values of enum types that are declared and only named by a column. Nearly all columns
 * have none and stay the same object, which {@code Objects.equals} sees first: the equals of a
 * record costs a short run much when it is used for the first time.
 */
public final class EnumReferences {
  private EnumReferences() {}

  /**
   * The operation with the values of all enum types in it.
   *
   * @throws OperationException if a type is not declared, or is, with other values
   */
  public static Operation resolve(Operation operation, Schema before) {
    if (operation instanceof CreateTable create) {
      List<Column> columns = create.table().columns();
      List<Column> resolved = columns.stream().map(column -> resolve(column, before)).toList();
      return Objects.equals(resolved, columns)
          ? operation
          : create.withTable(create.table().withColumns(resolved));
    }
    if (operation instanceof AddColumn add) {
      Column resolved = resolve(add.column(), before);
      return Objects.equals(resolved, add.column()) ? operation : add.withColumn(resolved);
    }
    if (operation instanceof AlterColumn alter && alter.type() != null) {
      DataType resolved = resolve(alter.type(), before);
      return Objects.equals(resolved, alter.type()) ? operation : alter.withType(resolved);
    }
    return operation;
  }

  private static Column resolve(Column column, Schema schema) {
    DataType resolved = resolve(column.type(), schema);
    return Objects.equals(resolved, column.type()) ? column : column.withType(resolved);
  }

  private static DataType resolve(DataType type, Schema schema) {
    if (type instanceof DataType.Array array) {
      return new DataType.Array(resolve(array.element(), schema));
    }
    if (!(type instanceof DataType.Enumeration enumeration)) {
      return type;
    }
    EnumType declared =
        (EnumType) schema.find(ObjectKind.TYPE, TableName.of(enumeration.name())).orElse(null);
    if (declared == null) {
      return enumeration.isReference() ? unknown(enumeration, schema) : type;
    }
    if (!declared.type().name().equals(enumeration.name())) {
      throw new OperationException(
          "There is no enum type " + enumeration.name() + ".",
          "It is written " + declared.type().name() + ".");
    }
    if (!enumeration.isReference() && !enumeration.equals(declared.type())) {
      throw new OperationException(
          "The enum type "
              + enumeration.name()
              + " has the values "
              + String.join(", ", declared.type().values())
              + ".",
          "Leave `values` out, or give the type another name.");
    }
    return declared.type();
  }

  private static DataType unknown(DataType.Enumeration type, Schema schema) {
    List<String> names =
        schema.objects().stream()
            .filter(object -> object.kind() == ObjectKind.TYPE)
            .map(object -> object.name().name())
            .toList();
    throw new OperationException(
        "There is no enum type " + type.name() + ".",
        Suggestions.didYouMean(type.name(), names)
            .orElse("Create it with create_type, in a model under `types`, or add its `values`."));
  }
}
