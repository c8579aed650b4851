package io.schemachain.dialect.sqlite;

import io.schemachain.dialect.Sql;
import io.schemachain.model.Check;
import io.schemachain.model.Column;
import io.schemachain.model.DataType;
import io.schemachain.model.Index;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Questions about what stands in the text of a table or an index alone: checks, collations, the
 * expressions of computed columns. The text is not compared as a whole, for ALTER TABLE edits it,
 * and others write it in another order. Each part of the model stands in it, and no word that
 * begins such a part is there more often. White space, case and quotation marks of names mean
 * nothing; strings are looked for as they are.
 */
final class SqliteTextChecks {
  /** What may be there more often than in the model. */
  private static final List<String> WORDS =
      List.of("collate", "check", "conflict", "deferrable", "deferred");

  private static final String MARKS = " \t\n\r\"`[]";

  /** The column {@code sql} without what means nothing. */
  static final String FOLDED = folded();

  private static final Pattern STRING = Pattern.compile("'(?:[^']|'')*+'");
  private static final Pattern ONLY_DIGITS = Pattern.compile("'[0-9.-]*'");

  private final Sql sql;
  private final SqliteDdl ddl;
  private final Table table;
  private final String name;

  SqliteTextChecks(SqliteDialect dialect, SqliteDdl ddl, Table table) {
    this.sql = dialect.sql();
    this.ddl = ddl;
    this.table = table;
    this.name = table.name().name();
  }

  private static String folded() {
    String text = "lower(sql)";
    for (int i = 0; i < MARKS.length(); i++) {
      char mark = MARKS.charAt(i);
      text =
          "replace("
              + text
              + ", "
              + (mark < ' ' ? "char(" + (int) mark + ")" : "'" + mark + "'")
              + ", '')";
    }
    return text;
  }

  /** The same for a text of ours. */
  static String folded(String text) {
    StringBuilder left = new StringBuilder();
    text.chars().filter(c -> MARKS.indexOf(c) < 0).forEach(c -> left.append((char) c));
    return SqliteChecks.lower(left.toString());
  }

  List<String> findings() {
    List<String> findings = new ArrayList<>();
    findings.add(words());
    Set<String> parts = new LinkedHashSet<>(parts(name, tableParts()));
    for (Index index : table.indexes()) {
      String text = ddl.indexStatement(TableName.of(name), index).text();
      parts.addAll(strings(index.name(), text));
    }
    if (!parts.isEmpty()) {
      findings.add(lacks(parts));
    }
    return findings;
  }

  private Map<String, Integer> tableParts() {
    Map<String, Integer> parts = new TreeMap<>();
    for (Column column : table.columns()) {
      if (column.collation() != null) {
        add(
            parts,
            sql.format(
                "$N $L COLLATE $L", column.name(), ddl.typeOf(table, column), column.collation()));
      }
      if (column.computed() != null) {
        add(parts, "AS " + ddl.using(column.computed().sql()));
      }
      if (column.type() instanceof DataType.Enumeration) {
        add(parts, ddl.enumCheck(column));
      }
    }
    for (Check check : table.checks()) {
      add(parts, "CHECK " + ddl.using(check.sql()));
    }
    return parts;
  }

  private static void add(Map<String, Integer> parts, String part) {
    parts.merge(part, 1, Integer::sum);
  }

  private List<String> parts(String object, Map<String, Integer> parts) {
    List<String> rows = new ArrayList<>();
    parts.forEach(
        (part, times) -> {
          rows.add(sql.format("($S, $S, $S, $L, 1)", object, part, folded(part), times));
          rows.addAll(strings(object, part));
        });
    return rows;
  }

  /** Of the strings the case matters, and the white space. */
  private List<String> strings(String object, String text) {
    List<String> rows = new ArrayList<>();
    Matcher matcher = STRING.matcher(text);
    while (matcher.find()) {
      String string = matcher.group();
      if (!ONLY_DIGITS.matcher(string).matches()) {
        rows.add(sql.format("($S, $S, $S, 1, 0)", object, string, string));
      }
    }
    return rows;
  }

  private String lacks(Set<String> parts) {
    return sql.format(
        "SELECT $S || object || $S || said || $S\n"
            + "FROM (WITH p (object, said, part, times, is_folded) AS (\n  VALUES $L)\n"
            + "  SELECT object, said FROM p JOIN (SELECT name, sql, $L AS folded FROM $L) s"
            + " ON s.name = p.object COLLATE NOCASE\n"
            + "  WHERE (length(iif(is_folded, folded, sql))"
            + " - length(replace(iif(is_folded, folded, sql), part, ''))) / length(part) < times)",
        "The text of ",
        " lacks ",
        ", which the revisions made.",
        String.join(", ", parts),
        FOLDED,
        SqliteUses.objects(sql, table.name()));
  }

  private String words() {
    String model = SqliteChecks.lower(ddl.createTable(table, "CREATE TABLE").text());
    List<String> differences = new ArrayList<>();
    for (String word : WORDS) {
      int count = (model.length() - model.replace(word, "").length()) / word.length();
      differences.add(
          sql.format(
              "(length(sql) - length(replace(lower(sql), $S, ''))) / $L <> $L",
              word,
              word.length(),
              count));
    }
    return sql.format(
        "SELECT $S\nFROM $L\nWHERE type = 'table' AND name = $S COLLATE NOCASE AND ($L)",
        "The checks, collations or clauses of constraints of "
            + table.name()
            + " are not those that the revisions made.",
        SqliteUses.objects(sql, table.name()),
        name,
        String.join(" OR ", differences));
  }
}
