package io.schemachain.dialect;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.Value;
import io.schemachain.operation.Row;
import io.schemachain.operation.RowFile;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a file on their way into a table. Their statements are made one at a time, whenever they
 * are wanted; a script prints them, a run sends them, or the same rows by {@link #copy}.
 */
public final class RowLoad {
  /** Of one statement, about: every server takes as many. */
  private static final int CHARACTERS = 1 << 18;

  private final String title;
  private final RowFile file;
  private final int rowsPerInsert;
  private final Function<List<Row>, String> insert;
  private final @Nullable CopyIn copy;

  /**
   * @param title what it is called where people read it, and in the journal
   * @param insert one statement for rows, of which there is at least one
   * @param copy the database's own way to take rows, where its driver has one
   */
  RowLoad(
      String title,
      RowFile file,
      int rowsPerInsert,
      Function<List<Row>, String> insert,
      @Nullable CopyIn copy) {
    this.title = requireNonNull(title, "title");
    this.file = requireNonNull(file, "file");
    this.rowsPerInsert = rowsPerInsert;
    this.insert = requireNonNull(insert, "insert");
    this.copy = copy;
  }

  /** What is loaded, by how many rows of which file. */
  static String title(String what, RowFile file) {
    return what
        + ": "
        + file.count()
        + " rows of "
        + file.written().path()
        + ", SHA-256 "
        + file.sha256();
  }

  public String title() {
    return title;
  }

  public @Nullable CopyIn copy() {
    return copy;
  }

  /** The rows as the stream that {@link #copy} wants; to be closed. */
  public InputStream stream(CopyIn copyIn) {
    return new CopyStream(copyIn, file.open());
  }

  /** The statements, from the first; to be closed. */
  public Statements statements() {
    return new Statements();
  }

  /** A statement at a time. */
  public final class Statements implements AutoCloseable {
    private final RowFile.Cursor rows = file.open();
    private boolean more = rows.next();

    /** The next one, null behind the last. */
    public @Nullable String next() {
      if (!more) {
        return null;
      }
      List<Row> batch = new ArrayList<>();
      int characters = 0;
      while (more && batch.size() < rowsPerInsert && characters < CHARACTERS) {
        List<Value> values = new ArrayList<>(file.columns().size());
        for (int i = 0; i < file.columns().size(); i++) {
          Value value = rows.value(i);
          characters += length(value);
          values.add(value);
        }
        batch.add(new Row(file.columns(), values));
        more = rows.next();
      }
      return insert.apply(batch);
    }

    @Override
    public void close() {
      rows.close();
    }
  }

  private static int length(Value value) {
    final int punctuation = 4;
    if (value instanceof Value.Text text) {
      return text.text().length() + punctuation;
    }
    return value instanceof Value.Json json ? json.text().length() + punctuation : punctuation;
  }
}
