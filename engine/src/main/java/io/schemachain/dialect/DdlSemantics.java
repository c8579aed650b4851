package io.schemachain.dialect;

import static java.util.Objects.requireNonNull;

/**
 * What a database makes of DDL that it did not get from us, as far as reading its effect needs it.
 *
 * @param bareNames how the catalog spells a name without quotation marks
 * @param keysAreNotNull whether the columns of a primary key are NOT NULL without saying so
 * @param columnsNameConstraints whether a name in front of a column's own constraint is kept
 * @param grammar which clauses there are
 */
public record DdlSemantics(
    BareNames bareNames, boolean keysAreNotNull, boolean columnsNameConstraints, Grammar grammar) {
  /** How a name without quotation marks is spelled in the catalog. */
  public enum BareNames {
    LOWER_CASE,
    UPPER_CASE,
    AS_WRITTEN
  }

  /** Where words mean something else than on most databases, or there are more of them. */
  public enum Grammar {
    COMMON,
    /** Constraints that wait or are not validated, methods and other columns of an index. */
    POSTGRESQL,
    /** DROP without a word is that of a constraint, an index is named with its table. */
    TRANSACT_SQL
  }

  public DdlSemantics {
    requireNonNull(grammar, "grammar");
    requireNonNull(bareNames, "bareNames");
  }
}
