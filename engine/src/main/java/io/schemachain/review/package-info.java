/**
 * One document to decide from: what a plan does, revision by revision, with the SQL of each
 * database, locks, losses, findings and the questions to ask before. Start at {@link
 * io.schemachain.review.Probes}.
 */
@NullMarked
package io.schemachain.review;

import org.jspecify.annotations.NullMarked;
