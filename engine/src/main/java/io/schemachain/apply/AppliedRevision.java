package io.schemachain.apply;

import org.jspecify.annotations.Nullable;

/**
 * A row of the version table.
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
    @Nullable Long durationMillis,
    String document) {}
