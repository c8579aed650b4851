/**
 * Reading the catalog of a database: which queries are asked, as text, and what their rows are in
 * the model. Nothing here speaks to a database.
 */
@NullMarked
package io.schemachain.introspect;

import org.jspecify.annotations.NullMarked;
