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
  private final UnaryOperator<String> signature;

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
   * Where each kind has a namespace of its own in each schema.
   *
   * @param quote how a name is written in SQL: bare where it can be
   */
  public static NameScopes separate(UnaryOperator<String> quote) {
    Map<ObjectKind, Scope> scopes = new EnumMap<>(ObjectKind.class);
    for (ObjectKind kind : ObjectKind.values()) {
      scopes.put(kind, Scope.perSchema(kind.words()));
    }
    return new NameScopes(scopes, requireNonNull(quote, "quote"), arguments -> "");
  }

  private NameScopes(
      Map<ObjectKind, Scope> scopes, UnaryOperator<String> quote, UnaryOperator<String> signature) {
    this.scopes = scopes;
    this.quote = quote;
    this.signature = signature;
  }

  /**
   * The same for a database where routines of one name differ by their arguments.
   *
   * @param signature the same text for the arguments of two routines exactly when only one of them
   *     can have the name
   */
  public NameScopes overloaded(UnaryOperator<String> signature) {
    return new NameScopes(scopes, quote, requireNonNull(signature, "signature"));
  }

  /** The same but for these kinds, which share a namespace of their schema. */
  public NameScopes perSchema(String namespace, ObjectKind... kinds) {
    return with(Scope.perSchema(namespace), kinds);
  }

  /** The same but for these kinds, which share a namespace of their table. */
  public NameScopes perTable(String namespace, ObjectKind... kinds) {
    return with(Scope.perTable(namespace), kinds);
  }

  private NameScopes with(Scope scope, ObjectKind... kinds) {
    Map<ObjectKind, Scope> changed = new EnumMap<>(scopes);
    for (ObjectKind kind : kinds) {
      changed.put(kind, scope);
    }
    return new NameScopes(changed, quote, signature);
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

  /** What of the arguments of a routine is part of its name; empty where nothing is. */
  public String signature(String arguments) {
    return signature.apply(arguments);
  }

  public Scope of(ObjectKind kind) {
    Scope scope = scopes.get(kind);
    if (scope == null) {
      throw new IllegalStateException("No scope for " + kind);
    }
    return scope;
  }
}
