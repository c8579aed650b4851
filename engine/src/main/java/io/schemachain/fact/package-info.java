/**
 * What a change costs on a database: the locks it takes, what they block, whether rows are read or
 * written anew. The facts are data files, a line for each form of an operation, with its source.
 * Start at {@link io.schemachain.fact.Facts}; {@link io.schemachain.fact.Forms} says which forms an
 * operation has. Names no database.
 */
@NullMarked
package io.schemachain.fact;

import org.jspecify.annotations.NullMarked;
