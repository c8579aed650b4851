package io.schemachain.dialect.postgresql;

import static io.schemachain.dialect.postgresql.PostgresqlOptions.BEHIND;
import static io.schemachain.dialect.postgresql.PostgresqlOptions.KIND;

import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.PartitionDdl;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.dialect.StandardDdl;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Index;
import io.schemachain.model.Options;
import io.schemachain.model.Schema;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import java.util.List;
import java.util.Set;

/** How tables, indexes and keys are stored. */
abstract class PostgresqlTables extends StandardDdl {
  /** "conflicts with a system column name", also in quotation marks. */
  private static final Set<String> SYSTEM_COLUMNS =
      Set.of("tableoid", "xmin", "cmin", "xmax", "cmax", "ctid");

  PostgresqlTables(Dialect dialect, Schema before, Schema after) {
    super(dialect, before, after);
  }

  final void requireColumnName(String name) {
    if (SYSTEM_COLUMNS.contains(name)) {
      throw dialect()
          .unsupported(
              "a column named " + name + ", which every table has already", "Choose another name.");
    }
  }

  @Override
  protected final List<SqlStatement> renameColumn(TableName table, String column, String newName) {
    requireColumnName(newName);
    return super.renameColumn(table, column, newName);
  }

  @Override
  protected final SqlStatement createTable(Table table, String verb) {
    table.columns().forEach(column -> requireColumnName(column.name()));
    String kind = PostgresqlOptions.TABLE.of(table.options(), dialect()).behind(KIND);
    return super.createTable(table, verb.replace("CREATE", "CREATE" + kind));
  }

  @Override
  protected final String tableOptions(Table table) {
    return PostgresqlOptions.TABLE.of(table.options(), dialect()).behind(BEHIND);
  }

  @Override
  protected final String indexOptions(Index index) {
    return PostgresqlOptions.INDEX.of(index.options(), dialect()).behind(BEHIND);
  }

  @Override
  protected final String keyOptions(Options options) {
    return PostgresqlOptions.KEY.of(options, dialect()).behind(BEHIND);
  }

  /** "cannot create index on partitioned table concurrently". */
  final void requireInOnePiece(TableName name) {
    if (after().find(name).filter(table -> table.partitioning() != null).isPresent()) {
      throw dialect()
          .unsupported(
              "`concurrently` for an index of a partitioned table", "Leave `concurrently` out.");
    }
  }

  /** "Constraints on permanent tables may reference only permanent tables." */
  final void requireLogged(ForeignKey key) {
    Table referred = after().require(key.referredTable());
    if (!referred.options().has("unlogged")) {
      return;
    }
    for (Table table : after().referringTo(referred.name())) {
      if (table.foreignKeys().contains(key) && !table.options().has("unlogged")) {
        throw dialect()
            .unsupported(
                "the foreign key "
                    + key.name()
                    + " of "
                    + table.name()
                    + " to "
                    + referred.name()
                    + ", which is unlogged",
                "Make both tables unlogged, or neither.");
      }
    }
  }

  @Override
  protected final PartitionDdl partitions() {
    return new PostgresqlPartitions(this);
  }
}
