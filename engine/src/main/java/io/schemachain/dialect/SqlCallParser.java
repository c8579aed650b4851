package io.schemachain.dialect;

import io.schemachain.dialect.SqlExpression.Argument;
import io.schemachain.dialect.SqlExpression.Call;
import io.schemachain.dialect.SqlExpression.Name;
import io.schemachain.dialect.SqlExpression.Text;
import io.schemachain.dialect.SqlExpression.Word;
import io.schemachain.dialect.SqlLexemes.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A function and its arguments, with the words that some functions have between them. */
final class SqlCallParser {
  /** What may stand between two arguments instead of a comma, and in front of the first. */
  private static final Set<String> LEADS =
      Set.of("FROM", "FOR", "IN", "USING", "PLACING", "DISTINCT", "BOTH", "LEADING", "TRAILING");

  private final SqlExpressionParser parser;
  private final Name name;

  SqlCallParser(SqlExpressionParser parser, Name name) {
    this.parser = parser;
    this.name = name;
  }

  /** Behind the opening parenthesis. */
  SqlExpression call() {
    List<Argument> arguments = new ArrayList<>();
    while (!parser.takeOperator(")")) {
      String lead = lead();
      if (lead.isEmpty() != arguments.isEmpty() && !isFirst(lead, arguments)) {
        throw new NotUnderstoodException();
      }
      arguments.add(new Argument(lead, argument(arguments.isEmpty())));
    }
    // What a function does with NULL unless it is told otherwise.
    if (parser.takeWord("RESPECT")) {
      parser.expectWord("NULLS");
    }
    String only = name.last().toUpperCase(Locale.ROOT);
    boolean isWord = name.parts().size() == 1 && SqlExpressionWords.VALUES.contains(only);
    return arguments.isEmpty() && isWord ? new Word(only) : new Call(name, arguments);
  }

  private static boolean isFirst(String lead, List<Argument> arguments) {
    return arguments.isEmpty() && !lead.startsWith(",");
  }

  private String lead() {
    List<String> words = new ArrayList<>();
    if (parser.takeOperator(",")) {
      words.add(",");
    }
    while (parser.peek().kind() == Kind.WORD && LEADS.contains(parser.peek().text())) {
      words.add(parser.take().text());
    }
    return String.join(" ", words);
  }

  private SqlExpression argument(boolean isFirst) {
    String function = name.last().toLowerCase(Locale.ROOT);
    if (isFirst && function.equals("extract") && parser.peek().kind() == Kind.WORD) {
      return new Text(parser.take().text().toLowerCase(Locale.ROOT));
    }
    // The IN of POSITION is not that of a list.
    return parser.expression(function.equals("position") ? Precedence.MATCH : 0);
  }
}
