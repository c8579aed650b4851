package io.schemachain.dialect.sqlserver;

import io.schemachain.dialect.SqlCursor;
import io.schemachain.dialect.SqlSyntaxException;
import io.schemachain.dialect.StoredForm;
import io.schemachain.model.Check;
import io.schemachain.model.Column;
import io.schemachain.model.DataType;
import io.schemachain.model.DefaultValue;
import io.schemachain.model.Identity;
import io.schemachain.model.Index;
import io.schemachain.model.IndexPart;
import io.schemachain.model.Options;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.ReferentialAction;
import io.schemachain.model.Schema;
import io.schemachain.model.SchemaObject;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.model.UniqueConstraint;
import io.schemachain.model.View;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the catalog keeps. */
final class SqlserverStored extends StoredForm {
  private static final String CLUSTERED = "clustered";

  /** What follows the rows of a table, wherever it is written. */
  private static final Set<String> SPACE = Set.of("filegroup", "data_compression");

  /** Other words for types, and what they have without saying it: "Data types (Transact-SQL)". */
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("integer", "int"),
          Map.entry("dec", "decimal(18,0)"),
          Map.entry("decimal", "decimal(18,0)"),
          Map.entry("numeric", "decimal(18,0)"),
          Map.entry("float", "float(53)"),
          Map.entry("double precision", "float(53)"),
          Map.entry("char", "char(1)"),
          Map.entry("varchar", "varchar(1)"),
          Map.entry("nchar", "nchar(1)"),
          Map.entry("nvarchar", "nvarchar(1)"),
          Map.entry("binary", "binary(1)"),
          Map.entry("varbinary", "varbinary(1)"),
          Map.entry("time", "time(7)"),
          Map.entry("datetime2", "datetime2(7)"),
          Map.entry("datetimeoffset", "datetimeoffset(7)"),
          Map.entry("timestamp", "rowversion"));

  private static final Pattern NUMBER =
      Pattern.compile("(?:decimal|dec|numeric)\\((\\d+)(?:,(\\d+))?\\)");

  private static final Pattern FLOAT = Pattern.compile("float\\((\\d+)\\)");
  private static final int MAX_REAL_BITS = 24;

  private final SqlserverDdl ddl;

  SqlserverStored(SqlserverDialect dialect) {
    super(dialect);
    Schema none = Schema.empty(dialect.nameScopes());
    this.ddl = new SqlserverDdl(dialect, none, none);
  }

  /** A unique key that leaves NULLs alone is an index; the clustered one is the table. */
  @Override
  public Table of(Table table) {
    Table form = super.of(withIndexes(table));
    Map<String, String> words = new TreeMap<>(form.options().words());
    PrimaryKey key = form.primaryKey();
    if (key != null) {
      boolean clustered =
          key.options().has(CLUSTERED)
              ? key.options().is(CLUSTERED, "true")
              : !SqlserverRules.isTooLongToCluster(table, key.columns());
      key =
          new PrimaryKey(
              key.name(),
              key.columns(),
              key.deferral(),
              clustering(key.options(), clustered, true, words));
    }
    List<UniqueConstraint> uniques =
        each(
            form.uniqueConstraints(),
            unique ->
                unique.withOptions(
                    clustering(
                        unique.options(), unique.options().is(CLUSTERED, "true"), false, words)));
    List<Index> indexes =
        each(
            form.indexes(),
            index ->
                index.withOptions(
                    clustering(
                        index.options(), index.options().is(CLUSTERED, "true"), false, words)));
    return form.withPrimaryKey(key)
        .withUniqueConstraints(uniques)
        .withIndexes(indexes)
        .withOptions(options(words));
  }

  private static Table withIndexes(Table table) {
    Table changed = table;
    for (UniqueConstraint unique : table.uniqueConstraints()) {
      if (SqlserverFragments.isIndex(table, unique)) {
        List<IndexPart> parts = unique.columns().stream().map(IndexPart::column).toList();
        Index index = new Index(unique.name(), parts, true, null).withOptions(unique.options());
        changed = changed.minus(unique).plus(index);
      }
    }
    return changed;
  }

  /** Where a key or an index is clustered, what is said of its space is said of the table. */
  private Options clustering(
      Options options, boolean clustered, boolean usual, Map<String, String> ofTable) {
    Map<String, String> words = new TreeMap<>(options.words());
    words.remove(CLUSTERED);
    if (clustered != usual) {
      words.put(CLUSTERED, Boolean.toString(clustered));
    }
    if (clustered) {
      for (String word : SPACE) {
        String value = words.remove(word);
        if (value != null) {
          ofTable.put(word, value);
        }
      }
    }
    return options(words);
  }

  private Options options(Map<String, String> words) {
    return Options.of(dialect().name(), words);
  }

  // Columns

  @Override
  protected Column column(Column column, Table table) {
    Column form = super.column(column, table);
    boolean virtual = column.computed() != null && !column.computed().stored();
    return virtual ? form.withNullable(true) : form;
  }

  @Override
  protected String nativeType(String sql) {
    String type = super.nativeType(sql.replaceAll("[\\[\\]]", ""));
    String other = TYPES.get(type);
    if (other != null) {
      return other;
    }
    Matcher number = NUMBER.matcher(type);
    if (number.matches()) {
      String scale = number.group(2) == null ? "0" : number.group(2);
      return "decimal(" + number.group(1) + "," + scale + ")";
    }
    Matcher floating = FLOAT.matcher(type);
    if (floating.matches()) {
      return Integer.parseInt(floating.group(1)) <= MAX_REAL_BITS ? "real" : "float(53)";
    }
    return type;
  }

  @Override
  protected @Nullable DefaultValue defaultValue(DefaultValue value, DataType type) {
    boolean none =
        value instanceof DefaultValue.Expression expression
            && expression.sql().strip().equalsIgnoreCase("NULL");
    return none ? null : super.defaultValue(value, type);
  }

  /** A number is always made there. */
  @Override
  protected Identity identity(Identity identity) {
    return new Identity(false, identity.startOrDefault(), identity.incrementOrDefault());
  }

  @Override
  public @Nullable Check impliedCheck(TableName table, Column column) {
    return ddl.ownCheck(table, column).orElse(null);
  }

  // Keys and indexes

  @Override
  protected UniqueConstraint unique(UniqueConstraint key) {
    return new UniqueConstraint(
        key.name(), key.columns(), key.deferral(), true, options(key.options()));
  }

  /** RESTRICT is what NO ACTION does. */
  @Override
  protected @Nullable ReferentialAction action(@Nullable ReferentialAction action) {
    return action == ReferentialAction.RESTRICT ? null : super.action(action);
  }

  /** With all of its condition. */
  @Override
  protected Index index(Index index, Table table) {
    Index form =
        super.index(
            index.withWhere(SqlserverFragments.condition(dialect(), table.columns(), index)),
            table);
    return form.withNullsNotDistinct(index.unique());
  }

  @Override
  protected Options options(Options options) {
    if (!options.dialect().equals(dialect().name())) {
      return Options.none();
    }
    Map<String, String> words = new TreeMap<>();
    options.words().forEach((word, value) -> option(words, word, value));
    return options(words);
  }

  /** What is as it is without saying it is not said. */
  private static void option(Map<String, String> words, String word, String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    boolean kept =
        switch (word) {
          case "filegroup" -> !lower.equals("primary");
          case "data_compression" -> !lower.equals("none") && !lower.equals("columnstore");
          case "fill_factor" -> !lower.equals("0") && !lower.equals("100");
          case "pad_index", "columnstore" -> lower.equals("true");
          case CLUSTERED -> true;
          default -> false; // The catalog is not asked.
        };
    if (kept) {
      words.put(word, word.equals("filegroup") ? value : lower);
    }
  }

  // Objects beside tables

  @Override
  protected SchemaObject of(SchemaObject object) {
    return object instanceof View view
        ? new View(
            view.name(),
            false,
            view.columns(),
            view.options() == null ? null : spaced(view.options()).toLowerCase(Locale.ROOT),
            spaced(view.sql()),
            comment(view.comment()))
        : super.of(object);
  }

  private String spaced(String sql) {
    try {
      return SqlCursor.spaced(sql, dialect().lexis()).replaceFirst("(?<!;)(?: ?;)++$", "");
    } catch (SqlSyntaxException e) {
      return sql.strip();
    }
  }
}
