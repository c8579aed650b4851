/**
 * Entities of a project as a target: their classes, the provider that makes SQL of them, and the
 * settings it is given.
 */
@NullMarked
package io.schemachain.jpa;

import org.jspecify.annotations.NullMarked;
