package io.schemachain.dialect.sqlite;

import java.util.Set;

/**
 * Words that SQLite's parser does not take for a name, found by trying all of lang_keywords.html;
 * the others fall back to a name. {@code true} and {@code false} are names only where a column is
 * called so.
 */
final class SqliteReservedWords {
  private SqliteReservedWords() {}

  static final Set<String> ALL =
      Set.of(
          ("add all alter and as autoincrement between case cast check collate commit constraint"
                  + " create current_date current_time current_timestamp default deferrable delete"
                  + " distinct drop else escape except exists false foreign from group having if in"
                  + " index insert intersect into is isnull join limit not nothing notnull null on"
                  + " or order primary raise references returning rowid select set table then to"
                  + " transaction true union unique update using values when where")
              .split(" "));
}
