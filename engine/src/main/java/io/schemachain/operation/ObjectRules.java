package io.schemachain.operation;

import io.schemachain.model.ObjectKind;
import io.schemachain.model.Schema;
import io.schemachain.model.SchemaObject;
import io.schemachain.model.TableName;
import java.util.List;
import java.util.Optional;

/** What holds for objects beside tables, whatever they are. */
final class ObjectRules {
  private ObjectRules() {}

  /**
   * The object of exactly that name.
   *
   * @throws OperationException with what was probably meant, if there is none
   */
  static <T extends SchemaObject> T require(
      Class<T> type, ObjectKind kind, TableName name, Schema schema) {
    SchemaObject object = schema.find(kind, name).orElse(null);
    if (object == null) {
      throw new OperationException(
          "There is no " + kind.words() + " " + name + ".",
          Lookup.hint(name.toString(), names(kind, schema)));
    }
    requireSpelling(object, name);
    return type.cast(object);
  }

  /** Objects are found whatever the case of their name, and have to be named exactly. */
  static void requireSpelling(SchemaObject found, TableName written) {
    if (!found.name().equals(written)) {
      throw new OperationException(
          "There is no " + found.kind().words() + " " + written + ".",
          "It is written " + found.name() + ".");
    }
  }

  /** The names of all objects of a kind, each once. */
  static List<String> names(ObjectKind kind, Schema schema) {
    return schema.objects().stream()
        .filter(object -> object.kind() == kind)
        .map(object -> object.name().toString())
        .distinct()
        .toList();
  }

  /**
   * The schema with an object, which may be there already.
   *
   * @throws OperationException if it is there and is another
   */
  static Schema plusIfMissing(SchemaObject object, Schema schema) {
    Optional<SchemaObject> existing = schema.find(object.kind(), object.name());
    if (existing.isEmpty()) {
      return schema.plus(object);
    }
    if (!existing.get().equals(object)) {
      throw new OperationException(
          "The "
              + object.kind().words()
              + " "
              + object.name()
              + " exists already, and is not the same.",
          "Change the one that exists, or choose another name.");
    }
    return schema;
  }

  /**
   * The schema without an object.
   *
   * @param ifExists whether it is no error that there is none
   */
  static Schema minus(ObjectKind kind, TableName name, boolean ifExists, Schema schema) {
    if (ifExists && schema.find(kind, name).isEmpty()) {
      return schema;
    }
    return schema.minus(require(SchemaObject.class, kind, name, schema));
  }
}
