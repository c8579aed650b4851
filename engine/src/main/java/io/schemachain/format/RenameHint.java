package io.schemachain.format;

import static java.util.Objects.requireNonNull;

import io.schemachain.diagnostic.SourceLocation;
import java.util.Optional;

/**
 * What somebody says of a former name, beside the target: in the settings, or for one run.
 *
 * @param name of a table or a column of the target, as messages show it: {@code users}, {@code
 *     users.phone}; what is meant is found among the names of the target, which may have dots
 * @param former the name that it had, without that of the table; nothing for a part that is new
 */
public record RenameHint(String name, Optional<String> former, SourceLocation location) {
  public RenameHint {
    requireNonNull(name, "name");
    requireNonNull(former, "former");
    requireNonNull(location, "location");
  }
}
