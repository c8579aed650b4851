/**
 * What can be said about a user's input, and where: diagnostics as values with a position and a
 * hint, and the root of all exceptions. Start at {@link io.schemachain.diagnostic.Diagnostic}.
 * Knows nothing of schemas, YAML or databases.
 */
@NullMarked
package io.schemachain.diagnostic;

import org.jspecify.annotations.NullMarked;
