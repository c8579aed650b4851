/**
 * Golden cases: what each operation renders to on each dialect, up and down, and that it runs
 * there. One YAML file under {@code src/test/resources/golden} is one case. Start at {@link
 * io.schemachain.golden.GoldenCase}; {@code -Dgolden.update=true} writes expectations for review.
 */
@NullMarked
package io.schemachain.golden;

import org.jspecify.annotations.NullMarked;
