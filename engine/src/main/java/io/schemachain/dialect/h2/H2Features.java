package io.schemachain.dialect.h2;

import io.schemachain.dialect.DatabaseVersion;
import io.schemachain.model.ReferentialAction;

/**
 * What depends on the version of H2. A version is looked at here and nowhere else.
 *
 * @param longStrings whether strings, of characters or bytes, may be longer than 1048576
 * @param textsAreStrings whether TEXT and its likes are strings without a length and no large
 *     objects
 * @param nullsNotDistinct whether NULLs of a unique key may count as equal
 * @param materializedViews whether there are any
 * @param unsaidAction what the catalog has for a foreign key without an action: where it is
 *     RESTRICT, NO ACTION is the same
 */
record H2Features(
    boolean longStrings,
    boolean textsAreStrings,
    boolean nullsNotDistinct,
    boolean materializedViews,
    ReferentialAction unsaidAction) {
  /**
   * The limit became 1000000000, and TEXT a string, with 2.1.210, NULLS NOT DISTINCT with 2.2.220,
   * materialized views came with 2.3.230 (h2database.com, change log). Until 2.3.232 the catalog
   * has RESTRICT for every foreign key that says nothing or NO ACTION; 2.4.240 keeps what was said.
   */
  static H2Features of(DatabaseVersion version) {
    return new H2Features(
        version.atLeast(2, 1),
        version.atLeast(2, 1),
        version.atLeast(2, 2),
        version.atLeast(2, 3),
        version.atLeast(2, 4) ? ReferentialAction.NO_ACTION : ReferentialAction.RESTRICT);
  }
}
