/**
 * Documents and operations: YAML with positions in, diagnostics or values out, and back to YAML.
 * The only package that knows the YAML library. Start at {@link
 * io.schemachain.format.RevisionReader}. Internal API.
 */
@NullMarked
package io.schemachain.format;

import org.jspecify.annotations.NullMarked;
