package io.schemachain.dialect;

import java.util.Set;

/** The words of expressions that are no names unless they are quoted. */
final class SqlExpressionWords {
  /** Words that stand for a value. */
  static final Set<String> VALUES =
      Set.of(
          "NULL",
          "TRUE",
          "FALSE",
          "UNKNOWN",
          "DEFAULT",
          "CURRENT_DATE",
          "CURRENT_TIME",
          "CURRENT_TIMESTAMP",
          "LOCALTIME",
          "LOCALTIMESTAMP",
          "CURRENT_USER",
          "SESSION_USER",
          "CURRENT_ROLE",
          "CURRENT_SCHEMA",
          "CURRENT_CATALOG");

  /** Words that are no name unless they are quoted, for they mean something in an expression. */
  static final Set<String> RESERVED =
      Set.of(
          "AND",
          "OR",
          "XOR",
          "NOT",
          "IS",
          "IN",
          "LIKE",
          "BETWEEN",
          "CASE",
          "WHEN",
          "THEN",
          "ELSE",
          "END",
          "CAST",
          "COLLATE",
          "ESCAPE",
          "SELECT",
          "FROM",
          "WHERE",
          "WITH",
          "EXISTS",
          "ARRAY",
          "ROW",
          "INTERVAL",
          "DISTINCT",
          "AS",
          "ISNULL",
          "NOTNULL",
          "DIV",
          "BINARY");

  /** Types that stand in front of a constant. */
  static final Set<String> TYPED =
      Set.of("DATE", "TIME", "TIMESTAMP", "TIMESTAMPTZ", "JSON", "JSONB", "UUID");

  private SqlExpressionWords() {}
}
