package io.schemachain.dialect;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Knows, while a statement is read token by token, whether a semicolon ends it: it does not within
 * parentheses, nor within the body of a routine.
 */
final class SqlBlocks {
  private enum Kind {
    PARENTHESIS,
    BEGIN,
    PACKAGE,
    COMPOUND_TRIGGER,
    IF,
    CASE_STATEMENT,
    CASE_EXPRESSION,
    LOOP
  }

  private record Block(Kind kind, int offset) {}

  /** Words between CREATE and the kind of object. */
  private static final Set<String> MODIFIERS =
      Set.of(
          "OR",
          "REPLACE",
          "ALTER",
          "TEMP",
          "TEMPORARY",
          "CONSTRAINT",
          "AGGREGATE",
          "EDITIONABLE",
          "NONEDITIONABLE",
          "DEFINER",
          "CURRENT_USER",
          "CURRENT_ROLE");

  private static final Set<String> ROUTINES =
      Set.of("PROCEDURE", "FUNCTION", "TRIGGER", "EVENT", "PROC");

  /** Behind these the header of a routine is over, and AS is that of an alias. */
  private static final Set<String> BODY_WORDS =
      Set.of("RETURN", "SELECT", "INSERT", "UPDATE", "DELETE", "REPLACE", "CALL", "SET", "DO");

  /** What follows BEGIN where it only begins a transaction. */
  private static final Set<String> TRANSACTION_WORDS =
      Set.of(
          "WORK",
          "DISTRIBUTED",
          "TRANSACTION",
          "TRAN",
          "DEFERRED",
          "IMMEDIATE",
          "EXCLUSIVE",
          "CONCURRENT",
          "ISOLATION",
          "READ",
          "DEFERRABLE");

  /** Words behind which a statement of a body begins. */
  private static final Set<String> STATEMENT_STARTS =
      Set.of("BEGIN", "ATOMIC", "THEN", "ELSE", "DO", "LOOP", "REPEAT", "ROW");

  private static final Set<String> HEADER_ENDS =
      Set.of("DETERMINISTIC", "SQL", "DATA", "INVOKER", "DEFINER");

  private static final Set<String> CURSOR_OPTIONS =
      Set.of("CURSOR", "BINARY", "INSENSITIVE", "ASENSITIVE", "NO", "SCROLL");

  private enum State {
    /** No token yet. */
    START,
    /** Behind CREATE or ALTER, before the kind of object. */
    CREATE,
    /** Behind DEFINER =, whose account is up to two tokens around an at sign. */
    DEFINER,
    /** Behind a DECLARE that may begin a block or declare a cursor. */
    DECLARE,
    /** A statement without a body. */
    PLAIN,
    /** A statement that may have one. */
    ROUTINE
  }

  private final Deque<Block> blocks = new ArrayDeque<>();
  private final boolean plSql;
  private State state = State.START;

  /** Whether AS or IS may begin the declarations of a routine: no trigger has such. */
  private boolean header;

  /** The declarations of a routine, before its BEGIN. */
  private boolean declarations;

  /** Whether the header of a routine in a package, or among the declarations, is being read. */
  private boolean nestedHeader;

  /** Such routines whose END is still to come. */
  private int nestedRoutines;

  /** Behind {@code <<label>>}. */
  private boolean behindLabel;

  /** How many blocks were open when an IF began that has not come to its THEN; -1 if none did. */
  private int pendingIf = -1;

  private boolean definesType;
  private boolean pendingLoop;
  private SqlToken previous = new SqlToken(SqlToken.Kind.END, "", 0, 0);

  /**
   * @param plSql whether RETURN in the header of a function has its type behind it
   */
  SqlBlocks(boolean plSql) {
    this.plSql = plSql;
  }

  /**
   * @param next the token behind it
   * @return whether the token is a semicolon that ends the statement
   */
  boolean endsAt(SqlToken token, SqlToken next) {
    boolean ends = token.isSymbol(";") && blocks.isEmpty() && !declarations;
    if (!ends) {
      accept(token, next);
      previous = token;
    }
    return ends;
  }

  /**
   * To be called at the end of the text.
   *
   * @throws SqlSyntaxException if something is open
   */
  void requireClosed() {
    Block open = blocks.peek();
    if (open == null) {
      return;
    }
    if (open.kind == Kind.PARENTHESIS) {
      throw new SqlSyntaxException("A parenthesis is not closed.", null, open.offset);
    }
    throw new SqlSyntaxException(
        "The block that begins here has no END.",
        "BEGIN, IF, CASE, LOOP, WHILE and REPEAT in the body of a routine need an END each.",
        open.offset);
  }

  /** Whether what has been read is a block, or defines a routine, a package or a type. */
  boolean isPlSql() {
    return state == State.ROUTINE || definesType;
  }

  private void accept(SqlToken token, SqlToken next) {
    if (token.isSymbol("(")) {
      blocks.push(new Block(Kind.PARENTHESIS, token.start()));
    } else if (token.isSymbol(")")) {
      if (inside(Kind.PARENTHESIS)) {
        blocks.pop();
      }
    } else {
      advance(token, next);
    }
  }

  private void advance(SqlToken token, SqlToken next) {
    switch (state) {
      case START -> start(token, next);
      case CREATE -> create(token);
      case DEFINER -> {
        if (!token.isSymbol("=") && !token.isSymbol("@") && !next.isSymbol("@")) {
          state = State.CREATE;
        }
      }
      case DECLARE -> {
        state =
            next.isWord() && !CURSOR_OPTIONS.contains(next.text()) ? State.ROUTINE : State.PLAIN;
        declarations = state == State.ROUTINE;
        nestedHeader = token.isWord("PROCEDURE") || token.isWord("FUNCTION");
      }
      case PLAIN -> {}
      case ROUTINE -> routine(token, next);
    }
  }

  private void start(SqlToken token, SqlToken next) {
    if (token.isWord("CREATE") || token.isWord("ALTER")) {
      state = State.CREATE;
    } else if (token.isWord("BEGIN") && beginsBlock(next)) {
      state = State.ROUTINE;
      blocks.push(new Block(Kind.BEGIN, token.start()));
    } else if (token.isWord("DECLARE") && next.isWord()) {
      state = State.DECLARE;
    } else if (!token.isConditional() && !isLabel(token)) {
      state = State.PLAIN;
    }
  }

  /** Of {@code <<label>>}, which may stand before a block. */
  private boolean isLabel(SqlToken token) {
    return token.isSymbol("<") || token.isSymbol(">") || previous.isSymbol("<");
  }

  /** {@code BEGIN NOT ATOMIC} is a block, {@code BEGIN NOT DEFERRABLE} is not, and rare. */
  static boolean beginsBlock(SqlToken next) {
    return !next.isEnd() && !next.isSymbol(";") && !TRANSACTION_WORDS.contains(next.text());
  }

  private void create(SqlToken token) {
    if (token.isWord("DEFINER")) {
      state = State.DEFINER;
    } else if (token.isWord("PACKAGE")) {
      state = State.ROUTINE;
      blocks.push(new Block(Kind.PACKAGE, token.start()));
    } else if (ROUTINES.contains(token.text())) {
      state = State.ROUTINE;
      header = !token.isWord("TRIGGER") && !token.isWord("EVENT");
    } else if (!MODIFIERS.contains(token.text()) && !token.isConditional()) {
      definesType = token.isWord("TYPE");
      state = State.PLAIN;
    }
  }

  private void routine(SqlToken token, SqlToken next) {
    if (token.isSymbol(";")) {
      pendingIf = -1;
      pendingLoop = false;
      nestedHeader = false;
      return;
    }
    behindLabel =
        token.isSymbol(">")
            ? previous.isSymbol(">") && previous.end() == token.start()
            : behindLabel && previous.isSymbol(">");
    if (!token.isWord() || previous.isSymbol(".") || previous.isSymbol("@")) {
      return;
    }
    switch (token.text()) {
      case "BEGIN" -> begin(token, next);
      case "CASE" -> {
        if (!previous.isWord("END")) {
          open(startsStatement() ? Kind.CASE_STATEMENT : Kind.CASE_EXPRESSION, token);
        }
      }
      case "END" -> end();
      case "IF" -> {
        if (startsStatement()) {
          pendingIf = blocks.size();
        }
      }
      case "THEN" -> {
        if (pendingIf == blocks.size()) {
          pendingIf = -1;
          open(Kind.IF, token);
        }
      }
      case "WHILE", "FOR" -> pendingLoop |= startsStatement();
      case "DO" -> {
        if (pendingLoop) {
          pendingLoop = false;
          open(Kind.LOOP, token);
        }
      }
      case "LOOP" -> {
        if (pendingLoop || startsStatement()) {
          pendingLoop = false;
          open(Kind.LOOP, token);
        }
      }
      case "REPEAT" -> {
        if (startsStatement()) {
          open(Kind.LOOP, token);
        }
      }
      case "PROCEDURE", "FUNCTION" -> nestedHeader |= declaresRoutines();
      case "COMPOUND" -> {
        if (next.isWord("TRIGGER") && blocks.isEmpty()) {
          open(Kind.COMPOUND_TRIGGER, token);
        }
      }
      case "DECLARE" -> declarations |= blocks.isEmpty();
      case "AS", "IS" -> {
        boolean declares = next.kind() != SqlToken.Kind.STRING && !next.isSymbol("(");
        declarations |= header && blocks.isEmpty() && declares;
        nestedRoutines += nestedHeader && declaresRoutines() && declares ? 1 : 0;
        nestedHeader = false;
      }
      default -> header &= !blocks.isEmpty() || !beginsBody(token);
    }
  }

  private boolean beginsBody(SqlToken token) {
    return BODY_WORDS.contains(token.text()) && !(plSql && token.isWord("RETURN"));
  }

  /** The one of a package's own initialisation shares the END of the package. */
  private void begin(SqlToken token, SqlToken next) {
    if (nestedHeader && inside(Kind.PACKAGE)) {
      nestedRoutines++; // MariaDB's may do without AS.
      nestedHeader = false;
    }
    if (inside(Kind.PARENTHESIS)
        || inside(Kind.CASE_EXPRESSION)
        || (inside(Kind.PACKAGE) && nestedRoutines == 0)
        || (!blocks.isEmpty() && (next.isWord("TRAN") || next.isWord("TRANSACTION")))) {
      return;
    }
    declarations = false;
    open(Kind.BEGIN, token);
  }

  private void end() {
    if (!blocks.isEmpty() && !inside(Kind.PARENTHESIS)) {
      blocks.pop();
      if (nestedRoutines > 0 && (blocks.isEmpty() || inside(Kind.PACKAGE))) {
        nestedRoutines--;
        declarations = blocks.isEmpty();
      }
    }
  }

  private boolean declaresRoutines() {
    return inside(Kind.PACKAGE) || (declarations && blocks.isEmpty());
  }

  private void open(Kind kind, SqlToken token) {
    blocks.push(new Block(kind, token.start()));
  }

  private boolean inside(Kind kind) {
    Block block = blocks.peek();
    return block != null && block.kind == kind;
  }

  /**
   * Whether a word at this place begins a statement of the body, and is not the name of a function.
   */
  private boolean startsStatement() {
    if (inside(Kind.PARENTHESIS) || inside(Kind.CASE_EXPRESSION)) {
      return false;
    }
    if (previous.isSymbol(";")
        || previous.isSymbol(":")
        || behindLabel
        || STATEMENT_STARTS.contains(previous.text())) {
      return true;
    }
    boolean behindHeader =
        previous.isSymbol(")")
            || previous.kind() == SqlToken.Kind.STRING
            || HEADER_ENDS.contains(previous.text());
    return blocks.isEmpty() && behindHeader;
  }
}
