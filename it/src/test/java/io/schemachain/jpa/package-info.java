/** Entities as a target, with the real providers. */
@NullMarked
package io.schemachain.jpa;

import org.jspecify.annotations.NullMarked;
