package io.schemachain.dialect.mysql;

import static java.util.Objects.requireNonNull;

import io.schemachain.introspect.CatalogRow;
import io.schemachain.introspect.SchemaDraft;
import io.schemachain.model.Options;
import io.schemachain.model.TableName;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a table is stored, as information_schema.TABLES has it. */
final class MysqlCatalogOptions {
  private static final Pattern WORD =
      Pattern.compile("`?([\\w ]+?)`?=(\"[^\"]*\"|'[^']*'|\\S+)|(\\w+)");
  private static final Set<String> NOT_SAID = Set.of("partitioned", "versioned");
  private static final Set<String> VALUES = Set.of("row_format", "key_block_size", "compression");
  private static final Set<String> FLAGS =
      Set.of("stats_persistent", "page_compressed", "encrypted");

  private final MysqlDialect dialect;
  private final SchemaDraft draft;

  MysqlCatalogOptions(MysqlDialect dialect, SchemaDraft draft) {
    this.dialect = requireNonNull(dialect, "dialect");
    this.draft = requireNonNull(draft, "draft");
  }

  /**
   * The options of a table.
   *
   * @param schemaCollation what a table has that says nothing
   */
  Options read(CatalogRow row, TableName table, @Nullable String schemaCollation) {
    Map<String, String> words = new HashMap<>();
    String engine = row.find("engine");
    if (engine != null && !engine.equalsIgnoreCase("innodb")) {
      words.put("engine", engine);
    }
    String collation = row.find("table_collation");
    if (collation != null && !collation.equals(schemaCollation)) {
      if (row.flag("is_default")) {
        words.put("charset", row.text("character_set_name"));
      } else {
        words.put("collate", collation);
      }
    }
    String created = row.find("create_options");
    Matcher matcher = WORD.matcher(created == null ? "" : created);
    while (matcher.find()) {
      String word = matcher.group(1) == null ? matcher.group(3) : matcher.group(1);
      read(word.strip().toLowerCase(Locale.ROOT), matcher.group(2), words, table);
    }
    return Options.of(dialect.name(), words);
  }

  private void read(
      String word, @Nullable String value, Map<String, String> words, TableName table) {
    if (NOT_SAID.contains(word)) {
      return;
    }
    String plain = value == null ? "" : value.replaceAll("^[\"']|[\"']$", "");
    if (VALUES.contains(word)) {
      words.put(word, plain.toLowerCase(Locale.ROOT));
    } else if (FLAGS.contains(word)) {
      words.put(
          word,
          Set.of("1", "yes", "y", "on").contains(plain.toLowerCase(Locale.ROOT))
              ? "true"
              : "false");
    } else {
      draft.leaveOut("option of the table", table + ": " + word, "the model has no words for it");
    }
  }
}
