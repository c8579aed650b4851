package io.schemachain.command;

/** How something is shown; the pictures are for the history alone. */
public enum OutputFormat {
  TEXT,
  JSON,
  MERMAID,
  SVG,
  HTML
}
