package io.schemachain.jpa;

import static java.util.Objects.requireNonNull;

import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.SourceLocation;
import io.schemachain.diagnostic.SourceText;
import io.schemachain.dialect.Dialect;
import io.schemachain.format.Binding;
import io.schemachain.format.EntityModel;
import io.schemachain.model.ObjectKind;
import io.schemachain.operation.CreateTable;
import io.schemachain.target.SqlAuthor;
import io.schemachain.target.SqlSource;
import io.schemachain.target.TargetParts;
import io.schemachain.target.TargetSource;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Entities: what their provider would create, read from the SQL that it writes for a dialect. */
public final class JpaSource implements TargetSource {
  /** What a provider writes all of; of views, routines and the like it knows nothing. */
  static final Set<ObjectKind> KINDS = Set.of(ObjectKind.SEQUENCE, ObjectKind.TYPE);

  private final EntityModel model;
  private final ClassPath classPath;
  private final Function<Dialect, Binding> binding;
  private final SourceLocation location;
  private @Nullable Input known;

  /** The same for every dialect. */
  private record Input(EntityScan.Found found, Map<String, String> settings) {}

  /**
   * @param binding whose naming convention names what the provider leaves unnamed
   * @param location of the target in the settings
   */
  public JpaSource(
      EntityModel model,
      ClassPath classPath,
      Function<Dialect, Binding> binding,
      SourceLocation location) {
    this.model = requireNonNull(model, "model");
    this.classPath = requireNonNull(classPath, "classPath");
    this.binding = requireNonNull(binding, "binding");
    this.location = requireNonNull(location, "location");
  }

  @Override
  public String title() {
    return "the entities of " + model.words();
  }

  @Override
  public TargetParts read(Dialect dialect, Diagnostics diagnostics) {
    Diagnostics own = new Diagnostics();
    try (EntityLoader loader = new EntityLoader(urls())) {
      Input input = input(loader, own);
      if (input == null) {
        return TargetParts.none();
      }
      EntityScan.Found found = input.found();
      SchemaScript.Written written =
          SchemaScript.write(
              loader, found.api(), found.classes(), model.unit(), input.settings(), dialect);
      SourceText text =
          new SourceText(title() + " (" + written.provider() + ", " + dialect + ")", written.sql());
      SqlAuthor author = new SqlAuthor(ProviderNames.of(written.provider(), dialect), KINDS, true);
      TargetParts parts = new SqlSource(title(), List.of(text), binding, author).read(dialect, own);
      if (own.hasErrors()) {
        tellWhose(written.provider(), own);
      } else {
        requireTable(parts, written.provider(), own);
      }
      return parts;
    } catch (JpaException e) {
      own.error(location, String.valueOf(e.getMessage()), e.hint(), e);
      return TargetParts.none();
    } catch (IOException e) {
      own.error(
          location,
          "The class path of the project cannot be read: " + e.getMessage(),
          "Let the user who runs Maven read it, or build it again.",
          e);
      return TargetParts.none();
    } finally {
      diagnostics.addAll(own);
    }
  }

  /** What a provider is given, found once; null after mistakes. */
  private @Nullable Input input(EntityLoader loader, Diagnostics diagnostics) {
    if (known == null) {
      EntityScan.Found found = found(diagnostics);
      if (!diagnostics.hasErrors()) {
        EntityLoading.check(found.classes(), loader, location, diagnostics);
      }
      if (!diagnostics.hasErrors()) {
        Map<String, String> settings = ProviderSettings.of(model, classPath, loader, diagnostics);
        known = diagnostics.hasErrors() ? null : new Input(found, settings);
      }
    }
    return known;
  }

  /** Mistakes are in a text that nobody sees, so what makes them is said with them. */
  private void tellWhose(String provider, Diagnostics diagnostics) {
    diagnostics.error(
        location,
        "The SQL that " + provider + " writes for " + model.words() + " cannot be read.",
        "What the lines show comes from the entities: correct it there. An apostrophe in a text, such"
            + " as @Comment(\"The customer's\"), is not doubled by Hibernate: write \"The customer''s\"."
            + " What Schemachain does not read (columnDefinition, @Check), write into a revision.");
  }

  /**
   * A target without a table would have every table of the revisions dropped. What a mapping file
   * or a unit has is known to the provider alone, so it is asked for what came of it.
   */
  private void requireTable(TargetParts parts, String provider, Diagnostics diagnostics) {
    if (parts.operations().stream().noneMatch(one -> one.value() instanceof CreateTable)) {
      diagnostics.error(
          location,
          "There are no entities in " + model.words() + ": " + provider + " makes no table of it.",
          EntityScan.whereElse(classPath, location));
    }
  }

  private EntityScan.Found found(Diagnostics diagnostics) {
    String unit = model.unit();
    return unit == null
        ? EntityScan.find(model.packages(), classPath, location, diagnostics)
        : EntityScan.ofUnit(unit, classPath, location, diagnostics);
  }

  private List<URL> urls() throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (Path path : classPath.own()) {
      urls.add(path.toUri().toURL());
    }
    for (Path path : classPath.libraries()) {
      urls.add(path.toUri().toURL());
    }
    return urls;
  }
}
