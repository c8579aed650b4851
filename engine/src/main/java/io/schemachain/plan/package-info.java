/**
 * Turns revisions into statements: replays the schema, renders each operation, adds bookkeeping and
 * cuts transactions. Printing and applying consume the same {@link io.schemachain.plan.Plan}.
 * Internal API.
 */
@NullMarked
package io.schemachain.plan;

import org.jspecify.annotations.NullMarked;
