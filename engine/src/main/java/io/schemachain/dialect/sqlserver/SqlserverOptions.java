package io.schemachain.dialect.sqlserver;

import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.OptionTable;
import io.schemachain.model.Options;
import io.schemachain.model.Table;
import java.util.ArrayList;
import java.util.List;

/** The options of SQL Server. */
final class SqlserverOptions {
  private static final String KIND = "kind";
  private static final String WITH = "with";
  private static final String ON = "on";

  private static final OptionTable TABLE =
      new OptionTable("a table")
          .in(ON)
          .value("filegroup", "ON $N")
          .value("textimage_filegroup", "TEXTIMAGE_ON $N")
          .in(WITH)
          .keyword("data_compression", "DATA_COMPRESSION = $L");

  private static final OptionTable INDEX =
      new OptionTable("an index")
          .in(KIND)
          .flag("clustered", "CLUSTERED", "NONCLUSTERED")
          .flag("columnstore", "COLUMNSTORE")
          .in(WITH)
          .flag("pad_index", "PAD_INDEX = ON", "PAD_INDEX = OFF")
          .value("fill_factor", "FILLFACTOR = $L")
          .keyword("data_compression", "DATA_COMPRESSION = $L")
          .in(ON)
          .value("filegroup", "ON $N");

  private static final OptionTable KEY =
      new OptionTable("a key")
          .in(KIND)
          .flag("clustered", "CLUSTERED", "NONCLUSTERED")
          .in(WITH)
          .value("fill_factor", "FILLFACTOR = $L")
          .keyword("data_compression", "DATA_COMPRESSION = $L")
          .in(ON)
          .value("filegroup", "ON $N");

  private final Dialect dialect;

  SqlserverOptions(Dialect dialect) {
    this.dialect = dialect;
  }

  /** What stands behind CREATE TABLE (…), with a space before it. */
  String behindTable(Table table) {
    OptionTable.Fragments fragments = TABLE.of(table.options(), dialect);
    return fragments.behind(ON) + with(fragments, false);
  }

  /** What stands before INDEX, with a space behind it. */
  String indexKind(Options options) {
    return INDEX.of(options, dialect).before(KIND);
  }

  /** What stands behind the columns of an index and its condition. */
  String behindIndex(Options options, boolean online) {
    OptionTable.Fragments fragments = INDEX.of(options, dialect);
    return with(fragments, online) + fragments.behind(ON);
  }

  /** What stands before the columns of a key, with a space behind it. */
  String keyKind(Options options) {
    return KEY.of(options, dialect).before(KIND);
  }

  /** What stands behind the columns of a key. */
  String behindKey(Options options, boolean online) {
    OptionTable.Fragments fragments = KEY.of(options, dialect);
    return with(fragments, online) + fragments.behind(ON);
  }

  private static String with(OptionTable.Fragments fragments, boolean online) {
    List<String> options = new ArrayList<>();
    if (fragments.has(WITH)) {
      options.add(fragments.in(WITH, ", "));
    }
    if (online) {
      options.add("ONLINE = ON");
    }
    return options.isEmpty() ? "" : " WITH (" + String.join(", ", options) + ")";
  }
}
