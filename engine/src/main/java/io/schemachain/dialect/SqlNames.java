package io.schemachain.dialect;

import io.schemachain.dialect.SqlLexis.Trait;
import io.schemachain.model.TableName;
import java.util.Locale;
import net.sf.jsqlparser.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * Names in SQL text as the model has them. A name is understood where what we would write for it is
 * the same name to the database.
 */
final class SqlNames {
  private final Identifiers identifiers;
  private final SqlLexis lexis;
  private final DdlSemantics.BareNames bareNames;

  SqlNames(Dialect dialect) {
    this.identifiers = dialect.identifiers();
    this.lexis = dialect.lexis();
    this.bareNames = dialect.ddlSemantics().bareNames();
  }

  /**
   * @param written with its quotation marks, if it has some
   */
  String name(@Nullable String written) {
    if (written == null || written.isEmpty()) {
      throw new NotUnderstoodException();
    }
    boolean isQuoted = written.length() > 1 && isQuotationMark(written.charAt(0));
    String name = isQuoted ? quoted(written) : bare(written);
    if (name.isEmpty() || identifiers.isTooLong(name)) {
      throw new NotUnderstoodException();
    }
    return name;
  }

  TableName table(@Nullable Table table) {
    if (table == null) {
      throw new NotUnderstoodException();
    }
    String schema = table.getSchemaName();
    return new TableName(schema == null ? null : name(schema), name(table.getName()));
  }

  /** A table that comes next. */
  TableName table(SqlWords words) {
    String first = name(words.takeOne());
    return words.takeIf(".") ? new TableName(first, name(words.takeOne())) : TableName.of(first);
  }

  /** A table as it is written, for {@link SqlWords}. */
  static String words(@Nullable Table table) {
    if (table == null) {
      throw new NotUnderstoodException();
    }
    return table.getSchemaName() == null
        ? table.getName()
        : table.getSchemaName() + "." + table.getName();
  }

  private boolean isQuotationMark(char first) {
    return switch (first) {
      case '"' -> !lexis.has(Trait.DOUBLE_QUOTE_IS_STRING);
      // Backticks are for compatibility where double quotation marks fold: H2 folds within them.
      case '`' -> lexis.has(Trait.BACKTICKS) && bareNames == DdlSemantics.BareNames.AS_WRITTEN;
      case '[' -> lexis.has(Trait.BRACKETS);
      default -> false;
    };
  }

  private String quoted(String written) {
    char close = written.charAt(0) == '[' ? ']' : written.charAt(0);
    String inner = written.substring(1, written.length() - 1);
    String name = inner.replace(("" + close).repeat(2), "" + close);
    boolean wouldBeFolded =
        bareNames == DdlSemantics.BareNames.UPPER_CASE && identifiers.quote(name).equals(name);
    if (wouldBeFolded) {
      throw new NotUnderstoodException(
          "In quotation marks it is another name than "
              + name
              + ", which the database keeps in upper case, and the model has that one alone: leave"
              + " the quotation marks out; for entities, hibernate.globally_quoted_identifiers and"
              + " those in annotations.");
    }
    return name;
  }

  private String bare(String written) {
    if (!written.matches("[A-Za-z_][A-Za-z0-9_$]*")) {
      throw new NotUnderstoodException();
    }
    if (bareNames == DdlSemantics.BareNames.AS_WRITTEN) {
      return written;
    }
    String name = written.toLowerCase(Locale.ROOT);
    boolean wouldBeQuoted = !identifiers.quote(name).equals(name);
    if (wouldBeQuoted && bareNames == DdlSemantics.BareNames.UPPER_CASE) {
      throw new NotUnderstoodException(
          "As a name the word is written in quotation marks here: choose another name.");
    }
    return name;
  }
}
