package io.schemachain.dialect.mysql;

import io.schemachain.model.Column;
import io.schemachain.model.DataType;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Index;
import io.schemachain.model.IndexPart;
import io.schemachain.model.Options;
import io.schemachain.model.Partitioning;
import io.schemachain.model.SqlIdentifiers;
import io.schemachain.model.Table;
import java.util.Locale;
import java.util.Set;

/** What the options of a table and of its indexes mean for the rest of it. */
final class MysqlStorage {
  private static final int MAX_COLUMN_OF_OLD_FORMATS = 767;
  private static final int MAX_MYISAM_KEY = 1000;
  static final int MAX_BYTES_PER_CHARACTER = 4;
  private static final int MAX_INDEX_COMMENT = 1024;

  /** "The engine does not support it" is a warning at most: it reads the words and forgets. */
  private static final Set<String> WITH_FOREIGN_KEYS = Set.of("innodb", "ndb", "ndbcluster");

  private static final Set<String> OF_ONE_BYTE =
      Set.of(
          "armscii8",
          "ascii",
          "binary",
          "cp1250",
          "cp1251",
          "cp1256",
          "cp1257",
          "cp850",
          "cp852",
          "cp866",
          "dec8",
          "geostd8",
          "greek",
          "hebrew",
          "hp8",
          "keybcs2",
          "koi8r",
          "koi8u",
          "latin1",
          "latin2",
          "latin5",
          "latin7",
          "macce",
          "macroman",
          "swe7",
          "tis620");

  private final MysqlDialect dialect;

  MysqlStorage(MysqlDialect dialect) {
    this.dialect = dialect;
  }

  private static String engine(Table table) {
    String engine = table.options().get("engine");
    return engine == null ? "innodb" : engine.toLowerCase(Locale.ROOT);
  }

  /** At most, of a text in the table's own character set. */
  static int bytesPerCharacter(Table table) {
    String collate = table.options().get("collate");
    String charset = table.options().get("charset");
    if (charset == null && collate != null) {
      charset = collate.replaceFirst("_.*", "");
    }
    if (charset == null) {
      return MAX_BYTES_PER_CHARACTER;
    }
    String folded = charset.toLowerCase(Locale.ROOT);
    if (folded.equals("utf8") || folded.equals("utf8mb3")) {
      return 3;
    }
    return OF_ONE_BYTE.contains(folded) ? 1 : MAX_BYTES_PER_CHARACTER;
  }

  // Tables

  void requireTable(Table table) {
    String charset = table.options().get("charset");
    String collate = table.options().get("collate");
    if (charset != null && collate != null && !isOf(lower(collate), lower(charset))) {
      throw dialect.unsupported(
          "the collation " + collate + " for the character set " + charset,
          "Leave `charset` out: the collation says it.");
    }
    for (Column column : table.columns()) {
      if (engine(table).equals("memory") && MysqlDefaults.isLong(column.type())) {
        throw dialect.unsupported(
            "the type " + column.type() + " in a table of the engine MEMORY",
            "Make " + column.name() + " a string(n) or varbinary(n).");
      }
    }
  }

  /** MariaDB's UCA collations fit several character sets. */
  private static boolean isOf(String collation, String charset) {
    return collation.equals(charset)
        || collation.startsWith(charset + "_")
        || collation.startsWith("uca")
        || (charset.equals("utf8") && collation.startsWith("utf8mb3_"))
        || (charset.equals("utf8mb3") && collation.startsWith("utf8_"));
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  /**
   * Of either side of a foreign key: "Foreign keys are not yet supported in conjunction with
   * partitioning" (1506).
   */
  void requireForeignKey(Table table, ForeignKey key) {
    if (table.partitioning() != null) {
      throw dialect.unsupported(
          "foreign keys from or to a partitioned table, such as " + key.name(),
          "Leave it out, or leave " + table.name() + " in one piece.");
    }
    if (!WITH_FOREIGN_KEYS.contains(engine(table))) {
      throw dialect.unsupported(
          "the foreign key "
              + key.name()
              + " from or to "
              + table.name()
              + ", whose engine "
              + table.options().get("engine")
              + " would forget it",
          "Leave the foreign key out, or use InnoDB.");
    }
  }

  // Keys and indexes

  /** Beyond what holds for every table. */
  void requireKey(Table table, long bytes, long longestColumn, String key) {
    if (engine(table).equals("myisam") && bytes > MAX_MYISAM_KEY) {
      throw dialect.unsupported(
          "keys of more than 1000 bytes on MyISAM, and " + key + " may have " + bytes,
          "Shorten its columns.");
    }
    Options options = table.options();
    boolean old = options.is("row_format", "compact") || options.is("row_format", "redundant");
    if (old && longestColumn > MAX_COLUMN_OF_OLD_FORMATS) {
      throw dialect.unsupported(
          "a column of more than 767 bytes in a key such as "
              + key
              + " with the row format "
              + options.get("row_format"),
          "Use the row format dynamic, or shorten the column.");
    }
  }

  /** Whether the index is one of words or places, which is not ordered by its columns. */
  static boolean isSpecial(Index index) {
    return index.options().has("fulltext") || index.options().has("spatial");
  }

  void requireIndex(Table table, Index index) {
    Options options = index.options();
    String comment = options.get("comment");
    if (comment != null && comment.length() > MAX_INDEX_COMMENT) {
      throw dialect.unsupported(
          "comments of more than 1024 characters on an index",
          "Shorten the comment of " + index.name() + ".");
    }
    if (options.has("key_block_size") && engine(table).equals("innodb")) {
      throw dialect.unsupported(
          "`key_block_size` of an index on InnoDB, which forgets it",
          "Leave it out of " + index.name() + ", or say it of the table.");
    }
    if (options.has("parser") && !options.has("fulltext")) {
      throw dialect.unsupported(
          "the parser of an index that is not a full-text one",
          "Write `fulltext: true` for " + index.name() + ", or leave `parser` out.");
    }
    if (options.has("fulltext")) {
      requireWords(table, index);
    }
    if (options.has("spatial")) {
      requirePlaces(table, index);
    }
    requireVisible(table, index);
  }

  private void requireSpecial(Table table, Index index, String kind) {
    if (table.partitioning() != null) {
      throw dialect.unsupported(
          "a " + kind + " index of a partitioned table", "Leave " + index.name() + " out.");
    }
    boolean plain = index.isPlain() && index.parts().stream().noneMatch(IndexPart::descending);
    if (index.unique() || !plain || index.using() != null) {
      throw dialect.unsupported(
          "a " + kind + " index that is unique, descending, with a method, or on less than columns",
          "Leave that out of " + index.name() + ".");
    }
  }

  private void requireWords(Table table, Index index) {
    if (index.options().has("spatial")) {
      throw dialect.unsupported(
          "an index that is fulltext and spatial", "Keep one of those of " + index.name() + ".");
    }
    requireSpecial(table, index, "full-text");
    for (String name : index.columns()) {
      DataType type = table.column(name).orElseThrow().type();
      if (type.kind() != null && !type.kind().isCharacter()) {
        throw dialect.unsupported(
            "a full-text index on the type " + type,
            "Leave " + name + " out of " + index.name() + ".");
      }
    }
  }

  /** "All parts of a SPATIAL index must be NOT NULL" (1252); one column (1070). */
  private void requirePlaces(Table table, Index index) {
    requireSpecial(table, index, "spatial");
    Column column = table.column(index.columns().get(0)).orElseThrow();
    if (index.columns().size() > 1 || column.nullable() || column.type().kind() != null) {
      throw dialect.unsupported(
          "a spatial index on other than one column that is a place and not nullable",
          "Write for example {native: POINT} and `nullable: false`.");
    }
  }

  /** "A primary key index cannot be invisible" (3522), nor the index that stands in for one. */
  private void requireVisible(Table table, Index index) {
    boolean hidden = index.options().has("invisible") || index.options().has("ignored");
    if (hidden && !dialect.features().hiddenIndexes()) {
      throw dialect.unsupported(
          "indexes that are hidden from the optimizer before version "
              + dialect.firstWithHiddenIndexes(),
          "Leave that out of " + index.name() + ".");
    }
    boolean required =
        index.columns().stream().noneMatch(c -> table.column(c).orElseThrow().nullable());
    if (hidden && table.primaryKey() == null && index.unique() && index.isPlain() && required) {
      throw dialect.unsupported(
          "hiding the unique index " + index.name() + " of a table that has no primary key",
          "Give " + table.name() + " a primary key.");
    }
  }

  /** "Column has a partitioning function dependency and cannot be dropped or renamed" (3855). */
  void requireNoPartitionKey(Table table, Column column) {
    Partitioning partitioning = table.partitioning();
    if (partitioning == null) {
      return;
    }
    boolean used =
        partitioning.sql() == null
            ? partitioning.columns().contains(column.name())
            : SqlIdentifiers.uses(partitioning.sql(), column.name());
    if (used) {
      throw dialect.unsupported(
          "another name for " + column.name() + ", which is in the partition key",
          "Keep the name.");
    }
  }
}
