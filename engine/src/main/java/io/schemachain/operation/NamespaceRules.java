package io.schemachain.operation;

import io.schemachain.model.Extension;
import io.schemachain.model.Names;
import io.schemachain.model.Namespace;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.Schema;
import io.schemachain.model.SchemaObject;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What holds for schemas, of which a revision may use those that no revision made. */
final class NamespaceRules {
  private NamespaceRules() {}

  static Schema create(CreateSchema operation, Schema schema) {
    Namespace namespace = new Namespace(operation.schema());
    if (isThere(namespace, schema)) {
      if (!operation.ifNotExists()) {
        throw new OperationException(
            "The schema "
                + namespace.name()
                + " exists already"
                + content(namespace.schema(), schema).map(what -> ": it has " + what).orElse("")
                + ".",
            "Write `if_not_exists: true`.");
      }
      return schema;
    }
    return schema.plus(namespace);
  }

  /** One that no revision made is there as well when something is in it. */
  static boolean isThere(Namespace namespace, Schema schema) {
    return schema.find(ObjectKind.SCHEMA, namespace.name()).isPresent()
        || content(namespace.schema(), schema).isPresent();
  }

  static Schema drop(DropSchema operation, Schema schema) {
    content(operation.schema(), schema)
        .ifPresent(
            what -> {
              throw new OperationException(
                  "The schema " + operation.schema() + " still has " + what + ".",
                  "Drop it first.");
            });
    return ObjectRules.minus(
        ObjectKind.SCHEMA, TableName.of(operation.schema()), operation.ifExists(), schema);
  }

  /** Something that is in the schema of that name. */
  private static Optional<String> content(String name, Schema all) {
    for (Table table : all.tables()) {
      if (isIn(table.name().schema(), name)) {
        return Optional.of("the table " + table.name());
      }
    }
    for (SchemaObject object : all.objects()) {
      String schema =
          object instanceof Extension extension ? extension.schema() : object.name().schema();
      if (isIn(schema, name)) {
        return Optional.of("the " + object.kind().words() + " " + object.name());
      }
    }
    return Optional.empty();
  }

  private static boolean isIn(@Nullable String schema, String name) {
    return schema != null && Names.same(schema, name);
  }
}
