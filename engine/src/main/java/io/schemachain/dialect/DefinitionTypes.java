package io.schemachain.dialect;

import io.schemachain.model.DataType;
import io.schemachain.model.DataTypes;
import io.schemachain.model.DefaultValue;
import io.schemachain.model.TypeKind;
import io.schemachain.model.TypeSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Types and constants in the words of the model, where it has words for them. */
final class DefinitionTypes {
  private static final Pattern NUMBERS = Pattern.compile("\\([0-9]+( ?, ?[0-9]+)?\\)");
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

  /** Words that only ever follow another one. */
  private static final Set<String> FURTHER =
      Set.of(
          "PRECISION",
          "VARYING",
          "WITH TIME ZONE",
          "WITHOUT TIME ZONE",
          "LARGE OBJECT",
          "SECOND",
          "UNSIGNED",
          "ZEROFILL",
          "SIGNED");

  private final SqlWords words;
  private final DefinitionContext context;
  private final StoredForm stored;

  DefinitionTypes(SqlWords words, DefinitionContext context) {
    this.words = words;
    this.context = context;
    this.stored = context.dialect().storedForm();
  }

  /** The type that comes next. */
  DataType take() {
    StringBuilder text = new StringBuilder(words.takeOne());
    while (words.takeIf(".")) {
      text.append('.').append(words.takeOne());
    }
    further(text);
    if (words.isNext("(")) {
      text.append('(').append(words.takeEnclosed()).append(')');
      further(text);
    }
    if (context.isFolded() && words.takeIf("ARRAY")) {
      text.append(" array");
    }
    int dimensions = 0;
    while (context.isPostgresql() && words.takeIf("[")) {
      words.take("]");
      dimensions++;
    }
    if (context.isPostgresql() && dimensions == 0 && words.takeIf("ARRAY")) {
      dimensions = 1;
    }
    if (dimensions > 1) {
      return new DataType.Native(context.text(text.toString()) + "[]".repeat(dimensions));
    }
    DataType element = of(context.text(text.toString()));
    if (dimensions == 0) {
      return element;
    }
    return element instanceof DataType.Native
        ? new DataType.Native(context.text(text.toString()) + "[]")
        : new DataType.Array(element);
  }

  private void further(StringBuilder text) {
    boolean found = true;
    while (found) {
      found = false;
      for (String word : FURTHER) {
        if (words.takeIf(word)) {
          text.append(' ').append(word.toLowerCase(Locale.ROOT));
          found = true;
        }
      }
    }
  }

  private DataType of(String text) {
    String name = text.startsWith("\"") ? text.substring(1, text.length() - 1) : text;
    if (context.isEnumType(name)) {
      return new DataType.Enumeration(context.name(text), List.of());
    }
    DataType given = new DataType.Native(text);
    for (TypeKind kind : TypeKind.values()) {
      for (DataType candidate : candidates(kind, text)) {
        if (isSame(candidate, given)) {
          return candidate;
        }
      }
    }
    return given;
  }

  /** With the numbers that are written, without, and with what a database may mean by none. */
  private static List<DataType> candidates(TypeKind kind, String text) {
    List<String> written = new ArrayList<>();
    Matcher numbers = NUMBERS.matcher(text);
    if (numbers.find()) {
      written.add(kind.word() + numbers.group().replace(" ", ""));
    }
    written.add(kind.word());
    if (DataTypes.takesPrecision(kind)) {
      written.add(kind.word() + "(0)");
    }
    return written.stream().flatMap(one -> parsed(one).stream()).toList();
  }

  /** Empty where no type can be written so. */
  private static Optional<DataType> parsed(String written) {
    try {
      return Optional.of(DataTypes.parse(written));
    } catch (TypeSyntaxException e) {
      return Optional.empty();
    }
  }

  private boolean isSame(DataType candidate, DataType given) {
    try {
      return stored.type(candidate).equals(stored.type(given));
    } catch (UnsupportedFeatureException e) {
      return false;
    }
  }

  /** A constant where the type is one of the model's and the value is plain. */
  DefaultValue defaultValue(String sql, DataType type) {
    boolean isText = sql.matches("'(?:[^']|'')*+'");
    String inner = isText ? sql.substring(1, sql.length() - 1).replace("''", "'") : sql;
    if (type instanceof DataType.Enumeration && isText) {
      return new DefaultValue.Constant(inner);
    }
    if (type instanceof DataType.Scalar scalar) {
      if (isText && scalar.kind().isCharacter() && inner.indexOf('\\') < 0) {
        return new DefaultValue.Constant(inner);
      }
      if (scalar.kind().isNumber() && NUMBER.matcher(inner).matches()) {
        return new DefaultValue.Constant(inner);
      }
      if (scalar.kind() == TypeKind.BOOLEAN && inner.matches("(?i)true|1")) {
        return new DefaultValue.Constant("true");
      }
      if (scalar.kind() == TypeKind.BOOLEAN && inner.matches("(?i)false|0")) {
        return new DefaultValue.Constant("false");
      }
    }
    return new DefaultValue.Expression(context.text(sql));
  }
}
