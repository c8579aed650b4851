/**
 * Prints a plan as a script for the database's own client. One of the two consumers of a {@link
 * io.schemachain.plan.Plan}. Internal API.
 */
@NullMarked
package io.schemachain.script;

import org.jspecify.annotations.NullMarked;
