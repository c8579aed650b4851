/**
 * MySQL, 5.7 and newer, and MariaDB, 10.6 and newer. Start at {@link
 * io.schemachain.dialect.mysql.MysqlDialect}; MariaDB is what it overrides in {@link
 * io.schemachain.dialect.mysql.MariadbDialect}. These two are the only types that others may name.
 * Internal API.
 */
@NullMarked
package io.schemachain.dialect.mysql;

import org.jspecify.annotations.NullMarked;
