package io.schemachain.format;

import io.schemachain.model.Names;
import io.schemachain.model.Value;
import io.schemachain.operation.RowFile.Csv;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a CSV file: as many values in each as there are columns. */
final class CsvRows implements RowParser {
  private final CsvRecords records;
  private final String nullText;
  private final List<String> columns;

  /**
   * @param declared the columns that the document lists; null when the header names them
   */
  CsvRows(Reader in, Csv csv, @Nullable List<String> declared)
      throws IOException, RowSyntaxException {
    this.records = new CsvRecords(in, csv);
    this.nullText = csv.nullText();
    List<String> header = csv.header() ? header() : null;
    if (declared != null && header != null && !declared.equals(header)) {
      throw new RowSyntaxException(
          1,
          1,
          "The header is " + String.join(", ", header) + ", and not what 'columns' lists.",
          "Remove 'columns', or write csv: {header: false} where the file has no header.");
    }
    this.columns = List.copyOf(declared != null ? declared : header == null ? List.of() : header);
  }

  private List<String> header() throws IOException, RowSyntaxException {
    if (!records.next()) {
      throw new RowSyntaxException(1, 1, "The file is empty.", null);
    }
    List<String> names = new ArrayList<>(records.size());
    for (int i = 0; i < records.size(); i++) {
      String name = records.get(i);
      try {
        Names.requireName(name, "column");
      } catch (IllegalArgumentException e) {
        throw wrong(
            i,
            "The header has a name that is none: " + e.getMessage(),
            name.indexOf('\t') < 0
                ? null
                : "If its values are separated so, add csv: {delimiter: \"\\t\"}.");
      }
      if (Names.contains(names, name)) {
        throw wrong(i, "The header has " + name + " twice.", null);
      }
      names.add(name);
    }
    return names;
  }

  private RowSyntaxException wrong(int index, String message, @Nullable String hint) {
    return new RowSyntaxException(records.line(index), records.column(index), message, hint);
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public boolean next() throws IOException, RowSyntaxException {
    if (!records.next()) {
      return false;
    }
    if (records.size() != columns.size()) {
      boolean empty = records.size() == 1 && records.get(0).isEmpty() && !records.isQuoted(0);
      throw wrong(
          Math.min(records.size(), columns.size() + 1) - 1,
          empty
              ? "The line is empty."
              : "The row has "
                  + values(records.size())
                  + "; there are "
                  + columns.size()
                  + " columns: "
                  + String.join(", ", columns)
                  + ".",
          null);
    }
    return true;
  }

  private static String values(int count) {
    return count == 1 ? "1 value" : count + " values";
  }

  @Override
  public Value value(int index) {
    String text = records.get(index);
    return !records.isQuoted(index) && text.equals(nullText) ? Value.NULL : Value.text(text);
  }

  @Override
  public int line(int index) {
    return records.line(index);
  }

  @Override
  public int column(int index) {
    return records.column(index);
  }

  @Override
  public void close() throws IOException {
    records.close();
  }
}
