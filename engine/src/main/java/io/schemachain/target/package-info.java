/** The schema as it should be, from wherever a team keeps it. */
@NullMarked
package io.schemachain.target;

import org.jspecify.annotations.NullMarked;
