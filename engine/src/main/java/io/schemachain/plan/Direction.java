package io.schemachain.plan;

import java.util.Locale;

/** Which way along the chain. */
public enum Direction {
  UPGRADE,
  DOWNGRADE;

  /** The word in output and journal. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
