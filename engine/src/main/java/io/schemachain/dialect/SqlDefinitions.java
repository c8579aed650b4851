package io.schemachain.dialect;

import static java.util.Objects.requireNonNull;

import io.schemachain.introspect.MadeUpName;
import io.schemachain.model.TableName;
import io.schemachain.operation.Companion;
import io.schemachain.operation.Operation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads SQL that defines a schema, as people and databases write it down. Every word is understood
 * or the statement is a mistake; what is read is published in format-spec, {@code
 * docs/sql-model.md}.
 */
public final class SqlDefinitions {
  private final Dialect dialect;
  private final DefinitionContext context;
  private final List<Defined> defined = new ArrayList<>();
  private final List<MadeUpName> madeUp = new ArrayList<>();
  private final List<Companion> companions = new ArrayList<>();
  private final List<Mistake> mistakes = new ArrayList<>();

  private SqlDefinitions(Dialect dialect, Rules rules) {
    this.dialect = requireNonNull(dialect, "dialect");
    this.context = new DefinitionContext(dialect, rules);
  }

  /**
   * How a text is understood.
   *
   * @param namer names what the text leaves unnamed
   * @param names which of its names mean nothing
   * @param types the enum types of all texts, folded
   * @param companions whether the rows that are inserted, and the casts, are taken as what goes
   *     along with a table or a type; otherwise they are mistakes
   */
  public record Rules(
      ConstraintNamer namer, WrittenNames names, Set<String> types, boolean companions) {
    public Rules {
      requireNonNull(namer, "namer");
      requireNonNull(names, "names");
      types = Set.copyOf(types);
    }
  }

  /**
   * What a statement makes.
   *
   * @param offset of the statement
   */
  public record Defined(Operation operation, int offset) {}

  /**
   * What is wrong.
   *
   * @param offset of the word that is not understood
   */
  public record Mistake(String message, @Nullable String hint, int offset) {}

  /**
   * A comment that says a former name.
   *
   * @param column null for the table itself
   * @param formerName empty for a part that is new
   */
  public record Renamed(TableName table, @Nullable String column, Optional<String> formerName) {}

  /** What a text says. After mistakes the rest is not complete. */
  public record Reading(
      List<Defined> defined,
      List<Renamed> renamed,
      List<MadeUpName> madeUp,
      List<Companion> companions,
      List<Mistake> mistakes) {
    public Reading {
      defined = List.copyOf(defined);
      renamed = List.copyOf(renamed);
      madeUp = List.copyOf(madeUp);
      companions = List.copyOf(companions);
      mistakes = List.copyOf(mistakes);
    }
  }

  /** The names, folded, of the enum types that a text creates. */
  public static List<String> enumTypes(String text, Dialect dialect) {
    List<String> types = new ArrayList<>();
    try {
      for (SqlSplitter.Part part : SqlSplitter.split(text, dialect.lexis())) {
        SqlWords words = new SqlWords(part.text(), dialect.lexis());
        if (words.takeIf("CREATE TYPE")) {
          TableName name = new SqlNames(dialect).table(words);
          types.add(name.name().toLowerCase(Locale.ROOT));
        }
      }
    } catch (SqlSyntaxException | NotUnderstoodException e) {
      return types; // Whoever reads the text says what is wrong with it.
    }
    return types;
  }

  /** Reads a text. */
  public static Reading read(String text, Dialect dialect, Rules rules) {
    return new SqlDefinitions(dialect, rules).read(text);
  }

  private Reading read(String text) {
    DefinitionPlaces places = new DefinitionPlaces();
    List<Renamed> renamed = new ArrayList<>();
    try {
      for (SqlSplitter.Part part : SqlSplitter.split(text, dialect.lexis())) {
        read(part, places);
      }
      renamed.addAll(new RenameComments(text, dialect, context, places).read(mistakes));
    } catch (SqlSyntaxException e) {
      boolean isCommand = "\\.".indexOf(text.charAt(e.offset())) >= 0;
      mistakes.add(
          new Mistake(
              requireNonNull(e.getMessage()),
              isCommand ? "Remove the line: only SQL is read." : e.hint(),
              e.offset()));
    }
    mistakes.sort(Comparator.comparingInt(Mistake::offset));
    return new Reading(defined, renamed, madeUp, companions, mistakes);
  }

  private void read(SqlSplitter.Part part, DefinitionPlaces places) {
    SqlWords words = new SqlWords(part.text(), dialect.lexis());
    int start = part.offset() + words.offset();
    places.startStatement(part.offset());
    Optional<Mistake> foreign = OtherStatements.mistake(words, context, start);
    if (foreign.isPresent()) {
      mistakes.add(foreign.get());
      return;
    }
    try {
      DefinitionCompanions beside = new DefinitionCompanions(words, context);
      if (beside.isNext()) {
        companions.add(beside.take());
        return;
      }
      DefinitionStatement statement = new DefinitionStatement(words, context, places);
      for (Operation operation : statement.read()) {
        defined.add(new Defined(operation, start));
      }
      madeUp.addAll(statement.madeUp());
    } catch (NotUnderstoodException e) {
      mistakes.add(notUnderstood(words, part.offset(), e.hint()));
    } catch (SqlSyntaxException e) {
      mistakes.add(new Mistake(requireNonNull(e.getMessage()), e.hint(), start));
    } catch (IllegalArgumentException e) {
      mistakes.add(new Mistake(String.valueOf(e.getMessage()), null, start));
    }
  }

  private static Mistake notUnderstood(SqlWords words, int offset, @Nullable String hint) {
    String message =
        words.atEnd()
            ? "The statement ends before it is complete."
            : "`" + words.peekOne() + "` is not understood here.";
    return new Mistake(
        message,
        hint == null
            ? "Write it in another way, or move what it defines to a model file in YAML: a target"
                + " can have both."
            : hint,
        offset + words.offset());
  }
}
