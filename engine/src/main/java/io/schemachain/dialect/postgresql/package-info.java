/**
 * PostgreSQL, 14 and newer. Start at {@link io.schemachain.dialect.postgresql.PostgresqlDialect};
 * it is the only type that others may name. Internal API.
 */
@NullMarked
package io.schemachain.dialect.postgresql;

import org.jspecify.annotations.NullMarked;
