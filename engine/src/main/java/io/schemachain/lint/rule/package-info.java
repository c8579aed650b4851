/** The rules, one class each, named by what they flag. */
@NullMarked
package io.schemachain.lint.rule;

import org.jspecify.annotations.NullMarked;
