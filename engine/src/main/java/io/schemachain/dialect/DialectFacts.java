package io.schemachain.dialect;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.NameScopes;
import java.util.List;

/**
 * What a database is, whatever is asked of it.
 *
 * @param name the word in documents and options: {@code postgresql}
 * @param displayName as people write it: {@code PostgreSQL}
 * @param assumed the version that is meant when none is given
 * @param oldestSupported an older one is refused
 * @param drivers for its URLs; the first is the database's own
 */
public record DialectFacts(
    String name,
    String displayName,
    DatabaseVersion assumed,
    DatabaseVersion oldestSupported,
    List<DriverArtifact> drivers,
    Identifiers identifiers,
    Literals literals,
    NameScopes nameScopes,
    Capabilities capabilities,
    SqlLexis lexis,
    DdlSemantics ddlSemantics) {
  public DialectFacts {
    requireNonNull(name, "name");
    requireNonNull(displayName, "displayName");
    requireNonNull(assumed, "assumed");
    requireNonNull(oldestSupported, "oldestSupported");
    drivers = List.copyOf(drivers);
    requireNonNull(identifiers, "identifiers");
    requireNonNull(literals, "literals");
    requireNonNull(nameScopes, "nameScopes");
    requireNonNull(capabilities, "capabilities");
    requireNonNull(lexis, "lexis");
    requireNonNull(ddlSemantics, "ddlSemantics");
  }
}
