package io.schemachain.dialect;

import io.schemachain.model.DataType;
import io.schemachain.model.DataTypes;
import io.schemachain.model.TypeKind;
import io.schemachain.model.TypeSyntaxException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What each portable type is called on one database: one line per type. {@code {n}} stands for
 * length, precision or fractional digits, {@code {s}} for the scale.
 */
public final class TypeTable {
  private static final Pattern NUMBERS = Pattern.compile("\\([0-9]+(,[0-9]+)?\\)");

  private final String database;
  private final Map<TypeKind, String> names = new EnumMap<>(TypeKind.class);
  private final Map<TypeKind, String> refusals = new EnumMap<>(TypeKind.class);

  public TypeTable(String database) {
    this.database = database;
  }

  public TypeTable type(TypeKind kind, String pattern) {
    names.put(kind, pattern);
    return this;
  }

  /** The database has no such type; the hint says what to use. */
  public TypeTable refuse(TypeKind kind, String hint) {
    refusals.put(kind, hint);
    return this;
  }

  /**
   * @throws UnsupportedFeatureException if the database has no such type
   */
  public String render(DataType.Scalar type) {
    String pattern = names.get(type.kind());
    if (pattern == null) {
      throw new UnsupportedFeatureException(
          database, "the type " + type.kind().word(), refusals.get(type.kind()));
    }
    String name = pattern;
    if (type.length() != null) {
      name = name.replace("{n}", type.length().toString());
    }
    return type.scale() == null ? name : name.replace("{s}", type.scale().toString());
  }

  /**
   * The portable type that is called so, whatever the case and the white space; the first of
   * several, null for none.
   */
  public @Nullable DataType find(String name) {
    String wanted = plain(name);
    for (Map.Entry<TypeKind, String> entry : names.entrySet()) {
      Matcher matcher = NUMBERS.matcher(wanted);
      boolean numbered = entry.getValue().contains("{n}");
      String written = entry.getKey().word();
      if (numbered && matcher.find()) {
        written += matcher.group();
      }
      DataType.Scalar type = parsed(written);
      if (type != null && plain(render(type)).equals(wanted)) {
        return type;
      }
    }
    return null;
  }

  /** Null for a length that no document can write, or that is not there and must be. */
  private static DataType.@Nullable Scalar parsed(String written) {
    try {
      return DataTypes.parse(written);
    } catch (TypeSyntaxException e) {
      return null;
    }
  }

  private static String plain(String name) {
    return name.strip()
        .toUpperCase(Locale.ROOT)
        .replaceAll("\\s+", " ")
        .replaceAll(" ?([(),]) ?", "$1");
  }
}
