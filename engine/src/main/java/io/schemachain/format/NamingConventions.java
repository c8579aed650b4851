package io.schemachain.format;

import static java.util.Objects.requireNonNull;

import io.schemachain.diagnostic.Located;
import java.util.List;

/**
 * The naming conventions of a project, one after the other: a revision keeps the names that it got
 * when the convention changes.
 *
 * @param first until another one begins
 * @param later in the order of the file
 */
public record NamingConventions(NamingConvention first, List<From> later) {
  public static final NamingConventions DEFAULT =
      new NamingConventions(NamingConvention.DEFAULT, List.of());

  /**
   * A convention that holds for a revision and for all that descend from it.
   *
   * @param revision with the place where it is written
   */
  public record From(Located<String> revision, NamingConvention convention) {
    public From {
      requireNonNull(revision, "revision");
      requireNonNull(convention, "convention");
    }
  }

  public NamingConventions {
    requireNonNull(first, "first");
    later = List.copyOf(later);
  }
}
