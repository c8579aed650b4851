package io.schemachain.dialect.oracle;

import io.schemachain.dialect.SqlCursor;
import io.schemachain.dialect.SqlSyntaxException;
import io.schemachain.dialect.StoredForm;
import io.schemachain.model.Check;
import io.schemachain.model.Column;
import io.schemachain.model.DataType;
import io.schemachain.model.DefaultValue;
import io.schemachain.model.Identity;
import io.schemachain.model.Index;
import io.schemachain.model.IndexPart;
import io.schemachain.model.NullsOrder;
import io.schemachain.model.Options;
import io.schemachain.model.ReferentialAction;
import io.schemachain.model.SchemaObject;
import io.schemachain.model.Sequence;
import io.schemachain.model.TableName;
import io.schemachain.model.View;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the catalog keeps. */
final class OracleStored extends StoredForm {
  /** Other words for types: "ANSI, DB2, and SQL/DS Data Types" of the SQL Language Reference. */
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("integer", "number(*,0)"),
          Map.entry("int", "number(*,0)"),
          Map.entry("smallint", "number(*,0)"),
          Map.entry("decimal", "number(*,0)"),
          Map.entry("dec", "number(*,0)"),
          Map.entry("numeric", "number(*,0)"),
          Map.entry("float", "float(126)"),
          Map.entry("double precision", "float(126)"),
          Map.entry("real", "float(63)"),
          Map.entry("char", "char(1 byte)"),
          Map.entry("nchar", "nchar(1)"),
          Map.entry("timestamp", "timestamp(6)"),
          Map.entry("timestamp with time zone", "timestamp(6)with time zone"),
          Map.entry("timestamp with local time zone", "timestamp(6)with local time zone"),
          Map.entry("interval day to second", "interval day(2)to second(6)"),
          Map.entry("interval year to month", "interval year(2)to month"),
          Map.entry("urowid", "urowid(4000)"));

  private static final Pattern NUMBER =
      Pattern.compile("(?:number|numeric|decimal|dec)\\((\\d+)(?:,(-?\\d+))?\\)");

  private static final Pattern CHARACTERS =
      Pattern.compile(
          "(varchar2|varchar|char|character varying|character)\\((\\d+)(?: (byte|char))?\\)(.*)");

  private static final List<String> WORDS_OF_INDEX =
      List.of("bitmap", "reverse", "invisible", "compress");

  private final OracleChecks checks;

  OracleStored(OracleDialect dialect) {
    super(dialect);
    this.checks = new OracleChecks(dialect);
  }

  // Columns

  /** A length without a word is one in bytes, unless the session says otherwise. */
  @Override
  protected String nativeType(String sql) {
    String type = super.nativeType(sql);
    String other = TYPES.get(type);
    if (other != null) {
      return other;
    }
    Matcher number = NUMBER.matcher(type);
    if (number.matches()) {
      String scale = number.group(2) == null ? "0" : number.group(2);
      return "number(" + number.group(1) + "," + scale + ")";
    }
    Matcher characters = CHARACTERS.matcher(type);
    if (characters.matches()) {
      String word = characters.group(1);
      String unit = characters.group(3) == null ? "byte" : characters.group(3);
      return (word.startsWith("var") || word.endsWith("varying") ? "varchar2" : "char")
          + ("(" + characters.group(2) + " " + unit + ")")
          + characters.group(4);
    }
    return type;
  }

  /** DEFAULT NULL is what a column has that had a default before. */
  @Override
  protected @Nullable DefaultValue defaultValue(DefaultValue value, DataType type) {
    boolean none =
        value instanceof DefaultValue.Expression expression
            && expression.sql().strip().equalsIgnoreCase("NULL");
    return none ? null : super.defaultValue(value, type);
  }

  /** Where a column counts from is where it was told to count on from, once it was. */
  @Override
  protected Identity identity(Identity identity) {
    return new Identity(identity.always(), 1L, identity.incrementOrDefault());
  }

  @Override
  public @Nullable Check impliedCheck(TableName table, Column column) {
    return checks.check(table, column);
  }

  // Keys and indexes

  @Override
  protected @Nullable ReferentialAction action(@Nullable ReferentialAction action) {
    return OracleRules.isNothing(action) ? null : action;
  }

  @Override
  protected IndexPart part(IndexPart part, Index index) {
    IndexPart.Options options = part.options();
    IndexPart form = super.part(part, index);
    boolean usual = options.nulls() == (options.descending() ? NullsOrder.FIRST : NullsOrder.LAST);
    return usual
        ? form.withOptions(new IndexPart.Options(options.descending(), null, null, null))
        : form;
  }

  /** The words of tables and indexes that the catalog is asked for. */
  @Override
  protected Options options(Options options) {
    Map<String, String> words = new TreeMap<>();
    if (options.is("organization", "index")) {
      words.put("organization", "index");
    }
    for (String word : WORDS_OF_INDEX) {
      String value = options.get(word);
      if (value != null && !value.equals("false") && !isOfTable(options)) {
        words.put(word, value.toLowerCase(Locale.ROOT));
      }
    }
    return Options.of(dialect().name(), words);
  }

  private static boolean isOfTable(Options options) {
    String compress = options.get("compress");
    return compress != null && !compress.matches("\\d+");
  }

  // Objects beside tables

  /** The catalog does not have the start of a sequence; two ends are its own. */
  @Override
  protected Sequence sequence(Sequence sequence) {
    Sequence form = super.sequence(sequence);
    Long cache = sequence.cache();
    return new Sequence(
        form.name(),
        null,
        form.increment(),
        form.minValue(),
        form.maxValue(),
        form.cycle(),
        cache == null && form.cycle()
            ? null
            : cache == null ? OracleSequences.DEFAULT_CACHE : cache);
  }

  /** The names of the columns are in the query where nobody gave them. */
  @Override
  protected SchemaObject of(SchemaObject object) {
    return object instanceof View view
        ? new View(
            view.name(),
            view.materialized(),
            List.of(),
            null,
            spaced(view.sql()),
            comment(view.comment()))
        : super.of(object);
  }

  private String spaced(String sql) {
    try {
      return SqlCursor.spaced(sql, dialect().lexis()).replaceFirst("(?<!;)(?: ?;)++$", "");
    } catch (SqlSyntaxException e) {
      return sql.strip();
    }
  }
}
