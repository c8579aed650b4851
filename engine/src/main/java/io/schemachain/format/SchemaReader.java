package io.schemachain.format;

import io.schemachain.model.Extension;
import io.schemachain.operation.CreateExtension;
import io.schemachain.operation.CreateSchema;
import io.schemachain.operation.DropExtension;
import io.schemachain.operation.DropSchema;
import io.schemachain.operation.Operation;
import java.util.List;

/** Reads the operations on what is in no schema: schemas themselves, and extensions. */
final class SchemaReader {
  private SchemaReader() {}

  static List<Operation> createSchema(Fields fields) {
    String name = fields.requiredName("name");
    boolean ifNotExists = fields.flag("if_not_exists", false);
    fields.finish();
    return name == null ? List.of() : List.of(new CreateSchema(name, ifNotExists));
  }

  static List<Operation> dropSchema(Fields fields) {
    String name = fields.requiredName("name");
    boolean ifExists = fields.flag("if_exists", false);
    fields.finish();
    return name == null ? List.of() : List.of(new DropSchema(name, ifExists));
  }

  static List<Operation> createExtension(Fields fields) {
    int before = fields.reading().errors();
    String name = fields.requiredName("name");
    String schema = fields.name("schema");
    String version = fields.name("version");
    boolean ifNotExists = fields.flag("if_not_exists", false);
    fields.finish();
    return name == null || fields.reading().errors() != before
        ? List.of()
        : List.of(new CreateExtension(new Extension(name, schema, version), ifNotExists));
  }

  static List<Operation> dropExtension(Fields fields) {
    String name = fields.requiredName("name");
    boolean ifExists = fields.flag("if_exists", false);
    fields.finish();
    return name == null ? List.of() : List.of(new DropExtension(name, ifExists));
  }
}
