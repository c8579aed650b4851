package io.schemachain.dialect;

import io.schemachain.dialect.SqlDefinitions.Mistake;
import io.schemachain.dialect.SqlDefinitions.Renamed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code -- renamed_from: old_name}, above or behind what has been renamed. */
final class RenameComments {
  private static final Pattern COMMENT = Pattern.compile("(?:--|#|//)\\s*renamed_from\\b(.*)");
  private static final Pattern VALUE = Pattern.compile("\\s*:\\s*(\\S+)\\s*");

  private final String text;
  private final Dialect dialect;
  private final DefinitionContext context;
  private final DefinitionPlaces places;
  private final Set<DefinitionPlaces.Place> said = new HashSet<>();

  RenameComments(String text, Dialect dialect, DefinitionContext context, DefinitionPlaces places) {
    this.text = text;
    this.dialect = dialect;
    this.context = context;
    this.places = places;
  }

  /**
   * Reads all of them.
   *
   * @param mistakes takes what is wrong; where a statement was not understood its comments are left
   *     alone
   */
  List<Renamed> read(List<Mistake> mistakes) {
    List<Renamed> renamed = new ArrayList<>();
    boolean complete = mistakes.isEmpty();
    SqlScanner scanner = new SqlScanner(text, dialect.lexis());
    List<SqlToken> waiting = new ArrayList<>();
    SqlToken last = null;
    SqlToken word = null;
    SqlToken token = scanner.next();
    while (true) {
      if (token.kind() == SqlToken.Kind.COMMENT) {
        if (isRename(token)) {
          if (last != null && isSameLine(last, token)) {
            SqlToken owner = last.isSymbol(",") && word != null ? word : last;
            add(token, places.around(owner.start()), renamed, mistakes, complete);
          } else {
            waiting.add(token);
          }
        }
      } else {
        for (SqlToken comment : waiting) {
          add(comment, places.startingAt(token.start()), renamed, mistakes, complete);
        }
        waiting.clear();
        word = last;
        last = token;
      }
      if (token.isEnd()) {
        return renamed;
      }
      token = scanner.next();
    }
  }

  private boolean isRename(SqlToken comment) {
    return COMMENT.matcher(text.substring(comment.start(), comment.end())).lookingAt();
  }

  private boolean isSameLine(SqlToken before, SqlToken comment) {
    return text.substring(before.end(), comment.start()).indexOf('\n') < 0;
  }

  private void add(
      SqlToken comment,
      Optional<DefinitionPlaces.Place> place,
      List<Renamed> renamed,
      List<Mistake> mistakes,
      boolean complete) {
    Matcher matcher = COMMENT.matcher(text.substring(comment.start(), comment.end()));
    Matcher value = VALUE.matcher(matcher.lookingAt() ? matcher.group(1) : "");
    String former = value.matches() ? name(value.group(1)) : null;
    if (former == null) {
      mistakes.add(
          new Mistake(
              "The comment names no former name.",
              "Write `-- renamed_from: old_name`, or `-- renamed_from: null` for a new part.",
              comment.start()));
    } else if (place.isEmpty()) {
      if (complete) {
        mistakes.add(
            new Mistake(
                "`renamed_from` belongs to nothing here.",
                "Write it behind a column or behind the parenthesis of CREATE TABLE, or alone in the"
                    + " line above one of them.",
                comment.start()));
      }
    } else if (!said.add(place.get())) {
      mistakes.add(new Mistake("`renamed_from` is said twice.", "Leave one.", comment.start()));
    } else {
      renamed.add(
          new Renamed(
              place.get().table(),
              place.get().column(),
              former.isEmpty() ? Optional.empty() : Optional.of(former)));
    }
  }

  /** Empty for {@code null}, null for what is no name. */
  private @Nullable String name(String written) {
    try {
      return written.equals("null") ? "" : context.name(written);
    } catch (NotUnderstoodException e) {
      return null;
    }
  }
}
