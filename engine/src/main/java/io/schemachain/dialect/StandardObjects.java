package io.schemachain.dialect;

import io.schemachain.model.Partitioning;
import io.schemachain.model.Schema;
import io.schemachain.model.Table;
import io.schemachain.operation.AddValue;
import io.schemachain.operation.AlterSequence;
import io.schemachain.operation.AttachPartition;
import io.schemachain.operation.CreateExtension;
import io.schemachain.operation.CreatePartition;
import io.schemachain.operation.CreateSchema;
import io.schemachain.operation.CreateSequence;
import io.schemachain.operation.CreateType;
import io.schemachain.operation.DetachPartition;
import io.schemachain.operation.DropExtension;
import io.schemachain.operation.DropPartition;
import io.schemachain.operation.DropSchema;
import io.schemachain.operation.DropSequence;
import io.schemachain.operation.DropType;
import io.schemachain.operation.DropValue;
import io.schemachain.operation.RenameValue;
import java.util.List;

/**
 * The statements for objects beside tables, a class for each family of them. The statements for
 * tables are in {@link StandardDdl}.
 */
abstract class StandardObjects extends StandardKeys {
  StandardObjects(Dialect dialect, Schema before, Schema after) {
    super(dialect, before, after);
  }

  /**
   * How sequences are written.
   *
   * @throws UnsupportedFeatureException if the database has none
   */
  protected SequenceDdl sequences() {
    return new SequenceDdl(dialect(), before(), after());
  }

  @Override
  public final List<SqlStatement> visitCreateSequence(CreateSequence operation) {
    return List.of(sequences().create(operation));
  }

  @Override
  public final List<SqlStatement> visitAlterSequence(AlterSequence operation) {
    return sequences().alter(operation);
  }

  @Override
  public final List<SqlStatement> visitDropSequence(DropSequence operation) {
    return List.of(sequences().drop(operation));
  }

  /**
   * How partitions are written.
   *
   * @throws UnsupportedFeatureException if a table has none
   */
  protected PartitionDdl partitions() {
    throw dialect()
        .unsupported(
            "partitioned tables",
            "Leave `partition_by` out there, {default: …, "
                + dialect().name()
                + ": null}, and restrict operations on partitions to databases that have them.");
  }

  /** What makes a table a partitioned one, behind its columns. */
  protected final String partitionClause(Table table) {
    Partitioning partitioning = table.partitioning();
    return partitioning == null ? "" : partitions().clause(table, partitioning);
  }

  @Override
  public final List<SqlStatement> visitCreatePartition(CreatePartition operation) {
    return partitions().create(operation);
  }

  @Override
  public final List<SqlStatement> visitDropPartition(DropPartition operation) {
    return partitions().drop(operation);
  }

  @Override
  public final List<SqlStatement> visitAttachPartition(AttachPartition operation) {
    return partitions().attach(operation);
  }

  @Override
  public final List<SqlStatement> visitDetachPartition(DetachPartition operation) {
    return partitions().detach(operation);
  }

  /**
   * How schemas are written.
   *
   * @throws UnsupportedFeatureException if revisions cannot make any
   */
  protected SchemaDdl schemas() {
    return new SchemaDdl(dialect());
  }

  @Override
  public final List<SqlStatement> visitCreateSchema(CreateSchema operation) {
    return List.of(schemas().create(operation));
  }

  @Override
  public final List<SqlStatement> visitDropSchema(DropSchema operation) {
    return schemas().drop(operation);
  }

  /** How enum types are written. */
  protected EnumDdl enums() {
    return new EnumDdl(dialect(), before(), after());
  }

  @Override
  public final List<SqlStatement> visitCreateType(CreateType operation) {
    return enums().create(operation);
  }

  @Override
  public final List<SqlStatement> visitDropType(DropType operation) {
    return enums().drop(operation);
  }

  @Override
  public final List<SqlStatement> visitAddValue(AddValue operation) {
    return enums().add(operation);
  }

  @Override
  public final List<SqlStatement> visitRenameValue(RenameValue operation) {
    return enums().rename(operation);
  }

  @Override
  public final List<SqlStatement> visitDropValue(DropValue operation) {
    return enums().dropValue(operation);
  }

  @Override
  public List<SqlStatement> visitCreateExtension(CreateExtension operation) {
    throw noExtensions();
  }

  @Override
  public List<SqlStatement> visitDropExtension(DropExtension operation) {
    throw noExtensions();
  }

  private UnsupportedFeatureException noExtensions() {
    return dialect()
        .unsupported("extensions", "Restrict the operation with `dialects: [postgresql]`.");
  }
}
