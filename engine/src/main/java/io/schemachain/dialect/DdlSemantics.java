package io.schemachain.dialect;

import static java.util.Objects.requireNonNull;

/**
 * What a database makes of DDL that it did not get from us, as far as reading its effect needs it.
 *
 * @param bareNames how the catalog spells a name without quotation marks
 * @param keysAreNotNull whether the columns of a primary key are NOT NULL without saying so
 * @param columnsNameConstraints whether a name in front of a column's own constraint is kept
 */
public record DdlSemantics(
    BareNames bareNames, boolean keysAreNotNull, boolean columnsNameConstraints) {
  /** How a name without quotation marks is spelled in the catalog. */
  public enum BareNames {
    LOWER_CASE,
    UPPER_CASE,
    AS_WRITTEN
  }

  public DdlSemantics {
    requireNonNull(bareNames, "bareNames");
  }
}
