package io.schemachain.lint;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.ForeignKey;
import io.schemachain.model.TableName;
import io.schemachain.operation.CreateForeignKey;
import io.schemachain.operation.CreateTable;
import java.util.List;

/** A foreign key whose rows no index finds. */
public record Unindexed(TableName table, ForeignKey key) {
  public Unindexed {
    requireNonNull(table, "table");
    requireNonNull(key, "key");
  }

  /** Those that an operation makes, as the revision leaves the table. */
  public static List<Unindexed> of(OperationSite site) {
    TableName table;
    List<String> made;
    if (site.operation() instanceof CreateForeignKey create) {
      table = create.table();
      made = List.of(create.foreignKey().name());
    } else if (site.operation() instanceof CreateTable create
        && site.table(create.table().name()).isEmpty()) {
      table = create.table().name();
      made = create.table().foreignKeys().stream().map(ForeignKey::name).toList();
    } else {
      return List.of();
    }
    return site.revision().after().find(table).stream()
        .flatMap(
            found ->
                found.foreignKeys().stream()
                    .filter(key -> made.contains(key.name()))
                    .filter(key -> !Keys.begins(found, key.columns())))
        .map(key -> new Unindexed(table, key))
        .toList();
  }

  /** For messages: {@code posts.user_id}. */
  @Override
  public String toString() {
    return key.columns().size() == 1
        ? table + "." + key.columns().get(0)
        : table + " (" + String.join(", ", key.columns()) + ")";
  }
}
