package io.schemachain.dialect;

import io.schemachain.dialect.SqlLexis.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Cuts SQL text into statements at the semicolons that end one. A statement is kept as it was
 * written, with the comments before it; comments behind its last token go, for they could hide a
 * terminator, and so do statements without a token.
 */
public final class SqlSplitter {
  private static final Set<String> DATA_WORDS =
      Set.of(
          "INSERT", "UPDATE", "DELETE", "MERGE", "REPLACE", "SELECT", "WITH", "CALL", "VALUES",
          "DO", "COPY", "TABLE", "LOAD", "EXPLAIN", "EXEC", "EXECUTE", "SHOW");
  private static final Set<String> SESSION_WORDS = Set.of("SET", "RESET", "PRAGMA", "USE");

  private final String sql;
  private final boolean plSql;
  private final SqlScanner scanner;
  private final List<Part> parts = new ArrayList<>();

  private SqlSplitter(String sql, SqlLexis lexis) {
    this.sql = sql;
    this.plSql = lexis.has(Trait.PL_SQL);
    this.scanner = new SqlScanner(sql, lexis);
  }

  /**
   * A statement in a text.
   *
   * @param text without its terminator and without white space around it; where the semicolon is
   *     part of a block of PL/SQL it stays
   * @param offset where it starts in the whole text
   * @param kind what it is for, as its first word says
   */
  public record Part(String text, int offset, StatementKind kind) {
    SqlStatement toStatement() {
      return new SqlStatement(text, kind, TransactionUse.SHARED);
    }
  }

  /**
   * @throws SqlSyntaxException if the text ends within a quote, a comment, a parenthesis or a
   *     block, or holds a command of the database's client
   */
  public static List<Part> split(String sql, SqlLexis lexis) {
    return new SqlSplitter(sql, lexis).split();
  }

  /** A token and where it starts with the comments before it. */
  private record Item(SqlToken token, int start) {}

  private List<Part> split() {
    SqlBlocks blocks = new SqlBlocks(plSql);
    StatementKind kind = null;
    int start = -1;
    int end = -1;
    Item current = read();
    while (!current.token.isEnd()) {
      Item next = read();
      if (blocks.endsAt(current.token, next.token)) {
        add(start, end, kind, blocks.isPlSql());
        blocks = new SqlBlocks(plSql);
        kind = null;
        start = -1;
      } else {
        if (start < 0) {
          refuseClientCommand(current.token, next.token);
          start = current.start;
        }
        if (kind == null) {
          kind = kindOf(current.token);
        }
        end = current.token.end();
      }
      current = next;
    }
    blocks.requireClosed();
    add(start, end, kind, blocks.isPlSql());
    return List.copyOf(parts);
  }

  private Item read() {
    SqlToken token = scanner.next();
    int start = token.start();
    while (token.kind() == SqlToken.Kind.COMMENT) {
      token = scanner.next();
    }
    return new Item(token, start);
  }

  private void add(int start, int end, @Nullable StatementKind kind, boolean block) {
    if (start >= 0) {
      String text = sql.substring(start, end) + (block && plSql ? ";" : "");
      parts.add(new Part(text, start, kind == null ? StatementKind.DDL : kind));
    }
  }

  /** Null for a token that stands before the first word. */
  private static @Nullable StatementKind kindOf(SqlToken token) {
    if (token.isConditional() || token.isSymbol("(")) {
      return null;
    }
    if (DATA_WORDS.contains(token.text())) {
      return StatementKind.DML;
    }
    return SESSION_WORDS.contains(token.text()) ? StatementKind.SESSION : StatementKind.DDL;
  }

  private void refuseClientCommand(SqlToken token, SqlToken next) {
    boolean aloneInLine = next.isEnd() || lineEndsBetween(token, next);
    boolean delimiter = token.isWord("DELIMITER") && !aloneInLine;
    boolean batch = (token.isWord("GO") || token.isSymbol("/")) && aloneInLine;
    if (delimiter || batch || token.isSymbol("\\") || token.isSymbol(".")) {
      int lineEnd = sql.indexOf('\n', token.start());
      String line = sql.substring(token.start(), lineEnd < 0 ? sql.length() : lineEnd).strip();
      throw new SqlSyntaxException(
          "`" + line + "` is a command of the database's client, not SQL.",
          delimiter || batch
              ? "Leave it out: the end of a routine is found by its END, every other statement ends with `;`."
              : "Write what it does in SQL, or as an operation.",
          token.start());
    }
  }

  private boolean lineEndsBetween(SqlToken token, SqlToken next) {
    int lineEnd = sql.indexOf('\n', token.end());
    return lineEnd >= 0 && lineEnd < next.start();
  }
}
