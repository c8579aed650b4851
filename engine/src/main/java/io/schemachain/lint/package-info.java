/**
 * What is dangerous in a revision, and what to write in its place. A rule looks at an operation in
 * its place, at a revision or at the chain, and reports findings; it knows the schema before and
 * after, what the operation costs on the database ({@code fact}) and, where somebody measured them,
 * the sizes of tables. Start at {@link io.schemachain.lint.Linter}; the rules are in {@code
 * lint.rule}, one class each, listed in {@link io.schemachain.lint.Rules}.
 */
@NullMarked
package io.schemachain.lint;

import org.jspecify.annotations.NullMarked;
