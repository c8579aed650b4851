/**
 * The schema as immutable values: tables, columns, constraints, indexes, types. The same values
 * come from replaying the chain, from a target model and from a database, so that they can be
 * compared. Start at {@link io.schemachain.model.Schema}. Knows no SQL and no dialect.
 */
@NullMarked
package io.schemachain.model;

import org.jspecify.annotations.NullMarked;
