package io.schemachain.format;

import io.schemachain.model.Names;
import io.schemachain.model.Value;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * The rows of a JSON file: objects in a list, or one after the other, each with the same keys in
 * any order.
 */
final class JsonRows implements RowParser {
  private final JsonParser parser;
  private final List<String> columns;
  private final boolean inList;
  private final @Nullable Value[] values;
  private final int[] lines;
  private final int[] starts;

  /** Whether the first row was read, for its keys. */
  private boolean hasFirst;

  /**
   * @param declared the columns that the document lists; null when the first object names them
   */
  JsonRows(Reader in, @Nullable List<String> declared) throws RowSyntaxException {
    JsonFactory factory =
        JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                StreamReadConstraints.builder().maxStringLength(CsvRecords.MAX_VALUE).build())
            .build();
    parser = factory.createParser(ObjectReadContext.empty(), in);
    try {
      JsonToken token = parser.nextToken();
      inList = token == JsonToken.START_ARRAY;
      if (inList) {
        token = parser.nextToken();
      }
      List<String> names = new ArrayList<>();
      List<Value> first = new ArrayList<>();
      List<TokenStreamLocation> places = new ArrayList<>();
      if (token != null && token != JsonToken.END_ARRAY) {
        requireObject(token);
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          names.add(name());
          requireFew(names);
          parser.nextToken();
          places.add(parser.currentTokenLocation());
          first.add(value());
        }
        hasFirst = true;
      }
      columns = List.copyOf(declared == null ? names : declared);
      values = new Value[columns.size()];
      lines = new int[columns.size()];
      starts = new int[columns.size()];
      for (int i = 0; i < names.size(); i++) {
        put(names.get(i), first.get(i), places.get(i));
      }
      if (hasFirst) {
        requireAll();
      }
    } catch (JacksonException e) {
      throw syntax(e);
    }
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public boolean next() throws RowSyntaxException {
    if (hasFirst) {
      hasFirst = false;
      return true;
    }
    try {
      JsonToken token = parser.currentToken() == null ? null : parser.nextToken();
      if (inList && token == JsonToken.END_ARRAY) {
        if (parser.nextToken() != null) {
          throw here("There is something behind the list.", null);
        }
        return false;
      }
      if (token == null) {
        return false;
      }
      row(token);
      return true;
    } catch (JacksonException e) {
      throw syntax(e);
    }
  }

  private void row(JsonToken token) throws RowSyntaxException {
    requireObject(token);
    Arrays.fill(values, null);
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = name();
      parser.nextToken();
      TokenStreamLocation place = parser.currentTokenLocation();
      put(name, value(), place);
    }
    requireAll();
  }

  private void requireFew(List<String> names) throws RowSyntaxException {
    if (names.size() > CsvRecords.MAX_VALUES) {
      throw here("A row has more than " + CsvRecords.MAX_VALUES + " values.", null);
    }
  }

  private void requireObject(JsonToken token) throws RowSyntaxException {
    if (token != JsonToken.START_OBJECT) {
      throw here("A row is an object: {\"column\": value}.", null);
    }
  }

  private String name() throws RowSyntaxException {
    String name = parser.currentName();
    try {
      return Names.requireName(name, "column");
    } catch (IllegalArgumentException e) {
      throw here("This is no name of a column: " + e.getMessage(), null);
    }
  }

  private void put(String name, Value value, TokenStreamLocation place) throws RowSyntaxException {
    int index = columns.indexOf(name);
    if (index < 0) {
      throw new RowSyntaxException(
          place.getLineNr(),
          place.getColumnNr(),
          "The row has a value for "
              + name
              + ", and the columns are "
              + String.join(", ", columns)
              + ".",
          "Every object of a file has the same keys.");
    }
    values[index] = value;
    lines[index] = place.getLineNr();
    starts[index] = place.getColumnNr();
  }

  private void requireAll() throws RowSyntaxException {
    for (int i = 0; i < values.length; i++) {
      if (values[i] == null) {
        throw here(
            "The row has no value for " + columns.get(i) + ".",
            "Every object of a file has the same keys: write null for NULL.");
      }
    }
  }

  private Value value() throws RowSyntaxException {
    JsonToken token = parser.currentToken();
    return switch (token) {
      case VALUE_NULL -> Value.NULL;
      case START_OBJECT, START_ARRAY -> new Value.Json(nested());
      default -> Value.text(parser.getString());
    };
  }

  /** Without white space; numbers and the order of keys as written. */
  private String nested() throws RowSyntaxException {
    StringBuilder out = new StringBuilder();
    int depth = 0;
    boolean first = true;
    JsonToken token = parser.currentToken();
    while (true) {
      boolean closes = token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY;
      if (!first && !closes) {
        out.append(',');
      }
      first = false;
      switch (token) {
        case START_OBJECT, START_ARRAY -> {
          out.append(token.asString());
          depth++;
          first = true;
        }
        case END_OBJECT, END_ARRAY -> {
          out.append(token.asString());
          depth--;
        }
        case PROPERTY_NAME -> {
          CanonicalForm.string(out, parser.currentName());
          out.append(':');
          first = true;
        }
        case VALUE_STRING -> CanonicalForm.string(out, parser.getString());
        default -> out.append(parser.getString());
      }
      if (depth == 0) {
        return out.toString();
      }
      if (out.length() > CsvRecords.MAX_VALUE) {
        throw here("A value has more than " + CsvRecords.MAX_VALUE + " characters.", null);
      }
      token = parser.nextToken();
    }
  }

  @Override
  public Value value(int index) {
    return Objects.requireNonNull(values[index]);
  }

  @Override
  public int line(int index) {
    return lines[index];
  }

  @Override
  public int column(int index) {
    return starts[index];
  }

  private RowSyntaxException here(String message, @Nullable String hint) {
    TokenStreamLocation place = parser.currentTokenLocation();
    return new RowSyntaxException(place.getLineNr(), place.getColumnNr(), message, hint);
  }

  private static RowSyntaxException syntax(JacksonException e) {
    TokenStreamLocation place = e.getLocation();
    return new RowSyntaxException(
        place == null ? 1 : Math.max(1, place.getLineNr()),
        place == null ? 1 : Math.max(1, place.getColumnNr()),
        "This is no JSON: " + e.getOriginalMessage(),
        null);
  }

  @Override
  public void close() {
    parser.close();
  }
}
