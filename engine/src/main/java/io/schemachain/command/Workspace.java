package io.schemachain.command;

import static java.util.Objects.requireNonNull;

/** A schema folder and the way to a database: what all commands start from. */
public final class Workspace {
  private final Options options;
  private final FrontEnd frontEnd;

  public Workspace(Options options, FrontEnd frontEnd) {
    this.options = requireNonNull(options, "options");
    this.frontEnd = requireNonNull(frontEnd, "frontEnd");
  }

  Options options() {
    return options;
  }

  FrontEnd frontEnd() {
    return frontEnd;
  }
}
