/**
 * H2, 2.0 and newer. Start at {@link io.schemachain.dialect.h2.H2Dialect}; it is the only type that
 * others may name. Internal API.
 */
@NullMarked
package io.schemachain.dialect.h2;

import org.jspecify.annotations.NullMarked;
