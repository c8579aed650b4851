/** For applications that carry their revisions: a call at start-up. */
@NullMarked
package io.schemachain.application;

import org.jspecify.annotations.NullMarked;
