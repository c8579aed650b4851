package io.schemachain.golden;

import io.schemachain.fact.Cost;
import org.jspecify.annotations.Nullable;

/**
 * What a server did to a table.
 *
 * @param lock in the words of the facts; null where none was seen
 * @param algorithm null where the database has none
 * @param cost null where it cannot be seen
 */
record Measurement(
    String table, @Nullable String lock, @Nullable String algorithm, @Nullable Cost cost) {}
