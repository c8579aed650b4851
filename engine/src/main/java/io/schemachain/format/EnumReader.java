package io.schemachain.format;

import io.schemachain.model.DataType;
import io.schemachain.operation.AddValue;
import io.schemachain.operation.CreateType;
import io.schemachain.operation.DropType;
import io.schemachain.operation.DropValue;
import io.schemachain.operation.Operation;
import io.schemachain.operation.RenameValue;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the operations on enum types. */
final class EnumReader {
  private EnumReader() {}

  static List<Operation> createType(Fields fields) {
    int before = fields.reading().errors();
    String name = fields.requiredName("name");
    List<String> values = TypeReader.values(fields);
    boolean ifNotExists = fields.flag("if_not_exists", false);
    fields.finish();
    return name == null
        ? List.of()
        : built(
            fields,
            before,
            () -> new CreateType(new DataType.Enumeration(name, values), ifNotExists));
  }

  static List<Operation> dropType(Fields fields) {
    int before = fields.reading().errors();
    String name = fields.requiredName("name");
    boolean ifExists = fields.flag("if_exists", false);
    fields.finish();
    return name == null ? List.of() : built(fields, before, () -> new DropType(name, ifExists));
  }

  static List<Operation> addValue(Fields fields) {
    int errors = fields.reading().errors();
    String type = fields.requiredName("type");
    String value = fields.requiredText("value");
    String before = fields.text("before");
    String after = fields.text("after");
    boolean ifNotExists = fields.flag("if_not_exists", false);
    fields.finish();
    return type == null || value == null
        ? List.of()
        : built(fields, errors, () -> new AddValue(type, value, before, after, ifNotExists));
  }

  static List<Operation> renameValue(Fields fields) {
    int before = fields.reading().errors();
    String type = fields.requiredName("type");
    String value = fields.requiredText("value");
    String newValue = fields.requiredText("new_value");
    fields.finish();
    return type == null || value == null || newValue == null
        ? List.of()
        : built(fields, before, () -> new RenameValue(type, value, newValue));
  }

  static List<Operation> dropValue(Fields fields) {
    int before = fields.reading().errors();
    String type = fields.requiredName("type");
    String value = fields.requiredText("value");
    fields.finish();
    return type == null || value == null
        ? List.of()
        : built(fields, before, () -> new DropValue(type, value));
  }

  /**
   * @param before how many errors there were before the fields were read
   */
  private static List<Operation> built(Fields fields, int before, Supplier<Operation> operation) {
    if (fields.reading().errors() != before) {
      return List.of();
    }
    @Nullable Operation built = fields.reading().build(fields.source(), operation);
    return built == null ? List.of() : List.of(built);
  }
}
