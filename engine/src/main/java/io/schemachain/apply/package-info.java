/**
 * Runs a plan on a database: connection, lock, journal, version table. The other consumer of a
 * {@link io.schemachain.plan.Plan}. Internal API.
 */
@NullMarked
package io.schemachain.apply;

import org.jspecify.annotations.NullMarked;
