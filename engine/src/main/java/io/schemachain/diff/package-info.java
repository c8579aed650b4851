/** In what two schemas differ, and the operations that lead from the one to the other. */
@NullMarked
package io.schemachain.diff;

import org.jspecify.annotations.NullMarked;
