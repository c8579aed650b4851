package io.schemachain.dialect.h2;

import io.schemachain.dialect.StoredForm;
import io.schemachain.model.Column;
import io.schemachain.model.DataType;
import io.schemachain.model.DefaultValue;
import io.schemachain.model.Identity;
import io.schemachain.model.Index;
import io.schemachain.model.IndexPart;
import io.schemachain.model.ReferentialAction;
import io.schemachain.model.Sequence;
import io.schemachain.model.TypeKind;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the catalog keeps. */
final class H2Stored extends StoredForm {
  /** The names of types that have several: h2database.com/html/datatypes.html. */
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("int", "integer"),
          Map.entry("int4", "integer"),
          Map.entry("mediumint", "integer"),
          Map.entry("signed", "integer"),
          Map.entry("int2", "smallint"),
          Map.entry("int8", "bigint"),
          Map.entry("dec", "numeric"),
          Map.entry("decimal", "numeric"),
          Map.entry("double", "double precision"),
          Map.entry("float", "double precision"),
          Map.entry("float4", "real"),
          Map.entry("float8", "double precision"),
          Map.entry("bool", "boolean"),
          Map.entry("bit", "boolean"),
          Map.entry("char", "character"),
          Map.entry("nchar", "character"),
          Map.entry("varchar", "character varying"),
          Map.entry("nvarchar", "character varying"),
          Map.entry("varchar2", "character varying"),
          Map.entry("nvarchar2", "character varying"),
          Map.entry("longvarchar", "character varying"),
          Map.entry("char varying", "character varying"),
          Map.entry("clob", "character large object"),
          Map.entry("nclob", "character large object"),
          Map.entry("char large object", "character large object"),
          Map.entry("varbinary", "binary varying"),
          Map.entry("longvarbinary", "binary varying"),
          Map.entry("bytea", "binary varying"),
          Map.entry("raw", "binary varying"),
          Map.entry("blob", "binary large object"),
          Map.entry("image", "binary large object"),
          Map.entry("datetime", "timestamp"),
          Map.entry("smalldatetime", "timestamp"),
          Map.entry("object", "java_object"),
          Map.entry("other", "java_object"));

  private static final Set<String> TEXTS =
      Set.of("text", "tinytext", "mediumtext", "longtext", "ntext");

  private static final Pattern NAME =
      Pattern.compile("([a-z_0-9]+(?: [a-z_0-9]+)*+)(.*)", Pattern.DOTALL);

  private static final Pattern NO_SCALE = Pattern.compile("^numeric\\((\\d+)\\)$");

  /** A string, or white space outside strings. */
  private static final Pattern JSON_TOKEN = Pattern.compile("(\"(?:[^\"\\\\]|\\\\.)*+\"?)|\\s+");

  private final H2Features features;

  H2Stored(H2Dialect dialect) {
    super(dialect);
    this.features = dialect.features();
  }

  @Override
  protected String nativeType(String sql) {
    String type = super.nativeType(sql);
    Matcher matcher = NAME.matcher(type);
    String named = matcher.matches() ? named(matcher.group(1)) + matcher.group(2) : type;
    return withDigits(NO_SCALE.matcher(named).replaceFirst("numeric($1,0)"));
  }

  private String named(String name) {
    if (TEXTS.contains(name)) {
      return features.textsAreStrings() ? "character varying" : "character large object";
    }
    return TYPES.getOrDefault(name, name);
  }

  /** Where nothing is said of digits, or as much as nothing. */
  private static String withDigits(String type) {
    return switch (type) {
      case "character", "binary" -> type + "(1)";
      case "time" -> "time(0)";
      case "time with time zone" -> "time(0)with time zone";
      case "timestamp", "timestamp without time zone" -> "timestamp(6)";
      case "timestamp with time zone" -> "timestamp(6)with time zone";
      default -> type;
    };
  }

  /** A JSON text is kept without white space between its tokens. */
  @Override
  protected @Nullable DefaultValue defaultValue(DefaultValue value, DataType type) {
    boolean json = type.is(TypeKind.JSON) && value instanceof DefaultValue.Constant;
    return super.defaultValue(
        json ? new DefaultValue.Constant(compact(((DefaultValue.Constant) value).text())) : value,
        type);
  }

  private static String compact(String json) {
    return JSON_TOKEN.matcher(json).replaceAll("$1");
  }

  /** Where a column counts from is lost when it is told to count on from elsewhere. */
  @Override
  protected Identity identity(Identity identity) {
    return new Identity(identity.always(), 1L, identity.incrementOrDefault());
  }

  @Override
  protected @Nullable String collation(Column column) {
    return null;
  }

  @Override
  protected IndexPart part(IndexPart part, Index index) {
    IndexPart.Options options = part.options();
    boolean isDefault = options.nulls() == H2CatalogKeys.defaultOrder(options.descending());
    return super.part(
        isDefault
            ? part.withOptions(new IndexPart.Options(options.descending(), null, null, null))
            : part,
        index);
  }

  @Override
  protected @Nullable ReferentialAction action(@Nullable ReferentialAction action) {
    return action == features.unsaidAction() ? null : super.action(action);
  }

  @Override
  protected Sequence sequence(Sequence sequence) {
    return H2Sequences.plain(sequence);
  }
}
