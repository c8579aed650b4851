package io.schemachain.dialect;

/**
 * Facts about a database that code outside its renderer needs. What only the renderer needs is an
 * override there.
 *
 * @param transactionalDdl whether DDL can be rolled back
 * @param lockBeyondTransaction whether a runner can keep others out without being in a transaction
 * @param online whether it can change a table in steps during which others write
 * @param rowsPerInsert most rows that one INSERT of a script should carry
 */
public record Capabilities(
    boolean transactionalDdl, boolean lockBeyondTransaction, boolean online, int rowsPerInsert) {}
