package io.schemachain.dialect.mysql;

import io.schemachain.dialect.RoutineDdl;
import io.schemachain.dialect.StandardDdl;

/** MySQL has no OR REPLACE for routines and triggers. */
final class MysqlRoutines extends RoutineDdl {
  MysqlRoutines(StandardDdl ddl) {
    super(ddl);
  }

  @Override
  protected boolean replacesInPlace() {
    return false;
  }
}
