package io.schemachain.target;

import static java.util.Objects.requireNonNull;

import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.Located;
import io.schemachain.diagnostic.SourceLocation;
import io.schemachain.diagnostic.SourceText;
import io.schemachain.dialect.ConstraintNamer;
import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.SqlDefinitions;
import io.schemachain.diff.Renames;
import io.schemachain.format.Binding;
import io.schemachain.format.GeneratedNames;
import io.schemachain.introspect.MadeUpName;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.TableName;
import io.schemachain.operation.Companion;
import io.schemachain.operation.ObjectOperations;
import io.schemachain.operation.Operation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Files of SQL that define a schema. */
public final class SqlSource implements TargetSource {
  private final String title;
  private final List<SourceText> files;
  private final Function<Dialect, Binding> binding;
  private final SqlAuthor author;

  /**
   * SQL that people wrote.
   *
   * @param title for people
   * @param binding whose naming convention names what SQL leaves unnamed
   */
  public SqlSource(String title, List<SourceText> files, Function<Dialect, Binding> binding) {
    this(title, files, binding, SqlAuthor.PEOPLE);
  }

  /** The same of another author. */
  public SqlSource(
      String title, List<SourceText> files, Function<Dialect, Binding> binding, SqlAuthor author) {
    this.author = requireNonNull(author, "author");
    this.title = requireNonNull(title, "title");
    this.files = List.copyOf(files);
    this.binding = requireNonNull(binding, "binding");
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public TargetParts read(Dialect dialect, Diagnostics diagnostics) {
    Set<String> types = new HashSet<>();
    files.forEach(file -> types.addAll(SqlDefinitions.enumTypes(file.content(), dialect)));
    SqlDefinitions.Rules rules =
        new SqlDefinitions.Rules(
            namer(binding.apply(dialect)), author.names(), types, author.companions());
    List<Located<Operation>> operations = new ArrayList<>();
    Map<TableName, Optional<String>> tables = new HashMap<>();
    Map<Renames.ColumnName, Optional<String>> columns = new HashMap<>();
    Set<MadeUpName> madeUp = new HashSet<>();
    List<Companion> companions = new ArrayList<>();
    for (SourceText file : files) {
      Lines lines = new Lines(file);
      SqlDefinitions.Reading reading = SqlDefinitions.read(file.content(), dialect, rules);
      for (SqlDefinitions.Mistake mistake : reading.mistakes()) {
        diagnostics.error(lines.at(mistake.offset()), mistake.message(), mistake.hint());
      }
      for (SqlDefinitions.Defined one : reading.defined()) {
        operations.add(new Located<>(one.operation(), lines.at(one.offset())));
      }
      for (SqlDefinitions.Renamed one : reading.renamed()) {
        if (one.column() == null) {
          tables.put(one.table(), one.formerName());
        } else {
          columns.put(new Renames.ColumnName(one.table(), one.column()), one.formerName());
        }
      }
      madeUp.addAll(reading.madeUp());
      companions.addAll(reading.companions());
    }
    return new TargetParts(
        operations, new Renames(tables, columns), kinds(operations), madeUp, companions);
  }

  private static ConstraintNamer namer(Binding binding) {
    GeneratedNames names = new GeneratedNames(binding.naming(), binding.maxNameLength());
    return (kind, table, columns, referred) ->
        switch (kind) {
          case PRIMARY_KEY -> names.primaryKey(table, columns);
          case UNIQUE -> names.unique(table, columns);
          case FOREIGN_KEY ->
              names.foreignKey(table, columns, requireNonNull(referred, "referred"));
          case INDEX -> names.index(table, columns);
          default -> names.check(table, columns);
        };
  }

  /** The kinds of which there is at least one object, and those of the author. */
  private Set<ObjectKind> kinds(List<Located<Operation>> operations) {
    Set<ObjectKind> kinds = EnumSet.noneOf(ObjectKind.class);
    kinds.addAll(author.kinds());
    for (Located<Operation> one : operations) {
      ObjectOperations.created(one.value()).ifPresent(object -> kinds.add(object.kind()));
    }
    return kinds;
  }

  /** Offsets of a text, asked for in any order, as lines and columns. */
  private static final class Lines {
    private final SourceText text;
    private final List<Integer> starts = new ArrayList<>(List.of(0));

    Lines(SourceText text) {
      this.text = text;
      String content = text.content();
      for (int i = content.indexOf('\n'); i >= 0; i = content.indexOf('\n', i + 1)) {
        starts.add(i + 1);
      }
    }

    SourceLocation at(int offset) {
      int found = Collections.binarySearch(starts, offset);
      int line = found >= 0 ? found : -found - 2;
      return new SourceLocation(text, line + 1, offset - starts.get(line) + 1);
    }
  }
}
