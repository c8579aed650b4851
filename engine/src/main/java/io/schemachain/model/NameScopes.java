package io.schemachain.model;

import java.util.EnumMap;
import java.util.Map;

/**
 * Which names must differ on a database: each kind of object lives in a namespace, and a namespace
 * is that of a table or of a schema.
 */
public final class NameScopes {
  private final Map<ObjectKind, Scope> scopes;

  /**
   * A namespace.
   *
   * @param namespace kinds with the same word share it
   * @param perTable whether each table has one of its own
   */
  public record Scope(String namespace, boolean perTable) {
    public static Scope perSchema(String namespace) {
      return new Scope(namespace, false);
    }

    public static Scope perTable(String namespace) {
      return new Scope(namespace, true);
    }
  }

  /**
   * @param scopes one for each kind
   * @throws IllegalArgumentException if a kind is missing
   */
  public NameScopes(Map<ObjectKind, Scope> scopes) {
    this.scopes = new EnumMap<>(scopes);
    for (ObjectKind kind : ObjectKind.values()) {
      if (!this.scopes.containsKey(kind)) {
        throw new IllegalArgumentException("No scope for " + kind);
      }
    }
  }

  public Scope of(ObjectKind kind) {
    Scope scope = scopes.get(kind);
    if (scope == null) {
      throw new IllegalStateException("No scope for " + kind);
    }
    return scope;
  }
}
