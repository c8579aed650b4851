/**
 * What a revision may say. An operation is pure data; {@link
 * io.schemachain.operation.ApplyToSchema} is its effect on the model and {@link
 * io.schemachain.operation.Inverse} its derived downgrade. Start at {@link
 * io.schemachain.operation.Operation}. Knows no SQL, no YAML position and no dialect.
 */
@NullMarked
package io.schemachain.operation;

import org.jspecify.annotations.NullMarked;
