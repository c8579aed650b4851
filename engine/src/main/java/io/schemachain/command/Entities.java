package io.schemachain.command;

import static java.util.Objects.requireNonNull;

import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.SourceLocation;
import io.schemachain.diagnostic.SourceText;
import io.schemachain.format.EntityModel;
import io.schemachain.format.TargetPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was said outside of schema.yaml of the entities that are the target. As with all settings,
 * each part of it goes before that of schema.yaml, and what it leaves out is taken from there.
 *
 * @param packages none where a unit is said, or neither
 * @param unit a persistence unit of META-INF/persistence.xml
 * @param physicalNaming class of a naming strategy
 * @param implicitNaming class of a naming strategy
 * @param properties further properties for the provider
 * @param source for people: {@code the POM}, {@code -Dschema.jpa}
 */
public record Entities(
    List<String> packages,
    @Nullable String unit,
    @Nullable String physicalNaming,
    @Nullable String implicitNaming,
    Map<String, String> properties,
    String source) {
  public Entities {
    packages = List.copyOf(packages);
    properties = Map.copyOf(properties);
    requireNonNull(source, "source");
  }

  /**
   * The places of a target with this in them. Packages or a unit stand for all entities of
   * schema.yaml, and beside the other places.
   */
  List<TargetPlace> over(List<TargetPlace> places, Diagnostics diagnostics) {
    try {
      return joined(places, diagnostics);
    } catch (IllegalArgumentException e) { // The model checks itself, in words for people.
      diagnostics.error(location(), String.valueOf(e.getMessage()), null);
      return List.of();
    }
  }

  private List<TargetPlace> joined(List<TargetPlace> places, Diagnostics diagnostics) {
    boolean saysWhich = unit != null || !packages.isEmpty();
    List<TargetPlace> all = new ArrayList<>();
    boolean found = false;
    for (TargetPlace place : places) {
      if (!(place instanceof TargetPlace.Jpa jpa)) {
        all.add(place);
      } else if (!saysWhich) {
        all.add(new TargetPlace.Jpa(over(jpa.model()), jpa.location()));
      } else if (!found) {
        all.add(new TargetPlace.Jpa(over(jpa.model()), location()));
      }
      found |= place instanceof TargetPlace.Jpa;
    }
    if (!found && saysWhich) {
      EntityModel.Naming naming = new EntityModel.Naming(physicalNaming, implicitNaming);
      EntityModel model = new EntityModel(packages, unit, naming, properties);
      all.add(new TargetPlace.Jpa(model, location()));
    } else if (!found) {
      diagnostics.error(
          location(),
          "`jpa` says how entities are read, and nothing says which.",
          "Name their packages, or a persistence unit: <jpa><packages><package>com.example.blog"
              + "</package></packages></jpa>.");
    }
    return all;
  }

  private SourceLocation location() {
    return SourceLocation.ofFile(new SourceText(source, ""));
  }

  private EntityModel over(EntityModel model) {
    boolean saysWhich = unit != null || !packages.isEmpty();
    EntityModel.Naming naming = model.naming();
    Map<String, String> all = new TreeMap<>(model.properties());
    all.putAll(properties);
    return new EntityModel(
        saysWhich ? packages : model.packages(),
        saysWhich ? unit : model.unit(),
        new EntityModel.Naming(
            physicalNaming == null ? naming.physical() : physicalNaming,
            implicitNaming == null ? naming.implicit() : implicitNaming),
        all);
  }
}
