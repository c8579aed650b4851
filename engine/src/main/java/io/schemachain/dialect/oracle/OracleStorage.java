package io.schemachain.dialect.oracle;

import io.schemachain.dialect.Dialect;
import io.schemachain.model.Column;
import io.schemachain.model.Index;
import io.schemachain.model.Options;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.Table;

/** What the options of a table and of its indexes mean for the rest of it. */
final class OracleStorage {
  private final Dialect dialect;

  OracleStorage(Dialect dialect) {
    this.dialect = dialect;
  }

  static boolean isIndexOrganized(Table table) {
    return table.options().is("organization", "index");
  }

  /** A table with its indexes, as it shall be. */
  void require(Table table) {
    if (isIndexOrganized(table)) {
      requireIndexOrganized(table);
    }
    table.indexes().forEach(index -> requireIndex(table, index));
  }

  /** ORA-25175: "no PRIMARY KEY constraint found"; ORA-54008, ORA-25188 for columns. */
  private void requireIndexOrganized(Table table) {
    PrimaryKey key = table.primaryKey();
    if (key == null) {
      throw dialect.unsupported(
          "an index-organized table that has no primary key",
          "Give " + table.name() + " one, or leave `organization` out.");
    }
    if (!key.options().isEmpty()) {
      throw dialect.unsupported(
          "options of the primary key of an index-organized table, which is the table itself",
          "Write the tablespace among the options of " + table.name() + ".");
    }
    if (table.options().has("compress")) {
      throw dialect.unsupported(
          "`compress` for an index-organized table", "Leave it out of " + table.name() + ".");
    }
    for (Column column : table.columns()) {
      if (column.computed() != null) {
        throw dialect.unsupported(
            "computed columns in an index-organized table",
            "Leave " + column.name() + " or `organization` out.");
      }
    }
  }

  private void requireIndex(Table table, Index index) {
    Options options = index.options();
    if (options.has("bitmap")) {
      boolean more = index.unique() || options.has("reverse") || options.has("compress");
      if (more) {
        throw dialect.unsupported(
            "a bitmap index that is unique, reversed or compressed",
            "Leave that out of " + index.name() + ".");
      }
      if (isIndexOrganized(table)) {
        throw dialect.unsupported(
            "a bitmap index on an index-organized table",
            "Leave `bitmap` out of " + index.name() + ".");
      }
    }
    String compress = options.get("compress");
    if (compress != null) {
      int most = index.unique() ? index.parts().size() - 1 : index.parts().size();
      if (Integer.parseInt(compress) > most) {
        throw dialect.unsupported(
            "the compression of " + compress + " columns of the index " + index.name(),
            most == 0
                ? "Leave `compress` out: a unique index of one column has no prefix."
                : "The most is " + most + ".");
      }
    }
  }
}
