package io.schemachain.operation;

import io.schemachain.model.ObjectKind;
import io.schemachain.model.Schema;
import io.schemachain.model.Sequence;
import io.schemachain.model.TableName;
import java.math.BigInteger;

/** What holds for sequences, as all databases that have them see it. */
final class SequenceRules {
  private SequenceRules() {}

  static Schema create(CreateSequence operation, Schema schema) {
    Sequence sequence = operation.sequence();
    requireSense(sequence);
    if (!operation.ifNotExists()) {
      return schema.plus(sequence);
    }
    return ObjectRules.plusIfMissing(sequence, schema);
  }

  static Schema drop(DropSequence operation, Schema schema) {
    return ObjectRules.minus(ObjectKind.SEQUENCE, operation.name(), operation.ifExists(), schema);
  }

  static Schema alter(AlterSequence operation, Schema schema) {
    Sequence old = require(operation.name(), schema);
    Sequence changed = change(operation, old);
    if (changed.countsUp() != old.countsUp()) {
      throw new OperationException(
          "The sequence "
              + old.name()
              + " counts "
              + (old.countsUp() ? "up" : "down")
              + " and cannot be turned around.",
          "Drop it and create it again.");
    }
    requireSense(changed);
    Long restart = operation.restart().value();
    if (restart != null) {
      requireBetween("Its next number", restart, changed);
    }
    return schema.minus(old).plus(changed);
  }

  private static Sequence require(TableName name, Schema schema) {
    return ObjectRules.require(Sequence.class, ObjectKind.SEQUENCE, name, schema);
  }

  private static Sequence change(AlterSequence operation, Sequence old) {
    Long increment = operation.increment();
    Boolean cycle = operation.cycle();
    return new Sequence(
        old.name(),
        old.start(),
        increment == null ? old.increment() : increment,
        operation.minValue().present() ? operation.minValue().value() : old.minValue(),
        operation.maxValue().present() ? operation.maxValue().value() : old.maxValue(),
        cycle == null ? old.cycle() : cycle,
        operation.cache().present() ? operation.cache().value() : old.cache());
  }

  /** The same operation with the options of a sequence, to lead back to it. */
  static Reversal inverse(AlterSequence operation, Schema before) {
    TableName name = operation.name();
    if (!operation.changesOptions()) {
      return new Reversal.PassedOver(
          "alter_sequence " + name + ": its numbers go on where they are");
    }
    Sequence old = require(name, before);
    return Inverse.by(
        new AlterSequence(
            name,
            operation.increment() == null ? null : old.increment(),
            operation.minValue().present()
                ? Change.toNullable(old.minValue())
                : Change.<Long>none(),
            operation.maxValue().present()
                ? Change.toNullable(old.maxValue())
                : Change.<Long>none(),
            operation.cycle() == null ? null : old.cycle(),
            operation.cache().present() ? Change.toNullable(old.cache()) : Change.<Long>none(),
            Change.none()));
  }

  private static void requireSense(Sequence sequence) {
    if (sequence.minOrDefault() >= sequence.maxOrDefault()) {
      throw new OperationException(
          "The least number of the sequence "
              + sequence.name()
              + ", "
              + sequence.minOrDefault()
              + ", is not less than its greatest, "
              + sequence.maxOrDefault()
              + ".",
          sequence.countsUp()
              ? "Without `min_value` the least is 1."
              : "Without `max_value` the greatest is -1.");
    }
    requireBetween("The first number", sequence.startOrDefault(), sequence);
    if (BigInteger.valueOf(sequence.increment()).abs().compareTo(sequence.span()) > 0) {
      throw new OperationException(
          "The increment of the sequence "
              + sequence.name()
              + ", "
              + sequence.increment()
              + ", leads over all of its numbers.",
          null);
    }
  }

  private static void requireBetween(String what, long number, Sequence sequence) {
    if (number < sequence.minOrDefault() || number > sequence.maxOrDefault()) {
      throw new OperationException(
          what
              + " of the sequence "
              + sequence.name()
              + ", "
              + number
              + ", is not between "
              + sequence.minOrDefault()
              + " and "
              + sequence.maxOrDefault()
              + ".",
          null);
    }
  }
}
