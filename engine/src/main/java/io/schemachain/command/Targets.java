package io.schemachain.command;

import static java.util.Objects.requireNonNull;

import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.SourceText;
import io.schemachain.diagnostic.Status;
import io.schemachain.dialect.Dialect;
import io.schemachain.format.Binding;
import io.schemachain.format.TargetPlace;
import io.schemachain.jpa.ClassPath;
import io.schemachain.jpa.JpaSource;
import io.schemachain.target.ModelSource;
import io.schemachain.target.SqlSource;
import io.schemachain.target.Target;
import io.schemachain.target.TargetSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The schema as it should be, from where the settings say that it is. */
final class Targets {
  private static final String MODEL = "model";
  private static final List<String> YAML = List.of(".yaml", ".yml");
  private static final List<String> SQL = List.of(".sql");

  private final Workspace workspace;
  private final List<TargetSource> sources = new ArrayList<>();
  private @Nullable ClassPath classPath;

  private Targets(Workspace workspace) {
    this.workspace = requireNonNull(workspace, "workspace");
  }

  /**
   * Finds the sources, and reads what is the same for every dialect.
   *
   * @param entities what was said of them outside of the settings
   * @throws CommandException if there is no target
   */
  static Targets find(Workspace workspace, @Nullable Entities entities) {
    Targets targets = new Targets(workspace);
    Diagnostics diagnostics = new Diagnostics();
    List<TargetPlace> written = workspace.settings().targets();
    if (written.isEmpty()) {
      List<Path> files = workspace.folder().files(MODEL, YAML);
      if (!files.isEmpty()) {
        targets.sources.add(targets.model(MODEL, files, diagnostics));
      } else if (entities == null) {
        throw none(workspace);
      }
    }
    List<TargetPlace> places = entities == null ? written : entities.over(written, diagnostics);
    for (TargetPlace place : places) {
      targets.add(place, diagnostics);
    }
    diagnostics.throwIfErrors();
    return targets;
  }

  private static CommandException none(Workspace workspace) {
    return CommandException.of(
        Status.INVALID,
        "There is nothing to compare with: no file in "
            + workspace.folder().shown(workspace.options().directory().resolve(MODEL))
            + ", and no `target` in schema.yaml.\n\nWrite the tables as they should be to model/, in"
            + " the syntax of create_table under `tables:`, or say where they are: `target: [{sql:"
            + " sql/schema.sql}]` in schema.yaml.");
  }

  private void add(TargetPlace place, Diagnostics diagnostics) {
    if (place instanceof TargetPlace.Database database) {
      sources.add(
          new DatabaseSource(
              new Workspace(
                  workspace
                      .options()
                      .elsewhere(
                          new Setting(database.environment(), "target in schema.yaml"), null),
                  workspace.frontEnd()),
              database));
    } else if (place instanceof TargetPlace.Model model) {
      List<Path> files = files(place, model.path(), "file of a model", YAML, diagnostics);
      if (!files.isEmpty()) {
        sources.add(model(model.path(), files, diagnostics));
      }
    } else if (place instanceof TargetPlace.Sql sql) {
      List<Path> files = files(place, sql.path(), "SQL file", SQL, diagnostics);
      if (!files.isEmpty()) {
        sources.add(
            new SqlSource(
                "the SQL in " + shown(sql.path()), texts(files, diagnostics), this::binding));
      }
    } else if (place instanceof TargetPlace.Jpa jpa) {
      sources.add(new JpaSource(jpa.model(), classPath(), this::binding, jpa.location()));
    }
  }

  private ClassPath classPath() {
    if (classPath == null) {
      FrontEnd.ProjectClasses classes = workspace.frontEnd().projectClasses();
      classPath =
          new ClassPath(
              classes.own(),
              classes.libraries(),
              classes.sources(),
              classes.isCompiled(),
              workspace.frontEnd()::againAfter);
    }
    return classPath;
  }

  private List<Path> files(
      TargetPlace place, String path, String what, List<String> endings, Diagnostics diagnostics) {
    List<Path> files = workspace.folder().files(path, endings);
    if (files.isEmpty()) {
      diagnostics.error(
          place.location(),
          "There is no " + what + " at " + shown(path) + ".",
          "The path is relative to the schema folder; in a folder files that end with "
              + String.join(" or ", endings)
              + " are read.");
    }
    return files;
  }

  private Binding binding(Dialect dialect) {
    return workspace.chain().lastBinding(dialect);
  }

  private TargetSource model(String place, List<Path> files, Diagnostics diagnostics) {
    return new ModelSource(
        "the model in " + shown(place), texts(files, diagnostics), this::binding);
  }

  private String shown(String place) {
    return workspace.folder().shown(workspace.options().directory().resolve(place));
  }

  private List<SourceText> texts(List<Path> files, Diagnostics diagnostics) {
    List<SourceText> texts = new ArrayList<>();
    for (Path file : files) {
      workspace.folder().read(file, diagnostics).ifPresent(texts::add);
    }
    return texts;
  }

  /** For people: {@code the model in model}. */
  String title() {
    return String.join(" and ", sources.stream().map(TargetSource::title).toList());
  }

  /**
   * The target for a dialect.
   *
   * @throws io.schemachain.diagnostic.DiagnosticException with all mistakes in it
   */
  Target read(Dialect dialect) {
    Diagnostics diagnostics = new Diagnostics();
    Optional<Target> target = Target.of(sources, dialect, diagnostics);
    diagnostics.throwIfErrors();
    return target.orElseThrow();
  }
}
