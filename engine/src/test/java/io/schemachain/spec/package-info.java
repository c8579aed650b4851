/**
 * Pages of format-spec held against the code: tables and examples in them are what the code does.
 * Start at {@link io.schemachain.spec.Page}.
 */
@NullMarked
package io.schemachain.spec;

import org.jspecify.annotations.NullMarked;
