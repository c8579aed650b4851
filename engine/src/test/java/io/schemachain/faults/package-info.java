/** Faults in the middle of runs, on real databases: nothing is lost. */
@NullMarked
package io.schemachain.faults;

import org.jspecify.annotations.NullMarked;
