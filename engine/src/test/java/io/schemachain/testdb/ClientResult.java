package io.schemachain.testdb;

/** How a command line client ended and what it said. */
public record ClientResult(int exitCode, String stdout, String stderr) {}
