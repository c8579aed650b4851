package io.schemachain.model;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What a database makes of names. Which must differ: each kind of object lives in a namespace, and
 * a namespace is that of a table or of a schema.
 */
public final class NameScopes {
  private final Map<ObjectKind, Scope> scopes;
  private final UnaryOperator<String> quote;

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
   * @param quote how a name is written in SQL: bare where it can be
   * @throws IllegalArgumentException if a kind is missing
   */
  public NameScopes(Map<ObjectKind, Scope> scopes, UnaryOperator<String> quote) {
    this.quote = requireNonNull(quote, "quote");
    this.scopes = new EnumMap<>(scopes);
    for (ObjectKind kind : ObjectKind.values()) {
      if (!this.scopes.containsKey(kind)) {
        throw new IllegalArgumentException("No scope for " + kind);
      }
    }
  }

  /** A name as SQL writes it on this database, for expressions that the model keeps as text. */
  public String quoted(String name) {
    return quote.apply(name);
  }

  /** The same text for two objects exactly when only one of them can have the name. */
  public String key(ObjectKind kind, TableName table, String name) {
    Scope scope = of(kind);
    String owner = scope.perTable() ? table.key() : table.schemaKey();
    return scope.namespace() + '\0' + owner + '\0' + Names.fold(name);
  }

  public Scope of(ObjectKind kind) {
    Scope scope = scopes.get(kind);
    if (scope == null) {
      throw new IllegalStateException("No scope for " + kind);
    }
    return scope;
  }
}
