package io.schemachain.command;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** Writes the plain values of a {@link CommandResult#report} as a JSON document. */
public final class Json {
  private static final JsonFactory FACTORY = new JsonFactory();

  private Json() {}

  /**
   * One object, indented by two blanks, in the order of the map; LF line ends, one at the end.
   *
   * @param content texts, numbers, booleans, nulls, collections and maps with texts as keys; the
   *     text of any other value is written
   */
  public static String document(Map<String, ?> content) {
    StringWriter out = new StringWriter();
    try (JsonGenerator generator = FACTORY.createGenerator(new Indented(), out)) {
      write(generator, content);
    }
    return out.append('\n').toString();
  }

  /** An array of the same. */
  public static String array(Collection<?> content) {
    StringWriter out = new StringWriter();
    try (JsonGenerator generator = FACTORY.createGenerator(new Indented(), out)) {
      write(generator, content);
    }
    return out.append('\n').toString();
  }

  private static void write(JsonGenerator out, @Nullable Object value) {
    if (value == null) {
      out.writeNull();
    } else if (value instanceof Map<?, ?> map) {
      out.writeStartObject();
      map.forEach(
          (name, element) -> {
            out.writeName(String.valueOf(name));
            write(out, element);
          });
      out.writeEndObject();
    } else if (value instanceof Collection<?> elements) {
      out.writeStartArray();
      elements.forEach(element -> write(out, element));
      out.writeEndArray();
    } else if (value instanceof Boolean truth) {
      out.writeBoolean(truth);
    } else if (value instanceof BigDecimal number) {
      out.writeNumber(number);
    } else if (value instanceof BigInteger number) {
      out.writeNumber(number);
    } else if (value instanceof Integer || value instanceof Long || value instanceof Short) {
      out.writeNumber(((Number) value).longValue());
    } else if (value instanceof Double || value instanceof Float) {
      out.writeNumber(((Number) value).doubleValue());
    } else {
      out.writeString(value.toString());
    }
  }

  private static final class Indented extends ObjectWriteContext.Base {
    private static final DefaultIndenter TWO_BLANKS = new DefaultIndenter("  ", "\n");

    private final PrettyPrinter printer =
        new DefaultPrettyPrinter()
            .withObjectIndenter(TWO_BLANKS)
            .withArrayIndenter(TWO_BLANKS)
            .createInstance();

    @Override
    public boolean hasPrettyPrinter() {
      return true;
    }

    @Override
    public PrettyPrinter getPrettyPrinter() {
      return printer;
    }
  }
}
