/**
 * Oracle Database, from 12.2 on, and scripts for SQL*Plus. Start at {@link
 * io.schemachain.dialect.oracle.OracleDialect}; what it is told by is the SQL Language Reference
 * and the SQL*Plus User's Guide, for no server of it runs in the tests.
 */
@NullMarked
package io.schemachain.dialect.oracle;

import org.jspecify.annotations.NullMarked;
