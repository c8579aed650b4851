package io.schemachain.command;

/** How something is shown. */
public enum OutputFormat {
  TEXT,
  JSON
}
