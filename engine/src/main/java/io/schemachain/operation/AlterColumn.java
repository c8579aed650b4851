package io.schemachain.operation;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.DataType;
import io.schemachain.model.DefaultValue;
import io.schemachain.model.Names;
import io.schemachain.model.TableName;
import org.jspecify.annotations.Nullable;

/**
 * Changes a column; what is not mentioned stays as it is.
 *
 * @param newName null keeps the name
 * @param type null keeps the type
 * @param nullable null keeps it
 */
public record AlterColumn(
    TableName table,
    String column,
    @Nullable String newName,
    @Nullable DataType type,
    @Nullable Boolean nullable,
    Change<DefaultValue> defaultValue,
    Change<String> comment)
    implements Operation {

  public AlterColumn {
    requireNonNull(table, "table");
    Names.requireName(column, "column");
    if (newName != null) {
      Names.requireName(newName, "column");
    }
    requireNonNull(defaultValue, "defaultValue");
    requireNonNull(comment, "comment");
    if (newName == null
        && type == null
        && nullable == null
        && !defaultValue.present()
        && !comment.present()) {
      throw new IllegalArgumentException("alter_column says nothing to change.");
    }
  }

  public AlterColumn withType(DataType value) {
    return new AlterColumn(table, column, newName, value, nullable, defaultValue, comment);
  }

  /** The name after the change. */
  public String resultingName() {
    return newName == null ? column : newName;
  }

  /** Whether anything but the name changes. */
  public boolean changesMoreThanName() {
    return type != null || nullable != null || defaultValue.present() || comment.present();
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visitAlterColumn(this);
  }
}
