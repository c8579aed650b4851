package io.schemachain.plan;

import io.schemachain.model.NameScopes;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.Schema;
import io.schemachain.model.SchemaObject;
import io.schemachain.model.TableName;
import io.schemachain.operation.AddValue;
import io.schemachain.operation.AlterSequence;
import io.schemachain.operation.CreateExtension;
import io.schemachain.operation.CreateFunction;
import io.schemachain.operation.CreateMaterializedView;
import io.schemachain.operation.CreateProcedure;
import io.schemachain.operation.CreateSchema;
import io.schemachain.operation.CreateSequence;
import io.schemachain.operation.CreateTrigger;
import io.schemachain.operation.CreateType;
import io.schemachain.operation.CreateView;
import io.schemachain.operation.DropExtension;
import io.schemachain.operation.DropFunction;
import io.schemachain.operation.DropMaterializedView;
import io.schemachain.operation.DropProcedure;
import io.schemachain.operation.DropSchema;
import io.schemachain.operation.DropSequence;
import io.schemachain.operation.DropTrigger;
import io.schemachain.operation.DropType;
import io.schemachain.operation.DropValue;
import io.schemachain.operation.DropView;
import io.schemachain.operation.OperationVisitor;
import io.schemachain.operation.RenameValue;

/** The footprint of operations on objects beside tables. */
abstract class ObjectFootprint implements OperationVisitor<Footprint> {
  final Schema before;
  final Footprint footprint = new Footprint();
  final FootprintWriter cells;

  ObjectFootprint(Schema before, NameScopes scopes) {
    this.before = before;
    this.cells = new FootprintWriter(footprint, before, scopes);
  }

  // Sequences, schemas and extensions

  @Override
  public Footprint visitCreateSequence(CreateSequence operation) {
    return object(ObjectKind.SEQUENCE, operation.sequence().name());
  }

  @Override
  public Footprint visitAlterSequence(AlterSequence operation) {
    return object(ObjectKind.SEQUENCE, operation.name());
  }

  @Override
  public Footprint visitDropSequence(DropSequence operation) {
    return object(ObjectKind.SEQUENCE, operation.name());
  }

  @Override
  public Footprint visitCreateSchema(CreateSchema operation) {
    return object(ObjectKind.SCHEMA, TableName.of(operation.schema()));
  }

  @Override
  public Footprint visitDropSchema(DropSchema operation) {
    return object(ObjectKind.SCHEMA, TableName.of(operation.schema()));
  }

  @Override
  public Footprint visitCreateExtension(CreateExtension operation) {
    cells.inSchema(operation.extension().schema());
    return object(ObjectKind.EXTENSION, operation.extension().name());
  }

  @Override
  public Footprint visitDropExtension(DropExtension operation) {
    return object(ObjectKind.EXTENSION, TableName.of(operation.extension()));
  }

  private Footprint object(ObjectKind kind, TableName name) {
    cells.object(kind, name, name.name());
    return footprint;
  }

  // Enum types

  @Override
  public Footprint visitCreateType(CreateType operation) {
    return type(operation.type().name());
  }

  @Override
  public Footprint visitDropType(DropType operation) {
    return type(operation.type());
  }

  @Override
  public Footprint visitAddValue(AddValue operation) {
    return type(operation.type());
  }

  @Override
  public Footprint visitRenameValue(RenameValue operation) {
    return type(operation.type());
  }

  @Override
  public Footprint visitDropValue(DropValue operation) {
    return type(operation.type());
  }

  private Footprint type(String name) {
    cells.type(name);
    return footprint;
  }

  // Views, routines and triggers

  @Override
  public Footprint visitCreateView(CreateView operation) {
    return object(operation.view());
  }

  @Override
  public Footprint visitDropView(DropView operation) {
    return view(ObjectKind.VIEW, operation.view());
  }

  @Override
  public Footprint visitCreateMaterializedView(CreateMaterializedView operation) {
    return object(operation.view());
  }

  @Override
  public Footprint visitDropMaterializedView(DropMaterializedView operation) {
    return view(ObjectKind.MATERIALIZED_VIEW, operation.view());
  }

  @Override
  public Footprint visitCreateFunction(CreateFunction operation) {
    return object(operation.function());
  }

  @Override
  public Footprint visitDropFunction(DropFunction operation) {
    return object(ObjectKind.FUNCTION, operation.function());
  }

  @Override
  public Footprint visitCreateProcedure(CreateProcedure operation) {
    return object(operation.procedure());
  }

  @Override
  public Footprint visitDropProcedure(DropProcedure operation) {
    return object(ObjectKind.PROCEDURE, operation.procedure());
  }

  @Override
  public Footprint visitCreateTrigger(CreateTrigger operation) {
    return object(operation.trigger());
  }

  @Override
  public Footprint visitDropTrigger(DropTrigger operation) {
    cells.on(operation.table());
    cells.object(ObjectKind.TRIGGER, operation.table(), operation.trigger());
    return footprint;
  }

  /** With what belongs to it. */
  private Footprint view(ObjectKind kind, TableName view) {
    cells.object(kind, view, view.name());
    before.find(kind, view).ifPresent(cells::text);
    before.objectsOn(view).forEach(cells::text);
    return footprint;
  }

  private Footprint object(SchemaObject object) {
    cells.text(object);
    return footprint;
  }
}
