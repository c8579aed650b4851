/**
 * SQLite, 3.35 and newer. Start at {@link io.schemachain.dialect.sqlite.SqliteDialect}; it is the
 * only type that others may name. What ALTER TABLE cannot do is a rebuild of the table: {@link
 * io.schemachain.dialect.sqlite.SqliteRebuilds} finds the steps, {@link
 * io.schemachain.dialect.sqlite.SqliteRebuild} writes the statements. Internal API.
 */
@NullMarked
package io.schemachain.dialect.sqlite;

import org.jspecify.annotations.NullMarked;
