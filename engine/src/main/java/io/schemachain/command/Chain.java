package io.schemachain.command;

import static java.util.Objects.requireNonNull;

import io.schemachain.diagnostic.Diagnostic;
import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.SourceLocation;
import io.schemachain.diagnostic.Suggestions;
import io.schemachain.dialect.Dialect;
import io.schemachain.format.Binding;
import io.schemachain.format.RevisionDocument;
import io.schemachain.format.RevisionReader;
import io.schemachain.format.Settings;
import io.schemachain.revision.Revision;
import io.schemachain.revision.RevisionGraph;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All revisions of a schema folder: the graph, and each one narrowed to a dialect on request. */
final class Chain {
  private final SchemaFolder folder;
  private final Settings settings;
  private final RevisionGraph graph;
  private final Map<String, RevisionDocument> documents;
  private final Map<String, String> variables;

  private Chain(
      SchemaFolder folder,
      Settings settings,
      RevisionGraph graph,
      Map<String, RevisionDocument> documents,
      Map<String, String> variables) {
    this.folder = folder;
    this.settings = settings;
    this.graph = graph;
    this.documents = documents;
    this.variables = variables;
  }

  /** What one file gave, with what was wrong with it. */
  private record Read(Optional<RevisionDocument> document, Diagnostics diagnostics) {}

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
    for (Read read : all) {
      diagnostics.addAll(read.diagnostics.all());
      read.document.ifPresent(document -> documents.putIfAbsent(document.header().id(), document));
    }
    RevisionGraph graph =
        RevisionGraph.of(
            all.stream()
                .flatMap(read -> read.document.stream())
                .map(RevisionDocument::header)
                .toList(),
            diagnostics);
    return new Chain(
        folder, settings, graph, documents, variables(settings, givenVariables, diagnostics));
  }

  private static Read read(SchemaFolder folder, Path file) {
    Diagnostics diagnostics = new Diagnostics();
    Optional<RevisionDocument> document =
        folder.read(file, diagnostics).flatMap(source -> RevisionReader.read(source, diagnostics));
    return new Read(document, diagnostics);
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

  Settings settings() {
    return settings;
  }

  SourceLocation location(String id) {
    return requireNonNull(documents.get(id), id).header().location();
  }

  /** These revisions for a dialect, in parallel, in the given order. */
  List<Revision> bind(Dialect dialect, Collection<String> ids, Diagnostics diagnostics) {
    Binding binding =
        new Binding(
            dialect.name(),
            dialect.keys(),
            dialect.identifiers().maxLength(),
            settings.namingConvention(),
            variables,
            folder.referenced());
    record Bound(Optional<Revision> revision, Diagnostics diagnostics) {}
    List<Bound> all =
        List.copyOf(ids).parallelStream()
            .map(
                id -> {
                  Diagnostics own = new Diagnostics();
                  RevisionDocument document = requireNonNull(documents.get(id), id);
                  return new Bound(document.bind(binding, own), own);
                })
            .toList();
    List<Revision> revisions = new ArrayList<>(all.size());
    for (Bound bound : all) {
      diagnostics.addAll(bound.diagnostics.all());
      bound.revision.ifPresent(revisions::add);
    }
    return revisions;
  }
}
