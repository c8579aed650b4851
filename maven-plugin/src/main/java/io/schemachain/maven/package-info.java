/**
 * The goals {@code schema:*}. A goal gathers what Maven knows, hands it to the command of the same
 * name in the engine and shows what comes back; it knows no SQL, no YAML and no JDBC. Start at
 * {@link io.schemachain.maven.AbstractSchemaMojo}, which is all that the goals have in common; what
 * the engine asks of Maven is answered by {@link io.schemachain.maven.MavenFrontEnd}.
 */
@NullMarked
package io.schemachain.maven;

import org.jspecify.annotations.NullMarked;
