/** A review as HTML and as Markdown: texts from values, each of them escaped. */
@NullMarked
package io.schemachain.review.output;

import org.jspecify.annotations.NullMarked;
