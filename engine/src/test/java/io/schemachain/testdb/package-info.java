/**
 * Real databases for tests: servers from Maven Central, started on demand, one fresh empty database
 * per test.
 *
 * <p>Start reading at {@link io.schemachain.testdb.TestDatabases}.
 */
@NullMarked
package io.schemachain.testdb;

import org.jspecify.annotations.NullMarked;
