/**
 * What a database understands: quoting, literals, types and statements, one package per family
 * below this one. Start at {@link io.schemachain.dialect.Dialect}, then {@link
 * io.schemachain.dialect.StandardDdl}. Rendering is a pure function of operation, schema before it,
 * dialect and version. Internal API.
 */
@NullMarked
package io.schemachain.dialect;

import org.jspecify.annotations.NullMarked;
