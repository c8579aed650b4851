package io.schemachain.testdb;

/** Where the fresh databases of one dialect come from. */
interface DatabaseSource {
  TestDatabase fresh();
}
