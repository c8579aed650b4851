/**
 * The graph of revisions as a picture: Mermaid, SVG, and an HTML page around the SVG. Pure
 * functions from a {@link io.schemachain.picture.Graph} to text; no files, no database, no clock.
 * Start at {@link io.schemachain.picture.SvgPicture}; {@code Lanes} decides where lines go.
 * Internal API.
 */
@NullMarked
package io.schemachain.picture;

import org.jspecify.annotations.NullMarked;
