package io.schemachain.dialect;

import io.schemachain.dialect.RawSql.Refusal;
import io.schemachain.model.Schema;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One statement of {@link RawSql}, judged by its words. */
final class RawStatement {
  private final List<SqlToken> tokens;
  private final String statement;
  private final @Nullable RawBatch batch;

  /**
   * @param inBatches whether another statement may begin within it
   */
  RawStatement(List<SqlToken> tokens, String statement, boolean inBatches) {
    this.tokens = tokens;
    this.statement = statement;
    this.batch = inBatches ? new RawBatch(tokens, this) : null;
  }

  /** The statement as messages name it. */
  String subject() {
    return "`" + shortened() + "`";
  }

  boolean definesTable() {
    return (word(0, "CREATE") || word(0, "ALTER") || word(0, "DROP"))
        && (contains("TABLE") || contains("INDEX"));
  }

  boolean isTemporary() {
    return word(0, "CREATE") && (contains("TEMP") || contains("TEMPORARY"));
  }

  /** Why it cannot stand in a revision that says no effects. */
  Optional<Refusal> refusal(Schema before) {
    return refusal().or(() -> RawObjects.refusal(tokens, statement, this, before));
  }

  private Optional<Refusal> refusal() {
    Optional<Refusal> transaction = transactionControl();
    if (transaction.isPresent()) {
      return transaction;
    }
    int first = 0;
    while (symbol(first, "(")) {
      first++;
    }
    String verb = text(first);
    boolean free =
        switch (verb) {
          case "SELECT", "WITH" -> !createsTable(first);
          // A block of code in a string may do anything; MySQL's DO evaluates expressions.
          case "DO" -> kind(first + 1) != SqlToken.Kind.STRING && !word(first + 1, "LANGUAGE");
          case "CREATE", "ALTER", "DROP" -> isFreeDefinition(verb);
          case "COMMENT" -> !word(2, "TABLE") && !word(2, "COLUMN");
          case "PRAGMA" -> !contains("WRITABLE_SCHEMA");
          default -> RawSqlWords.FREE.contains(verb);
        };
    if (verb.equals("COPY")) {
      return copy();
    }
    boolean altersSession = verb.equals("ALTER") && word(first + 1, "SESSION");
    if (verb.equals("USE") || verb.equals("SET") || altersSession) {
      Optional<Refusal> session = session(verb);
      return session.isPresent() || batch == null ? session : batch.another();
    }
    if (!free) {
      return Optional.of(unknown(verb));
    }
    return batch == null ? Optional.empty() : batch.another();
  }

  private Refusal unknown(String verb) {
    String hint = RawSql.EFFECTS_HINT;
    if (verb.equals("COMMENT") && (word(2, "TABLE") || word(2, "COLUMN"))) {
      hint =
          word(2, "TABLE")
              ? "Use the operation `create_table_comment`."
              : "Use `alter_column` with `comment`.";
    }
    return refuse("The effect of " + subject() + " on the schema is not known.", hint);
  }

  private Optional<Refusal> copy() {
    return contains("STDIN") || contains("STDOUT")
        ? Optional.of(
            refuse(
                subject() + " needs the database's client.",
                "Use `bulk_insert` with `file`, or COPY with the name of a file on the server."))
        : Optional.empty();
  }

  /** What leads unqualified names elsewhere would lead the rest of the run there as well. */
  private Optional<Refusal> session(String verb) {
    boolean leadsElsewhere =
        verb.equals("USE")
            || word(1, "SCHEMA")
            || contains("SEARCH_PATH")
            || contains("SCHEMA_SEARCH_PATH")
            || contains("CURRENT_SCHEMA")
            || contains("CONTAINER")
            || word(1, "CATALOG");
    return leadsElsewhere
        ? Optional.of(
            refuse(
                subject() + " would lead the rest of the run to another schema.",
                "Write the schema in front of the names, or set `default_schema` in schema.yaml."))
        : Optional.empty();
  }

  /** Why it cannot stand in any revision. */
  Optional<Refusal> transactionControl() {
    String verb = text(0);
    boolean controls =
        switch (verb) {
          case "BEGIN" -> tokens.size() == 1 || !SqlBlocks.beginsBlock(tokens.get(1));
          case "START" -> word(1, "TRANSACTION");
          case "PREPARE" -> word(1, "TRANSACTION") || word(1, "COMMIT");
          case "SET" ->
              contains("AUTOCOMMIT")
                  || word(1, "TRANSACTION")
                  || word(2, "CHARACTERISTICS")
                  || (word(2, "TRANSACTION") && (word(1, "SESSION") || word(1, "LOCAL")));
          case "SAVE" -> word(1, "TRAN") || word(1, "TRANSACTION");
          default -> RawSqlWords.TRANSACTION.contains(verb);
        };
    if (controls) {
      return Optional.of(controlsTransaction());
    }
    return batch == null ? Optional.empty() : batch.transactionControl();
  }

  RawSql.Refusal controlsTransaction() {
    return refuse(
        subject() + " would take the transaction out of the hands of the run.",
        "Leave it out: a revision is one transaction where the database can do that, and"
            + " `transaction: false` in the revision asks for none.");
  }

  /** {@code SELECT … INTO t} creates t; MySQL's INTO of variables and files does not. */
  private boolean createsTable(int first) {
    int depth = 0;
    for (int i = first; i < tokens.size(); i++) {
      SqlToken token = tokens.get(i);
      if (token.isSymbol("(")) {
        depth++;
      } else if (token.isSymbol(")")) {
        depth--;
      } else if (depth <= 0
          && token.isWord("INTO")
          && !word(i - 1, "INSERT")
          && !word(i - 1, "MERGE")
          && !word(i - 1, "REPLACE")
          && !symbol(i + 1, "@")
          && !(batch != null && symbol(i + 1, "#"))
          && !word(i + 1, "OUTFILE")
          && !word(i + 1, "DUMPFILE")) {
        return true;
      }
    }
    return false;
  }

  private boolean isFreeDefinition(String verb) {
    int at = 1;
    boolean temporary = false;
    while (RawSqlWords.MODIFIERS.contains(text(at))
        || symbol(at, "=")
        || symbol(at, "@")
        || (at > 2 && symbol(at - 1, "@"))
        || (symbol(at - 1, "=") && word(at - 2, "DEFINER"))
        || symbol(at, "(")
        || symbol(at, ")")) {
      temporary |= word(at, "TEMP") || word(at, "TEMPORARY");
      at++;
    }
    String object = text(at);
    boolean cascades =
        verb.equals("DROP") && contains("CASCADE") && !RawSqlWords.CASCADE_IS_FREE.contains(object);
    if (cascades) {
      return false;
    }
    return switch (object) {
      case "TABLE" -> temporary || (verb.equals("ALTER") && isFreeTableChange());
      // An added or renamed value is one of a column's type.
      case "TYPE" -> !verb.equals("ALTER");
      case "SCHEMA" ->
          verb.equals("CREATE") && tokens.stream().filter(t -> t.isWord("CREATE")).count() == 1;
      case "FOREIGN" -> word(at + 1, "DATA");
      case "PRIVILEGES" -> verb.equals("ALTER");
      default -> RawSqlWords.FREE_OBJECTS.contains(object);
    };
  }

  /** Owner, row security, triggers and storage are not in the model. */
  private boolean isFreeTableChange() {
    int at = 2;
    while (word(at, "IF") || word(at, "EXISTS") || word(at, "ONLY")) {
      at++;
    }
    at++;
    while (symbol(at, ".")) {
      at += 2;
    }
    int depth = 0;
    for (SqlToken token : tokens) {
      depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
      if (depth == 0 && token.isSymbol(",")) {
        return false;
      }
    }
    return switch (text(at)) {
      case "OWNER" -> word(at + 1, "TO");
      case "ENABLE", "DISABLE" ->
          contains("TRIGGER") || contains("RULE") || (word(at + 1, "ROW") && word(at + 2, "LEVEL"));
      case "FORCE" -> word(at + 1, "ROW");
      case "NO" -> word(at + 1, "FORCE");
      case "REPLICA" -> word(at + 1, "IDENTITY");
      case "SET" ->
          symbol(at + 1, "(")
              || word(at + 1, "TABLESPACE")
              || word(at + 1, "LOGGED")
              || word(at + 1, "UNLOGGED");
      case "RESET" -> symbol(at + 1, "(");
      case "CLUSTER" -> word(at + 1, "ON");
      case "VALIDATE" -> word(at + 1, "CONSTRAINT");
      default -> false;
    };
  }

  private Refusal refuse(String message, String hint) {
    return new Refusal(message, hint, 0);
  }

  private String text(int index) {
    return index >= 0 && index < tokens.size() && tokens.get(index).isWord()
        ? tokens.get(index).text()
        : "";
  }

  private boolean word(int index, String word) {
    return text(index).equals(word);
  }

  private boolean symbol(int index, String symbol) {
    return index >= 0 && index < tokens.size() && tokens.get(index).isSymbol(symbol);
  }

  private SqlToken.@Nullable Kind kind(int index) {
    return index < tokens.size() ? tokens.get(index).kind() : null;
  }

  private boolean contains(String word) {
    for (SqlToken token : tokens) {
      if (token.isWord(word)) {
        return true;
      }
    }
    return false;
  }

  private static final int SUBJECT_LENGTH = 60;

  /** The statement on one line, without the comments before it, cut where it is long. */
  private String shortened() {
    String text = tokens.isEmpty() ? statement : statement.substring(tokens.get(0).start());
    String line = text.replaceAll("\\s+", " ");
    return line.length() <= SUBJECT_LENGTH ? line : line.substring(0, SUBJECT_LENGTH) + "…";
  }
}
