/**
 * What only a whole Maven and a whole database can prove. The projects under {@code src/it} are run
 * by the invoker; those under {@code src/walkthrough} are run from here, because between two goals
 * somebody has to look into the database. Start at {@link io.schemachain.it.Walkthrough}.
 */
@NullMarked
package io.schemachain.it;

import org.jspecify.annotations.NullMarked;
