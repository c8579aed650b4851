/**
 * Revisions and the graph they form: ids, parents, heads, paths. Start at {@link
 * io.schemachain.revision.RevisionGraph}. Pure values, no files and no database. Internal API.
 */
@NullMarked
package io.schemachain.revision;

import org.jspecify.annotations.NullMarked;
