package io.schemachain.introspect;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The schemas that are read.
 *
 * @param defaultSchema that of the session, as the catalog spells it; its objects have no schema in
 *     the model
 * @param others further ones, as the catalog spells them
 */
public record Scope(String defaultSchema, List<String> others) {
  public Scope {
    requireNonNull(defaultSchema, "defaultSchema");
    others = others.stream().filter(other -> !other.equals(defaultSchema)).distinct().toList();
  }

  /** All of them, the default one first. */
  public List<String> schemas() {
    List<String> all = new ArrayList<>(others.size() + 1);
    all.add(defaultSchema);
    all.addAll(others);
    return all;
  }

  /** The same without those that are not there. */
  public Scope among(Collection<String> existing) {
    return new Scope(defaultSchema, others.stream().filter(existing::contains).toList());
  }

  /** The schema of an object in the model: null in the default one. */
  public @Nullable String inModel(String schema) {
    return schema.equals(defaultSchema) ? null : schema;
  }
}
