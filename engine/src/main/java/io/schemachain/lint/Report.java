package io.schemachain.lint;

import static java.util.Objects.requireNonNull;

import io.schemachain.diagnostic.SourceLocation;
import io.schemachain.format.OperationText;
import io.schemachain.model.TableName;
import io.schemachain.operation.Operation;
import io.schemachain.revision.RevisionHeader;
import io.schemachain.revision.Suppression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes what rules find, and gives each finding its level. */
public final class Report {
  private final LintSettings settings;
  private final Suppressions suppressions;
  private final List<Finding> findings = new ArrayList<>();
  private @Nullable Rule rule;

  Report(LintSettings settings, Suppressions suppressions) {
    this.settings = requireNonNull(settings, "settings");
    this.suppressions = requireNonNull(suppressions, "suppressions");
  }

  void begin(Rule next) {
    rule = next;
  }

  /** Something about an operation; it counts once {@link Draft#fix} says what to do. */
  public Draft at(OperationSite site, String message) {
    return new Draft(
        site.planned().location(),
        site.revision().header(),
        site.planned().title(),
        message,
        List.of(site.dialect().name()),
        site);
  }

  /** Something about a revision as a whole. */
  public Draft at(RevisionSite site, String message) {
    return new Draft(
        site.header().location(),
        site.header(),
        null,
        message,
        List.of(site.dialect().name()),
        null);
  }

  /** Something about the chain, at a place of one of its revisions. */
  public Draft at(RevisionHeader revision, SourceLocation location, String message) {
    return new Draft(location, revision, null, message, List.of(), null);
  }

  /** A finding that is not complete yet. */
  public final class Draft {
    private final SourceLocation location;
    private final RevisionHeader revision;
    private final @Nullable String operation;
    private final String message;
    private final List<String> dialects;
    private final @Nullable OperationSite site;
    private @Nullable TableName sized;
    private @Nullable String rewrite;
    private boolean online;

    Draft(
        SourceLocation location,
        RevisionHeader revision,
        @Nullable String operation,
        String message,
        List<String> dialects,
        @Nullable OperationSite site) {
      this.location = location;
      this.revision = revision;
      this.operation = operation;
      this.message = message;
      this.dialects = dialects;
      this.site = site;
    }

    /**
     * The longer the table, the worse: nothing for a small one, an error for a large one, where
     * somebody measured it.
     */
    public Draft growsWith(TableName table) {
      sized = requireNonNull(table, "table");
      return this;
    }

    /** The author's own operation, written safely. */
    public Draft rewrite(List<Operation> operations) {
      rewrite = OperationText.of(operations);
      return this;
    }

    /** The same as YAML, where it is more than operations, such as two revisions. */
    public Draft rewrite(String yaml) {
      rewrite = requireNonNull(yaml, "yaml");
      return this;
    }

    /** {@code strategy: online} on the operation is what to do. */
    public Draft online() {
      online = true;
      return this;
    }

    /** What to do, a sentence; with it the finding is reported. */
    public void fix(String fix) {
      Rule found = requireNonNull(rule, "a rule");
      // Also where settings or sizes keep it quiet: they may be others tomorrow.
      Suppression suppression = suppressions.of(found, revision, location, site);
      Level level = settings.level(found, revision);
      Long rows = null;
      if (sized != null && site != null && level != Level.OFF) {
        Optional<Long> known = site.rows(sized);
        if (known.isPresent()) {
          rows = known.get();
          if (rows < settings.smallTable()) {
            return;
          }
          if (rows >= settings.largeTable()) {
            level = Level.ERROR;
          }
        }
      }
      if (level == Level.OFF) {
        return;
      }
      findings.add(
          new Finding(
              found,
              level,
              location,
              revision,
              operation,
              message,
              fix,
              rewrite,
              online,
              dialects,
              rows,
              suppression));
    }
  }

  List<Finding> findings() {
    return findings;
  }
}
