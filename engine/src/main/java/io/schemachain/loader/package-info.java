/** Classes of others, drivers and entities, apart from ours. */
@NullMarked
package io.schemachain.loader;

import org.jspecify.annotations.NullMarked;
