package io.schemachain.command;

import static java.util.Objects.requireNonNull;

import io.schemachain.diagnostic.Diagnostic;
import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.SourceLocation;
import io.schemachain.diagnostic.SourceText;
import io.schemachain.diagnostic.Suggestions;
import io.schemachain.dialect.Dialect;
import io.schemachain.format.Binding;
import io.schemachain.format.NamingConvention;
import io.schemachain.format.NamingConventions;
import io.schemachain.format.RevisionDocument;
import io.schemachain.format.RevisionReader;
import io.schemachain.format.Settings;
import io.schemachain.model.Schema;
import io.schemachain.plan.Omissions;
import io.schemachain.plan.Planner;
import io.schemachain.revision.Revision;
import io.schemachain.revision.RevisionGraph;
import io.schemachain.revision.RevisionHeader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** All revisions of a schema folder: the graph, and each one narrowed to a dialect on request. */
final class Chain {
  private final SchemaFolder folder;
  private final Settings settings;
  private final RevisionGraph graph;
  private final Map<String, RevisionDocument> documents;
  private final Map<String, String> variables;
  private final Set<String> withMistakes;

  private Chain(
      SchemaFolder folder,
      Settings settings,
      RevisionGraph graph,
      Map<String, RevisionDocument> documents,
      Map<String, String> variables,
      Set<String> withMistakes) {
    this.folder = folder;
    this.settings = settings;
    this.graph = graph;
    this.documents = documents;
    this.variables = variables;
    this.withMistakes = withMistakes;
  }

  /** What one file gave, with what was wrong with it. */
  private record Read(
      Path file,
      Optional<SourceText> source,
      Optional<RevisionDocument> document,
      Diagnostics diagnostics) {

    /** Whether a revision may be in this file, which could not be read. */
    boolean mayHold(String id) {
      return document.isEmpty()
          && (file.getFileName().toString().contains(id)
              || source.map(text -> text.content().contains(id)).orElse(true));
    }
  }

  /** Reads all files, in parallel; everything that is wrong with any of them is reported. */
  static Chain load(
      SchemaFolder folder,
      Settings settings,
      Map<String, String> givenVariables,
      Diagnostics diagnostics) {
    List<Read> all =
        folder.revisionFiles(settings, diagnostics).parallelStream()
            .map(file -> read(folder, file))
            .toList();
    Map<String, RevisionDocument> documents = new HashMap<>();
    Set<String> withMistakes = new HashSet<>();
    for (Read read : all) {
      diagnostics.addAll(read.diagnostics);
      if (read.document.isPresent()) {
        RevisionDocument document = read.document.get();
        String id = document.header().id();
        boolean twice = documents.putIfAbsent(id, document) != null;
        if (twice || read.diagnostics.hasErrors()) {
          withMistakes.add(id);
        }
      }
    }
    Predicate<String> unread = id -> all.stream().anyMatch(read -> read.mayHold(id));
    RevisionGraph graph =
        RevisionGraph.of(
            all.stream()
                .flatMap(read -> read.document.stream())
                .map(RevisionDocument::header)
                .toList(),
            unread,
            diagnostics);
    for (String id : graph.incomplete()) {
      boolean reported =
          parents(graph.require(id))
              .anyMatch(
                  word ->
                      !graph.contains(word)
                          && graph.labelled(word).isEmpty()
                          && !unread.test(word));
      if (reported) {
        withMistakes.add(id);
      }
    }
    requireKnown(settings.namingConventions(), graph, diagnostics);
    return new Chain(
        folder,
        settings,
        graph,
        documents,
        variables(settings, givenVariables, diagnostics),
        withMistakes);
  }

  private static Read read(SchemaFolder folder, Path file) {
    Diagnostics diagnostics = new Diagnostics();
    Optional<SourceText> source = folder.read(file, diagnostics);
    Optional<RevisionDocument> document =
        source.flatMap(text -> RevisionReader.read(text, diagnostics));
    return new Read(file, source, document, diagnostics);
  }

  private static Stream<String> parents(RevisionHeader header) {
    return Stream.concat(header.downRevisions().stream(), header.dependsOn().stream());
  }

  private static void requireKnown(
      NamingConventions conventions, RevisionGraph graph, Diagnostics diagnostics) {
    for (NamingConventions.From later : conventions.later()) {
      String id = later.revision().value();
      if (!graph.contains(id)) {
        diagnostics.error(
            later.revision().location(),
            "The naming convention begins with the revision " + id + ", which does not exist.",
            Suggestions.didYouMean(id, graph.inOrder()).orElse("Write the id of a revision."));
      }
    }
  }

  /** By revision, where it is not the first one: that of the last `from` that it descends from. */
  private Map<String, NamingConvention> laterConventions() {
    Map<String, NamingConvention> conventions = new HashMap<>();
    for (NamingConventions.From later : settings.namingConventions().later()) {
      Set<String> descendants = new HashSet<>(Set.of(later.revision().value()));
      for (String id : graph.inOrder()) {
        if (descendants.contains(id)
            || graph.parents(id).stream().anyMatch(descendants::contains)) {
          descendants.add(id);
          conventions.put(id, later.convention());
        }
      }
    }
    return conventions;
  }

  private static Map<String, String> variables(
      Settings settings, Map<String, String> given, Diagnostics diagnostics) {
    Map<String, String> variables = new HashMap<>(settings.variables());
    given.forEach(
        (name, value) -> {
          if (variables.replace(name, value) == null) {
            diagnostics.add(
                Diagnostic.error(
                    "The variable " + name + " is not declared in schema.yaml.",
                    Suggestions.didYouMean(name, variables.keySet())
                        .orElse("Declare it with a default under `variables`.")));
          }
        });
    return variables;
  }

  RevisionGraph graph() {
    return graph;
  }

  /**
   * Those revisions that were read without a mistake, as were all that they build on, in order: of
   * others it cannot be told what the schema before them is.
   */
  List<Revision> replayable(List<Revision> revisions) {
    Set<String> incomplete = new HashSet<>(graph.incomplete());
    Set<String> ids = new HashSet<>();
    List<Revision> replayable = new ArrayList<>(revisions.size());
    for (Revision revision : revisions) {
      String id = revision.id();
      if (!withMistakes.contains(id)
          && !incomplete.contains(id)
          && ids.containsAll(graph.parents(id))) {
        ids.add(id);
        replayable.add(revision);
      }
    }
    return replayable;
  }

  /** Whether the file of a revision has a mistake, so that it was not judged further. */
  boolean hasMistake(String id) {
    return withMistakes.contains(id);
  }

  /** Makes plans as the settings want them. */
  Planner planner(Dialect dialect, Diagnostics diagnostics) {
    return new Planner(
        dialect,
        diagnostics,
        settings.transactionPerRun() ? settings.location() : null,
        settings.strategy());
  }

  /**
   * The schema that revisions lead to, in their order.
   *
   * @throws io.schemachain.diagnostic.DiagnosticException with what does not fit in them
   */
  static Schema schemaAfter(List<Revision> revisions, Dialect dialect) {
    Diagnostics diagnostics = new Diagnostics();
    Schema schema = new Planner(dialect, diagnostics).schemaAfter(revisions);
    diagnostics.throwIfErrors();
    return schema;
  }

  Settings settings() {
    return settings;
  }

  /** Those whose own file is one of these, or that name one of these. */
  Set<String> changed(Set<Path> files) {
    Set<String> changed = new LinkedHashSet<>();
    List<String> names = files.stream().map(folder::nameBelow).flatMap(Optional::stream).toList();
    for (String id : graph.inOrder()) {
      SourceText source = location(id).source();
      Path file = folder.file(source.path()).toAbsolutePath().normalize();
      if (files.contains(file) || names.stream().anyMatch(source.content()::contains)) {
        changed.add(id);
      }
    }
    return changed;
  }

  SourceLocation location(String id) {
    return requireNonNull(documents.get(id), id).header().location();
  }

  /** These revisions for a dialect, in parallel, in the given order. */
  List<Revision> bind(Dialect dialect, Collection<String> ids, Diagnostics diagnostics) {
    NamingConvention first = settings.namingConventions().first();
    Map<String, NamingConvention> later = laterConventions();
    Omissions omissions = new Omissions(dialect, settings.omit());
    record Bound(Optional<Revision> revision, Diagnostics diagnostics) {}
    List<Bound> all =
        List.copyOf(ids).parallelStream()
            .map(
                id -> {
                  Diagnostics own = new Diagnostics();
                  RevisionDocument document = requireNonNull(documents.get(id), id);
                  NamingConvention naming = later.getOrDefault(id, first);
                  return new Bound(
                      document.bind(binding(dialect, naming), own).map(omissions::leftOutOf), own);
                })
            .toList();
    List<Revision> revisions = new ArrayList<>(all.size());
    for (Bound bound : all) {
      diagnostics.addAll(bound.diagnostics);
      bound.revision.ifPresent(revisions::add);
    }
    return revisions;
  }

  /** What a file beside the revisions needs to be understood: the convention of new revisions. */
  Binding lastBinding(Dialect dialect) {
    NamingConvention first = settings.namingConventions().first();
    Map<String, NamingConvention> later = laterConventions();
    List<String> heads = graph.heads();
    return binding(dialect, heads.isEmpty() ? first : later.getOrDefault(heads.get(0), first));
  }

  private Binding binding(Dialect dialect, NamingConvention naming) {
    return new Binding(
        dialect.name(),
        dialect.keys(),
        dialect.identifiers().maxLength(),
        naming,
        variables,
        folder.referenced());
  }
}
