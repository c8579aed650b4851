package io.schemachain.jpa;

import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.WrittenNames;
import io.schemachain.model.Names;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.TableName;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The names that providers make up for constraints and indexes without one, by the shapes that
 * their sources give them. A name of another shape was given by a person.
 */
final class ProviderNames {
  /**
   * Hibernate's {@code NamingHelper} and {@code Constraint}: a prefix, and an MD5 sum in base 35,
   * whose digits end at y. {@code UK_} is for one column in 5.x. Without quotes the case is the
   * database's.
   */
  private static final Pattern HASHED =
      Pattern.compile("(?:FK|UK_?|IDX)(?=.*[0-9].*[0-9])[0-9a-y]{22,25}", Pattern.CASE_INSENSITIVE);

  private final int longest;

  private ProviderNames(int longest) {
    this.longest = longest;
  }

  /**
   * Those of a provider.
   *
   * @param provider as in {@link SchemaScript.Written}
   * @param dialect that it writes for
   */
  static WrittenNames of(String provider, Dialect dialect) {
    return provider.startsWith("EclipseLink")
        ? new ProviderNames(EclipseLink.longestName(dialect))::isOfEclipseLink
        : (kind, table, columns, name) -> HASHED.matcher(name).matches();
  }

  /** {@code FK_table_column}, {@code UNQ_table_0} and {@code INDEX_table_column_column}. */
  private boolean isOfEclipseLink(
      ObjectKind kind, TableName table, List<String> columns, String name) {
    String owner = table.name();
    return switch (kind) {
      case FOREIGN_KEY -> columns.stream().anyMatch(column -> is(name, "FK_", owner, "_", column));
      case UNIQUE -> {
        String number = name.replaceFirst("^.*?([0-9]*)$", "$1");
        yield IntStream.range(0, number.length())
            .anyMatch(start -> is(name, "UNQ_", owner, "", number.substring(start)));
      }
      case INDEX -> Names.same(name, "INDEX_" + owner + "_" + String.join("_", columns));
      default -> false;
    };
  }

  /**
   * Whole, or as {@code TableDefinition} of EclipseLink shortens what is too long: without the
   * prefix, then without as many other characters and vowels as have to go, then cut. Quotes count.
   */
  private boolean is(String name, String prefix, String table, String between, String last) {
    String whole = prefix + table + "_" + last;
    if (Names.same(name, whole)) {
      return true;
    }
    int quoted = longest - 2;
    if (whole.length() <= quoted || name.length() > longest) {
      return false;
    }
    if (Names.same(name, table + between + last)) {
      return true;
    }
    String rest = skeleton(last);
    String shortened = skeleton(name);
    return name.length() >= quoted
        && !name.toUpperCase(Locale.ROOT).startsWith(prefix)
        && shortened.endsWith(rest)
        && skeleton(table).startsWith(shortened.substring(0, shortened.length() - rest.length()));
  }

  /** What is left of a name without vowels and all that is no letter or digit. */
  private static String skeleton(String name) {
    return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]|[AEIOU]", "");
  }
}
