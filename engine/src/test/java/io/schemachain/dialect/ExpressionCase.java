package io.schemachain.dialect;

import io.schemachain.testdb.TestDatabases;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of the resources {@code expressions/*.txt}, which {@code common.txt} explains.
 *
 * @param kind the kind of place: check, default, computed, index or where
 * @param type of the column, empty where there is none
 * @param notIn the databases that do not take it
 * @param otherwise the databases that store something else
 */
record ExpressionCase(
    String kind, String type, String sql, Set<String> notIn, Set<String> otherwise) {
  private static final Pattern MARK = Pattern.compile("(.*) ([-~])(" + names() + ")");

  /** Everything that a database takes. */
  static List<ExpressionCase> all(String database) {
    List<String> lines = new ArrayList<>(ExpressionFormTest.lines("common.txt"));
    lines.addAll(
        ExpressionFormTest.lines((database.equals("mariadb") ? "mysql" : database) + ".txt"));
    return lines.stream()
        .map(ExpressionCase::parse)
        .filter(written -> !written.notIn().contains(database))
        .toList();
  }

  boolean isStoredOtherwise(String database) {
    return otherwise.contains(database);
  }

  private static ExpressionCase parse(String line) {
    String[] halves = line.split(": ", 2);
    String[] place = halves[0].split(" ", 2);
    String sql = halves[1];
    Set<String> notIn = new HashSet<>();
    Set<String> otherwise = new HashSet<>();
    for (Matcher mark = MARK.matcher(sql); mark.matches(); mark = MARK.matcher(sql)) {
      (mark.group(2).equals("-") ? notIn : otherwise).add(mark.group(3));
      sql = mark.group(1);
    }
    return new ExpressionCase(place[0], place.length == 2 ? place[1] : "", sql, notIn, otherwise);
  }

  private static String names() {
    return String.join("|", TestDatabases.DIALECTS);
  }
}
