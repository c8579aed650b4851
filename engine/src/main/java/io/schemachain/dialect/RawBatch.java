package io.schemachain.dialect;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A statement of a database where the next one may begin without a semicolon: what looks like one
 * that is free may hold another.
 */
final class RawBatch {
  /** Reserved words with which a statement begins, and which stand in no other that is free. */
  private static final Set<String> STARTS =
      Set.of(
          "CREATE",
          "ALTER",
          "DROP",
          "TRUNCATE",
          "GRANT",
          "REVOKE",
          "DENY",
          "EXEC",
          "EXECUTE",
          "DECLARE",
          "USE",
          "IF",
          "WHILE",
          "BEGIN",
          "PRINT",
          "RAISERROR",
          "DBCC",
          "BACKUP",
          "RESTORE",
          "RECONFIGURE",
          "SHUTDOWN",
          "KILL");

  private static final Set<String> RIGHTS = Set.of("GRANT", "REVOKE", "DENY");

  private final List<SqlToken> tokens;
  private final RawStatement statement;

  RawBatch(List<SqlToken> tokens, RawStatement statement) {
    this.tokens = tokens;
    this.statement = statement;
  }

  /** Why it cannot stand in any revision. */
  Optional<RawSql.Refusal> transactionControl() {
    if (SqlBatches.isRoutine(tokens)) {
      return Optional.empty();
    }
    for (int i = 1; i < tokens.size(); i++) {
      boolean controls =
          switch (text(i)) {
            case "COMMIT", "ROLLBACK" -> true;
            case "BEGIN", "SAVE" -> text(i + 1).equals("TRAN") || text(i + 1).equals("TRANSACTION");
            case "IMPLICIT_TRANSACTIONS" -> true;
            default -> false;
          };
      if (controls) {
        return Optional.of(statement.controlsTransaction());
      }
    }
    return Optional.empty();
  }

  /** Why a statement that is free by its first words is not understood. */
  Optional<RawSql.Refusal> another() {
    if (SqlBatches.isRoutine(tokens)) {
      return Optional.empty();
    }
    boolean selects = false;
    for (int i = 1; i < tokens.size(); i++) {
      SqlToken token = tokens.get(i);
      if (token.isSymbol(";") || (STARTS.contains(token.text()) && startsAnother(i))) {
        return Optional.of(refusal());
      }
      selects = token.isWord("SELECT") || (selects && !token.isWord("OUTPUT"));
      if (selects && token.isWord("INTO") && isTable(i + 1)) {
        return Optional.of(refusal());
      }
    }
    return Optional.empty();
  }

  /** And neither a variable nor a temporary table; SELECT may be the source of an INSERT INTO. */
  private boolean isTable(int at) {
    return !text(at - 2).equals("INSERT")
        && at < tokens.size()
        && !tokens.get(at).isSymbol("@")
        && !tokens.get(at).isSymbol("#");
  }

  private boolean startsAnother(int at) {
    if (at > 0 && tokens.get(at - 1).isSymbol(".")) {
      return false;
    }
    String word = text(at);
    if (RIGHTS.contains(text(0)) && !isBehindGrantee(at)) {
      return false;
    }
    return switch (word) {
      case "IF" -> !text(at + 1).equals("EXISTS") || !text(0).equals("DROP");
      case "ALTER" -> !text(at - 1).equals("OR");
      case "DROP" -> !text(at + 1).equals("MEMBER");
      default -> true;
    };
  }

  private boolean isBehindGrantee(int at) {
    for (int i = 0; i < at; i++) {
      if (text(i).equals("TO") || text(i).equals("FROM")) {
        return true;
      }
    }
    return false;
  }

  private RawSql.Refusal refusal() {
    return new RawSql.Refusal(
        "The effect of " + statement.subject() + " on the schema is not known.",
        "End each statement with `;`. " + RawSql.EFFECTS_HINT,
        0);
  }

  private String text(int index) {
    return index >= 0 && index < tokens.size() && tokens.get(index).isWord()
        ? tokens.get(index).text()
        : "";
  }
}
