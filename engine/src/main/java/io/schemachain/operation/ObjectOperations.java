package io.schemachain.operation;

import io.schemachain.model.Check;
import io.schemachain.model.Constraint;
import io.schemachain.model.EnumType;
import io.schemachain.model.Exclusion;
import io.schemachain.model.Extension;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Namespace;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.Routine;
import io.schemachain.model.SchemaObject;
import io.schemachain.model.Sequence;
import io.schemachain.model.TableName;
import io.schemachain.model.Trigger;
import io.schemachain.model.UniqueConstraint;
import io.schemachain.model.View;
import io.schemachain.model.ViewIndex;
import java.util.Optional;

/** The operations that create and drop what stands beside tables, and the rules of tables. */
public final class ObjectOperations {
  private ObjectOperations() {}

  /**
   * @param replace whether an object of that name that is there gives way, for those that have a
   *     text
   */
  public static Operation create(SchemaObject object, boolean replace) {
    if (object instanceof View view) {
      return view.materialized()
          ? new CreateMaterializedView(view, replace)
          : new CreateView(view, replace);
    }
    if (object instanceof Routine routine) {
      return routine.kind() == ObjectKind.FUNCTION
          ? new CreateFunction(routine, replace)
          : new CreateProcedure(routine, replace);
    }
    if (object instanceof Trigger trigger) {
      return new CreateTrigger(trigger, replace);
    }
    if (object instanceof ViewIndex index) {
      return new CreateIndex(index.table(), index.index());
    }
    if (object instanceof Sequence sequence) {
      return new CreateSequence(sequence, false);
    }
    if (object instanceof EnumType type) {
      return new CreateType(type.type(), false);
    }
    return object instanceof Namespace namespace
        ? new CreateSchema(namespace.schema(), false)
        : new CreateExtension((Extension) object, false);
  }

  /** The operation that gives a table a constraint. */
  public static Operation create(TableName table, Constraint constraint) {
    if (constraint instanceof PrimaryKey key) {
      return new CreatePrimaryKey(table, key);
    }
    if (constraint instanceof UniqueConstraint unique) {
      return new CreateUniqueConstraint(table, unique);
    }
    if (constraint instanceof ForeignKey key) {
      return new CreateForeignKey(table, key);
    }
    return constraint instanceof Exclusion exclusion
        ? new CreateExcludeConstraint(table, exclusion)
        : new CreateCheckConstraint(table, (Check) constraint);
  }

  /** What an operation creates, where that is such an object. */
  public static Optional<SchemaObject> created(Operation operation) {
    if (operation instanceof CreateView create) {
      return Optional.of(create.view());
    }
    if (operation instanceof CreateMaterializedView create) {
      return Optional.of(create.view());
    }
    if (operation instanceof CreateFunction create) {
      return Optional.of(create.function());
    }
    if (operation instanceof CreateProcedure create) {
      return Optional.of(create.procedure());
    }
    if (operation instanceof CreateTrigger create) {
      return Optional.of(create.trigger());
    }
    if (operation instanceof CreateSequence create) {
      return Optional.of(create.sequence());
    }
    if (operation instanceof CreateType create) {
      return Optional.of(new EnumType(create.type()));
    }
    if (operation instanceof CreateSchema create) {
      return Optional.of(new Namespace(create.schema()));
    }
    return operation instanceof CreateExtension create
        ? Optional.of(create.extension())
        : Optional.empty();
  }

  public static Operation drop(SchemaObject object) {
    if (object instanceof View view) {
      return view.materialized()
          ? new DropMaterializedView(view.name(), false)
          : new DropView(view.name(), false);
    }
    if (object instanceof Routine routine) {
      return routine.kind() == ObjectKind.FUNCTION
          ? new DropFunction(routine.name(), routine.arguments(), false)
          : new DropProcedure(routine.name(), routine.arguments(), false);
    }
    if (object instanceof Trigger trigger) {
      return new DropTrigger(trigger.table(), trigger.trigger(), false);
    }
    if (object instanceof ViewIndex index) {
      return new DropIndex(index.table(), index.index().name());
    }
    if (object instanceof Sequence sequence) {
      return new DropSequence(sequence.name(), false);
    }
    if (object instanceof EnumType type) {
      return new DropType(type.type().name(), false);
    }
    return object instanceof Namespace namespace
        ? new DropSchema(namespace.schema(), false)
        : new DropExtension(((Extension) object).extension(), false);
  }
}
