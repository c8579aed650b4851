package io.schemachain.golden;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.apache.shardingsphere.sql.parser.autogen.OracleStatementLexer;
import org.apache.shardingsphere.sql.parser.autogen.OracleStatementParser;
import org.jspecify.annotations.Nullable;

/** Apache ShardingSphere's grammar of Oracle. */
public final class OracleGrammar {
  private OracleGrammar() {}

  /** What the grammar does not like; null if it takes the statement. */
  public static @Nullable String mistake(String statement) {
    List<String> mistakes = new ArrayList<>();
    BaseErrorListener listener =
        new BaseErrorListener() {
          @Override
          public void syntaxError(
              Recognizer<?, ?> recognizer,
              @Nullable Object symbol,
              int line,
              int column,
              String message,
              @Nullable RecognitionException e) {
            mistakes.add(line + ":" + column + " " + message);
          }
        };
    OracleStatementLexer lexer = new OracleStatementLexer(CharStreams.fromString(statement));
    lexer.removeErrorListeners();
    lexer.addErrorListener(listener);
    OracleStatementParser parser = new OracleStatementParser(new CommonTokenStream(lexer));
    parser.removeErrorListeners();
    parser.addErrorListener(listener);
    parser.execute();
    if (mistakes.isEmpty() && parser.getCurrentToken().getType() != Token.EOF) {
      return "Something is left at " + parser.getCurrentToken().getText();
    }
    return mistakes.isEmpty() ? null : shortened(mistakes.get(0));
  }

  /** Without the list of all words that would have been right. */
  private static String shortened(String mistake) {
    int end = mistake.indexOf(" expecting ");
    return end < 0 ? mistake : mistake.substring(0, end);
  }
}
