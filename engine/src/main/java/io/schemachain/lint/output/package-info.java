/** Findings in the forms that people and tools read. JSON is given as plain values. */
@NullMarked
package io.schemachain.lint.output;

import org.jspecify.annotations.NullMarked;
