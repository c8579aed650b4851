package io.schemachain.dialect.oracle;

import io.schemachain.dialect.DatabaseVersion;

/**
 * What depends on the version of Oracle. A version is looked at here and nowhere else.
 *
 * @param restartSequence whether a sequence can begin again
 * @param json whether there is a type JSON
 * @param booleans whether there is a type BOOLEAN
 * @param ifExists whether statements take IF EXISTS and IF NOT EXISTS
 */
record OracleFeatures(boolean restartSequence, boolean json, boolean booleans, boolean ifExists) {
  /**
   * RESTART of a sequence came with 18, JSON with 21, BOOLEAN and IF [NOT] EXISTS with 23
   * (docs.oracle.com, "Database New Features Guide" of 21c and 23ai).
   */
  static OracleFeatures of(DatabaseVersion version) {
    boolean twentyThree = version.atLeast(23, 0);
    return new OracleFeatures(
        version.atLeast(18, 0), version.atLeast(21, 0), twentyThree, twentyThree);
  }
}
