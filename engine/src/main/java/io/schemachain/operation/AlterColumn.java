package io.schemachain.operation;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.Computed;
import io.schemachain.model.DataType;
import io.schemachain.model.DefaultValue;
import io.schemachain.model.Identity;
import io.schemachain.model.Names;
import io.schemachain.model.TableName;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Changes a column; what is not mentioned stays as it is.
 *
 * @param newName null keeps the name
 * @param type null keeps the type
 * @param using the expression that makes a value of the new type of the old row; null leaves that
 *     to the database
 * @param nullable null keeps it
 * @param identity how it numbers itself from now on; what it does not say is as in a new column
 * @param position null leaves it where it is
 */
public record AlterColumn(
    TableName table,
    String column,
    @Nullable String newName,
    @Nullable DataType type,
    @Nullable String using,
    @Nullable Boolean nullable,
    Change<DefaultValue> defaultValue,
    Change<Identity> identity,
    Change<Computed> computed,
    Change<String> comment,
    Change<String> collation,
    @Nullable ColumnPosition position)
    implements Operation {

  public AlterColumn {
    requireNonNull(table, "table");
    Names.requireName(column, "column");
    if (newName != null) {
      Names.requireName(newName, "column");
    }
    requireNonNull(defaultValue, "defaultValue");
    requireNonNull(identity, "identity");
    requireNonNull(computed, "computed");
    requireNonNull(comment, "comment");
    requireNonNull(collation, "collation");
    if (using != null && type == null) {
      throw new IllegalArgumentException("alter_column has 'using' without 'type'.");
    }
    boolean changesMore =
        changes(type, nullable, position, defaultValue, identity, computed, comment, collation);
    if (newName == null && !changesMore) {
      throw new IllegalArgumentException("alter_column says nothing to change.");
    }
  }

  /** An alteration of what most are about. */
  public AlterColumn(
      TableName table,
      String column,
      @Nullable String newName,
      @Nullable DataType type,
      @Nullable Boolean nullable,
      Change<DefaultValue> defaultValue,
      Change<String> comment) {
    this(
        table,
        column,
        newName,
        type,
        null,
        nullable,
        defaultValue,
        Change.none(),
        Change.none(),
        comment,
        Change.none(),
        null);
  }

  public AlterColumn withType(DataType value) {
    return new AlterColumn(
        table,
        column,
        newName,
        value,
        using,
        nullable,
        defaultValue,
        identity,
        computed,
        comment,
        collation,
        position);
  }

  /** The name after the change. */
  public String resultingName() {
    return newName == null ? column : newName;
  }

  /** Whether anything but the name changes. */
  public boolean changesMoreThanName() {
    return changes(type, nullable, position, defaultValue, identity, computed, comment, collation);
  }

  private static boolean changes(
      @Nullable DataType type,
      @Nullable Boolean nullable,
      @Nullable ColumnPosition position,
      Change<?>... changes) {
    return type != null
        || nullable != null
        || position != null
        || Arrays.stream(changes).anyMatch(Change::present);
  }

  /** The same without the new name; something else must change. */
  public AlterColumn withoutNewName() {
    return new AlterColumn(
        table,
        column,
        null,
        type,
        using,
        nullable,
        defaultValue,
        identity,
        computed,
        comment,
        collation,
        position);
  }

  /** Whether anything but the nullability changes. */
  public boolean saysMoreThanNullable() {
    return newName != null
        || type != null
        || position != null
        || defaultValue.present()
        || identity.present()
        || computed.present()
        || comment.present()
        || collation.present();
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visitAlterColumn(this);
  }
}
