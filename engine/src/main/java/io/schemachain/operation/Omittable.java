package io.schemachain.operation;

import io.schemachain.model.Column;
import io.schemachain.model.Table;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A feature without effect on data, which can be left out where a database has none. */
public enum Omittable {
  COMMENTS,
  COLUMN_POSITION;

  /** The word in the settings. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The operation without the feature: itself if it makes no use of it, nothing if it does nothing
   * else.
   */
  public Optional<Operation> leftOutOf(Operation operation) {
    return this == COMMENTS ? withoutComments(operation) : withoutPosition(operation);
  }

  private static Optional<Operation> withoutComments(Operation operation) {
    if (operation instanceof CreateTableComment || operation instanceof DropTableComment) {
      return Optional.empty();
    }
    if (operation instanceof CreateTable create) {
      Table table = create.table();
      List<Column> columns = table.columns().stream().map(c -> c.withComment(null)).toList();
      return Optional.of(
          new CreateTable(table.withColumns(columns).withComment(null), create.ifNotExists()));
    }
    if (operation instanceof AddColumn add) {
      return Optional.of(
          new AddColumn(
              add.table(), add.column().withComment(null), add.position(), add.ifNotExists()));
    }
    return operation instanceof AlterColumn alter
        ? altered(alter, Change.none(), alter.position())
        : Optional.of(operation);
  }

  private static Optional<Operation> withoutPosition(Operation operation) {
    if (operation instanceof AddColumn add) {
      return Optional.of(new AddColumn(add.table(), add.column(), null, add.ifNotExists()));
    }
    return operation instanceof AlterColumn alter
        ? altered(alter, alter.comment(), null)
        : Optional.of(operation);
  }

  private static Optional<Operation> altered(
      AlterColumn alter, Change<String> comment, @Nullable ColumnPosition position) {
    boolean nothingElse =
        alter.newName() == null
            && alter.type() == null
            && alter.nullable() == null
            && !alter.defaultValue().present()
            && !alter.identity().present()
            && !alter.computed().present()
            && !alter.collation().present()
            && !comment.present()
            && position == null;
    return nothingElse
        ? Optional.empty()
        : Optional.of(
            new AlterColumn(
                alter.table(),
                alter.column(),
                alter.newName(),
                alter.type(),
                alter.using(),
                alter.nullable(),
                alter.defaultValue(),
                alter.identity(),
                alter.computed(),
                comment,
                alter.collation(),
                position));
  }
}
