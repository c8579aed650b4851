package io.schemachain.format;

import io.schemachain.model.Sequence;
import io.schemachain.model.TableName;
import io.schemachain.operation.AlterSequence;
import io.schemachain.operation.Change;
import io.schemachain.operation.CreateSequence;
import io.schemachain.operation.DropSequence;
import io.schemachain.operation.Operation;
import java.util.List;
import java.util.function.Supplier;

/** Reads the operations on sequences. */
final class SequenceReader {
  private SequenceReader() {}

  static List<Operation> create(Fields fields) {
    int before = fields.reading().errors();
    TableName name = fields.table("name");
    Long start = fields.integer("start");
    Long increment = fields.integer("increment");
    Long minValue = fields.integer("min_value");
    Long maxValue = fields.integer("max_value");
    boolean cycle = fields.flag("cycle", false);
    Long cache = fields.integer("cache");
    boolean ifNotExists = fields.flag("if_not_exists", false);
    fields.finish();
    if (name == null || fields.reading().errors() != before) {
      return List.of();
    }
    long step = increment == null ? 1 : increment;
    return built(
        fields,
        () ->
            new CreateSequence(
                new Sequence(name, start, step, minValue, maxValue, cycle, cache), ifNotExists));
  }

  static List<Operation> alter(Fields fields) {
    int before = fields.reading().errors();
    TableName name = fields.table("name");
    Long increment = fields.integer("increment");
    Change<Long> minValue = number(fields, "min_value");
    Change<Long> maxValue = number(fields, "max_value");
    Boolean cycle = fields.flag("cycle");
    Change<Long> cache = number(fields, "cache");
    Change<Long> restart = restart(fields);
    fields.finish();
    if (name == null || fields.reading().errors() != before) {
      return List.of();
    }
    return built(
        fields,
        () -> new AlterSequence(name, increment, minValue, maxValue, cycle, cache, restart));
  }

  static List<Operation> drop(Fields fields) {
    TableName name = fields.table("name");
    boolean ifExists = fields.flag("if_exists", false);
    fields.finish();
    return name == null ? List.of() : List.of(new DropSequence(name, ifExists));
  }

  /** {@code null} is the default again. */
  private static Change<Long> number(Fields fields, String key) {
    YamlNode node = fields.node(key);
    if (node == null) {
      return Change.none();
    }
    return node.isNullScalar() ? Change.drop() : Change.toNullable(fields.integer(key));
  }

  /** {@code true} is the first number of the sequence. */
  private static Change<Long> restart(Fields fields) {
    YamlNode node = fields.node("restart");
    if (node == null) {
      return Change.none();
    }
    boolean word = node instanceof YamlNode.Scalar scalar && scalar.text().equals("true");
    return word ? Change.drop() : Change.toNullable(fields.integer("restart"));
  }

  private static List<Operation> built(Fields fields, Supplier<Operation> operation) {
    Operation built = fields.reading().build(fields.source(), operation);
    return built == null ? List.of() : List.of(built);
  }
}
