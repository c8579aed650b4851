package io.schemachain.dialect;

import static java.util.Objects.requireNonNull;

import io.schemachain.dialect.DdlSemantics.BareNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One text for expressions that a database takes for the same: catalogs print expressions in words
 * of their own. Texts of the same form mean the same; others may still.
 *
 * <p>An expression is read, made the same for all ways to write it, and printed with every
 * parenthesis. The form of a form is itself.
 */
public class ExpressionForm {
  private static final Precedence STANDARD = Precedence.standard(Map.of());

  private final SqlLexis lexis;
  private final BareNames bareNames;

  /**
   * @param bareNames how the catalog spells a name without quotation marks; {@link
   *     BareNames#AS_WRITTEN} also where cases are not told apart
   */
  protected ExpressionForm(SqlLexis lexis, BareNames bareNames) {
    this.lexis = requireNonNull(lexis, "lexis");
    this.bareNames = requireNonNull(bareNames, "bareNames");
  }

  /** The form of an expression. What is not understood is its own form, but for white space. */
  public final String of(String sql) {
    try {
      return understood(sql);
    } catch (SqlSyntaxException e) {
      return sql.strip();
    }
  }

  private String understood(String sql) {
    try {
      SqlExpression read = new SqlExpressionParser(prepared(sql), lexis, this).parse();
      return new SqlExpressionPrinter(lexis, this).print(canonical(read));
    } catch (NotUnderstoodException e) {
      return words(sql);
    }
  }

  /** Tokens stay as close as they are: two symbols with a blank between are not one operator. */
  private String words(String sql) {
    List<SqlToken> tokens = SqlScanner.code(sql, lexis);
    StringBuilder words = new StringBuilder();
    int end = 0;
    for (SqlToken token : tokens) {
      String text = sql.substring(token.start(), token.end());
      words.append(token.start() > end && !words.isEmpty() ? " " : "");
      words.append(token.isWord() ? text.toLowerCase(Locale.ROOT) : text);
      end = token.end();
    }
    // To MySQL, two dashes are a comment or not by what follows them.
    boolean isSame = SqlScanner.code(words.toString(), lexis).size() == tokens.size();
    return isSame ? words.toString() : sql.strip();
  }

  private SqlExpression canonical(SqlExpression expression) {
    SqlExpression mapped = expression.map(this::canonical);
    SqlExpression rewritten = SqlExpressionRules.apply(rewrite(mapped));
    return rewritten.equals(mapped) ? mapped : canonical(rewritten);
  }

  // What a dialect overrides

  /** The text as the database would read it, where the catalog escapes it. */
  protected String prepared(String sql) {
    return sql;
  }

  /**
   * An expression in the words that the catalog has for it, or both in the same third ones. Its
   * parts have been rewritten before.
   */
  protected SqlExpression rewrite(SqlExpression expression) {
    return expression;
  }

  /** One text for all names of a type, from one in lower case and without needless blanks. */
  protected String type(String type) {
    return type;
  }

  protected Precedence precedence() {
    return STANDARD;
  }

  /** One spelling for an operator, in upper case. */
  protected String operator(String operator) {
    return switch (operator) {
      case "!=", "^=" -> "<>";
      case "==" -> "=";
      default -> operator;
    };
  }

  // For dialects

  /** Whether it gives true, false or NULL and nothing else, as far as its shape tells. */
  protected static boolean isLogical(SqlExpression expression) {
    return SqlExpressionRules.isLogical(expression);
  }

  /** IN as comparisons with each value. */
  protected static SqlExpression spelledOut(SqlExpression.In in) {
    return SqlExpressionRules.spelledOut(in);
  }

  /** The operands of AND or OR in an order that does not depend on how they were written. */
  protected static SqlExpression sorted(SqlExpression.Infix junction) {
    List<SqlExpression> operands = new ArrayList<>(junction.operands());
    operands.sort(Comparator.comparing(SqlExpression::toString));
    return new SqlExpression.Infix(junction.operator(), operands);
  }

  // Names

  final String bareName(String written) {
    return bareNames == BareNames.UPPER_CASE
        ? written.toUpperCase(Locale.ROOT)
        : written.toLowerCase(Locale.ROOT);
  }

  final String quotedName(String name) {
    return bareNames == BareNames.AS_WRITTEN ? name.toLowerCase(Locale.ROOT) : name;
  }
}
