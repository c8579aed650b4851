package io.schemachain.dialect.sqlserver;

import io.schemachain.dialect.Dialect;
import io.schemachain.model.Column;
import io.schemachain.model.DataType;
import io.schemachain.model.Index;
import io.schemachain.model.IndexPart;
import io.schemachain.model.Options;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.Table;
import io.schemachain.model.TypeKind;
import io.schemachain.model.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;

/**
 * What the options of a table, its keys and its indexes mean for the rest of it. A table is ordered
 * by one key or index at most, the clustered one; a primary key is that unless it says otherwise.
 */
final class SqlserverStorage {
  private final Dialect dialect;

  SqlserverStorage(Dialect dialect) {
    this.dialect = dialect;
  }

  static boolean isColumnstore(Index index) {
    return index.options().has("columnstore");
  }

  /** A table with its keys and indexes, as it shall be. */
  void require(Table table) {
    requireTexts(table);
    requireOneClustered(table);
    table.indexes().forEach(index -> requireIndex(table, index));
    if (table.indexes().stream().filter(SqlserverStorage::isColumnstore).count() > 1) {
      throw dialect.unsupported(
          "two columnstore indexes on one table", "Keep one of those of " + table.name() + ".");
    }
  }

  /** "Cannot use TEXTIMAGE_ON when a table has no text, ntext, image, … columns" (1709). */
  private void requireTexts(Table table) {
    boolean known = table.columns().stream().allMatch(c -> c.type().kind() != null);
    boolean large = table.columns().stream().map(Column::type).anyMatch(SqlserverStorage::isLarge);
    if (table.options().has("textimage_filegroup") && known && !large) {
      throw dialect.unsupported(
          "`textimage_filegroup` of a table without a column of the type text, blob or json",
          "Leave it out of " + table.name() + ".");
    }
  }

  private static boolean isLarge(DataType type) {
    return type.is(TypeKind.TEXT) || type.is(TypeKind.BLOB) || type.is(TypeKind.JSON);
  }

  private void requireOneClustered(Table table) {
    List<String> clustered = new ArrayList<>();
    PrimaryKey key = table.primaryKey();
    if (key != null) {
      requireClusterable(table, key);
      if (isClustered(table, key)) {
        clustered.add(key.name());
      }
    }
    for (UniqueConstraint unique : table.uniqueConstraints()) {
      if (unique.options().is("clustered", "true")) {
        requireWithoutCondition(
            unique.name(), SqlserverFragments.isIndex(table, unique), unique.columns(), table);
        clustered.add(unique.name());
      }
    }
    for (Index index : table.indexes()) {
      if (index.options().is("clustered", "true")) {
        boolean nullable =
            index.unique()
                && !index.nullsNotDistinct()
                && !SqlserverRules.nullable(table, index.columns()).isEmpty();
        requireWithoutCondition(
            index.name(), nullable || index.where() != null, index.columns(), table);
        clustered.add(index.name());
      }
    }
    if (clustered.size() > 1) {
      throw dialect.unsupported(
          "two clustered keys or indexes of one table, " + String.join(" and ", clustered),
          "Write `sqlserver: {clustered: false}` for one of them; a primary key is clustered"
              + " unless it says so.");
    }
  }

  private void requireClusterable(Table table, PrimaryKey key) {
    if (SqlserverRules.isTooLongToCluster(table, key.columns())
        && key.options().is("clustered", "true")) {
      throw tooLong(key.name());
    }
  }

  /** As the key is written: too long a one does without. */
  static boolean isClustered(Table table, PrimaryKey key) {
    return !SqlserverRules.isTooLongToCluster(table, key.columns())
        && !key.options().is("clustered", "false");
  }

  /** Without NULL is a condition as well. */
  private void requireWithoutCondition(
      String name, boolean hasCondition, List<String> columns, Table table) {
    if (hasCondition) {
      throw dialect.unsupported(
          "a clustered index of some rows only, as the unique one of nullable columns is: " + name,
          "Make its columns not nullable, or leave `clustered` out.");
    }
    if (SqlserverRules.isTooLongToCluster(table, columns)) {
      throw tooLong(name);
    }
  }

  private RuntimeException tooLong(String name) {
    return dialect.unsupported(
        "a clustered key of more than 900 bytes, as " + name + " may have",
        "Give its columns smaller types, or leave `clustered` out.");
  }

  private void requireIndex(Table table, Index index) {
    Options options = index.options();
    boolean keyless = isColumnstore(index) || options.is("clustered", "true");
    if (keyless && !index.include().isEmpty()) {
      throw dialect.unsupported(
          "columns beside the key of a clustered or columnstore index",
          "Leave `include` out of " + index.name() + ".");
    }
    boolean columnstoreCompression =
        options.is("data_compression", "columnstore")
            || options.is("data_compression", "columnstore_archive");
    boolean otherCompression = options.has("data_compression") && !columnstoreCompression;
    if (isColumnstore(index) ? otherCompression : columnstoreCompression) {
      throw dialect.unsupported(
          "the compression "
              + options.get("data_compression")
              + (isColumnstore(index) ? " of a columnstore index" : " but of a columnstore index"),
          "Write another for " + index.name() + ".");
    }
    if (isColumnstore(index)) {
      requireColumnstore(table, index);
    }
  }

  private void requireColumnstore(Table table, Index index) {
    Options options = index.options();
    if (options.is("clustered", "true")) {
      throw dialect.unsupported(
          "the columns of a clustered columnstore index, which has all of " + table.name(),
          "Leave `clustered` out of " + index.name() + ", or create it by `execute`.");
    }
    if (index.unique()
        || index.parts().stream().anyMatch(IndexPart::descending)
        || options.has("fill_factor")) {
      throw dialect.unsupported(
          "a columnstore index that is unique, descending or has a fill factor",
          "Leave that out of " + index.name() + ".");
    }
  }
}
