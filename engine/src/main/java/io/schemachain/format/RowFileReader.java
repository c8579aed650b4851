package io.schemachain.format;

import io.schemachain.format.YamlNode.Scalar;
import io.schemachain.operation.RowFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads {@code file} of an operation with rows, and what says how to read that file. */
final class RowFileReader {
  private static final String ENDINGS = ".csv, .tsv, .json, .jsonl or .ndjson";

  private RowFileReader() {}

  /** Null where there is none, where it is not for this dialect, and after an error. */
  static @Nullable RowFile read(Fields fields, ReferencedFiles files) {
    Reading reading = fields.reading();
    int before = reading.errors();
    String path = fields.textByDialect("file");
    List<String> columns = fields.names("columns");
    YamlNode csvNode = fields.node("csv");
    if (!fields.has("file")) {
      refuseWithoutFile(fields, columns != null, csvNode);
    }
    if (path == null) {
      return null;
    }
    YamlNode at = nodeOf(fields);
    if (!ExecuteReader.isInside(path)) {
      reading.error(
          at,
          "'" + path + "' is not a path inside the schema folder.",
          "Write it relative to that folder with forward slashes and without '..': data/x.csv");
      return null;
    }
    String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    boolean isCsv = ending.equals("csv") || ending.equals("tsv");
    if (!isCsv && !List.of("json", "jsonl", "ndjson").contains(ending)) {
      reading.error(at, "A file of rows ends in " + ENDINGS + ".", "Rename " + path + ".");
      return null;
    }
    RowFile.Csv csv = isCsv ? csv(reading, csvNode, usualDelimiter(path)) : null;
    if (!isCsv && csvNode != null) {
      reading.error(csvNode, "'csv' is for CSV, and " + path + " is JSON.", null);
    }
    if (csv != null && !csv.header() && columns == null) {
      reading.error(at, "Without a header the file needs 'columns'.", "List them in order.");
    }
    return reading.errors() != before || reading.isLenient()
        ? null
        : scan(reading, at, files, new RowFile.Written(path, columns, csv));
  }

  static char usualDelimiter(String path) {
    return path.toLowerCase(Locale.ROOT).endsWith(".tsv") ? '\t' : ',';
  }

  private static void refuseWithoutFile(Fields fields, boolean columns, @Nullable YamlNode csv) {
    if (columns || csv != null) {
      fields
          .reading()
          .error(
              fields.source(),
              "'columns' and 'csv' are for rows in a file.",
              "Add 'file', or remove them.");
    }
  }

  private static YamlNode nodeOf(Fields fields) {
    YamlNode node = fields.node("file");
    return node == null ? fields.source() : node;
  }

  private static RowFile.Csv csv(Reading reading, @Nullable YamlNode node, char delimiter) {
    RowFile.Csv otherwise = new RowFile.Csv(delimiter, '"', true, "");
    Fields fields = node == null ? null : Fields.of(reading, node, "csv");
    if (fields == null) {
      return otherwise;
    }
    char separator = character(fields, "delimiter", delimiter);
    char quote = character(fields, "quote", '"');
    boolean header = fields.flag("header", true);
    String nullText = fields.text("null_text");
    fields.finish();
    if (separator == quote) {
      reading.error(fields.source(), "'delimiter' and 'quote' of csv are the same.", null);
    }
    String text = nullText == null ? "" : nullText;
    if (text.indexOf(separator) >= 0 || text.indexOf(quote) >= 0 || text.indexOf('\n') >= 0) {
      reading.error(
          fields.source(),
          "'null_text' of csv has a delimiter, a quote or a line end in it.",
          null);
    }
    return new RowFile.Csv(separator, quote, header, text);
  }

  private static char character(Fields fields, String key, char otherwise) {
    YamlNode node = fields.node(key);
    if (node == null) {
      return otherwise;
    }
    if (node instanceof Scalar scalar && scalar.text().length() == 1) {
      char c = scalar.text().charAt(0);
      if (c != '\n' && c != '\r' && c != '\0' && !Character.isSurrogate(c)) {
        return c;
      }
    }
    fields
        .reading()
        .error(
            node,
            "'" + key + "' of csv is one character.",
            "Write for example \";\", or \"\\t\" for a tab.");
    return otherwise;
  }

  private static @Nullable RowFile scan(
      Reading reading, YamlNode at, ReferencedFiles files, RowFile.Written written) {
    String path = written.path();
    try {
      StoredRows rows = StoredRows.scan(files, written);
      if (rows.count() == 0) {
        reading.error(at, "The file " + path + " has no rows.", null);
        return null;
      }
      return rows;
    } catch (RowSyntaxException e) {
      reading.error(
          StoredRows.location(files, path, e.line(), e.column()),
          String.valueOf(e.getMessage()),
          e.hint());
    } catch (CharacterCodingException e) {
      reading.error(
          StoredRows.location(files, path, Utf8.firstWrongLine(files, path), 0),
          "The file is not UTF-8.",
          "Save it as UTF-8.");
    } catch (IOException e) {
      reading.error(at, "The file " + path + " cannot be read.", e.getMessage());
    }
    return null;
  }
}
