package io.schemachain.apply;

import org.jspecify.annotations.Nullable;

/**
 * A row of the version table, without the document: the files have it, and all documents together
 * are large.
 *
 * @param appliedAt in UTC, {@code 2026-11-20T12:10:00}
 */
public record AppliedRevision(
    String id,
    @Nullable String parents,
    String checksum,
    @Nullable String message,
    String appliedAt,
    @Nullable String appliedBy,
    @Nullable Long durationMillis) {}
