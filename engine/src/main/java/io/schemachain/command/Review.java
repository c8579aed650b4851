package io.schemachain.command;

import static java.util.Objects.requireNonNull;

import io.schemachain.apply.Database;
import io.schemachain.diagnostic.Status;
import io.schemachain.dialect.Dialect;
import io.schemachain.lint.Level;
import io.schemachain.review.ReviewBuilder;
import io.schemachain.review.ReviewDocument;
import io.schemachain.review.output.HtmlReview;
import io.schemachain.review.output.MarkdownReview;
import io.schemachain.revision.Revision;
import io.schemachain.revision.RevisionGraph;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One document about some revisions, for those who decide on them. */
public final class Review {
  private final Workspace workspace;

  /**
   * What is asked for. Where there is a database, only what is pending there; of that, or else of
   * all, what the others leave.
   *
   * @param since a branch, a tag or a commit: only revisions that differ from it; null for all
   * @param range {@code from:to}, both included, either may be left out; null for all
   */
  public record Request(ReviewFormat format, @Nullable String since, @Nullable String range) {
    public Request {
      requireNonNull(format, "format");
    }
  }

  public Review(Workspace workspace) {
    this.workspace = requireNonNull(workspace, "workspace");
  }

  /**
   * @throws io.schemachain.diagnostic.DiagnosticException if the chain is not valid
   */
  public CommandResult run(Request request) {
    ReviewDocument review =
        workspace.url().isPresent() ? pending(request) : withoutDatabase(request);
    String shown =
        switch (request.format()) {
          case HTML -> HtmlReview.of(review);
          case MARKDOWN -> MarkdownReview.of(review);
        };
    return new CommandResult(
        Status.OK,
        Shown.of(shown),
        List.of(review.title() + ", " + review.scope() + ". " + review.verdict()),
        report(review));
  }

  private static Map<String, Object> report(ReviewDocument review) {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("revisions", review.cards().stream().map(card -> card.id()).toList());
    report.put("dialects", review.dialects().stream().map(one -> one.key()).toList());
    report.put("errors", review.count(Level.ERROR));
    report.put("warnings", review.count(Level.WARNING));
    report.put("notes", review.count(Level.NOTE));
    Map<String, Object> checksums = new LinkedHashMap<>();
    review.dialects().forEach(one -> checksums.put(one.key(), review.checksum(one)));
    report.put("checksums", checksums);
    return report;
  }

  // Which revisions

  private ReviewDocument pending(Request request) {
    Chain chain = workspace.chain();
    try (Database database = workspace.connectToLook()) {
      DatabaseView view =
          DatabaseView.read(database, workspace.bookkeeping(database.dialect()), chain);
      List<Revision> applied = view.requireSound(workspace.frontEnd());
      List<String> pending = view.applied().applying(chain.graph().realHeads());
      Dialect dialect = database.dialect().forVersion(database.dialect().scriptVersion());
      Linted linted = Linted.of(workspace, dialect, applied, pending);
      List<String> reviewed = narrowed(pending, request);
      return document(
          linted,
          reviewed,
          "pending on the database" + narrowing(request),
          true,
          new ReviewPicture(chain.graph(), reviewed, view));
    }
  }

  private ReviewDocument withoutDatabase(Request request) {
    RevisionGraph graph = workspace.chain().graph();
    List<String> reviewed = narrowed(graph.inOrder(), request);
    boolean together = request.since() != null;
    Linted linted =
        Linted.of(workspace, workspace.dialects(), new LinkedHashSet<>(reviewed), together);
    boolean all = request.since() == null && request.range() == null;
    return document(
        linted,
        reviewed,
        all ? "all there are" : "those" + narrowing(request),
        together,
        new ReviewPicture(graph, reviewed, null));
  }

  private List<String> narrowed(List<String> ids, Request request) {
    List<String> left = new ArrayList<>(ids);
    if (request.since() != null) {
      Path folder = workspace.folder().directory();
      left.retainAll(workspace.chain().changed(new GitChanges(folder).since(request.since())));
    }
    if (request.range() != null) {
      Set<String> range = new HashSet<>(new LookPlaces(workspace).range(request.range(), "review"));
      left.retainAll(range);
    }
    return left;
  }

  private static String narrowing(Request request) {
    return (request.since() == null ? "" : " changed since " + request.since())
        + (request.range() == null ? "" : " in the range " + request.range());
  }

  private ReviewDocument document(
      Linted linted, List<String> reviewed, String scope, boolean together, ReviewPicture picture) {
    return new ReviewBuilder(
            workspace.chain().graph(),
            linted.plans(),
            linted.findings(),
            linted.statistics(),
            authors(reviewed),
            together)
        .build(reviewed, scope, Tool.name(), picture.graph());
  }

  /** By the path of each file as it is shown. */
  private Map<String, List<String>> authors(List<String> reviewed) {
    SchemaFolder folder = workspace.folder();
    Path root = folder.directory().toAbsolutePath().normalize();
    Map<String, List<String>> below = GitAuthors.below(folder.directory());
    Map<String, List<String>> authors = new HashMap<>();
    for (String id : reviewed) {
      String path = workspace.chain().location(id).path();
      Path file = folder.file(path).toAbsolutePath().normalize();
      List<String> names =
          file.startsWith(root)
              ? below.get(root.relativize(file).toString().replace('\\', '/'))
              : null;
      if (names != null) {
        authors.put(path, names);
      }
    }
    return authors;
  }
}
