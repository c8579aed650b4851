package io.schemachain.dialect;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.DataType;
import io.schemachain.model.Literal;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/**
 * A change of rows in batches along a key: each has the rows from a value of the key up to, and
 * without, the first one of the next batch.
 */
public final class RowBatches {
  private final String first;
  private final UnaryOperator<String> next;
  private final UnaryOperator<String> last;
  private final BinaryOperator<String> between;
  private final DataType keyType;
  private final Literals literals;

  /**
   * @param first a query for the smallest key; no row where there are none
   * @param next a query for the first key of the next batch, from a constant; no row behind the
   *     last batch
   * @param last the statement for the rows from a constant
   * @param between the statement for the rows from a constant up to another, without it
   */
  RowBatches(
      String first,
      UnaryOperator<String> next,
      UnaryOperator<String> last,
      BinaryOperator<String> between,
      DataType keyType,
      Literals literals) {
    this.first = requireNonNull(first, "first");
    this.next = requireNonNull(next, "next");
    this.last = requireNonNull(last, "last");
    this.between = requireNonNull(between, "between");
    this.keyType = requireNonNull(keyType, "keyType");
    this.literals = requireNonNull(literals, "literals");
  }

  public String first() {
    return first;
  }

  /**
   * @param from a key, as a driver gives it
   */
  public String next(String from) {
    return next.apply(constant(from));
  }

  public String last(String from) {
    return last.apply(constant(from));
  }

  public String between(String from, String to) {
    return between.apply(constant(from), constant(to));
  }

  private String constant(String key) {
    return literals.render(Literal.parse(keyType, key), keyType);
  }
}
