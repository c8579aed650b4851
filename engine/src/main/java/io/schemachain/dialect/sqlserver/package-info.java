/**
 * SQL Server, 2016 and newer, and Azure SQL. Start at {@link
 * io.schemachain.dialect.sqlserver.SqlserverDialect}; it is the only type that others may name.
 * Internal API.
 */
@NullMarked
package io.schemachain.dialect.sqlserver;

import org.jspecify.annotations.NullMarked;
