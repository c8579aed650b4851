package io.schemachain.maven;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.schemachain.command.Shown;
import io.schemachain.command.WholeFile;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where goes what a goal was asked for: whole, as UTF-8, and never through the log. */
final class GoalOutput {
  private static final Object STANDARD_OUTPUT = new Object();

  private GoalOutput() {}

  /**
   * @param file null for the process's own standard output; Maven redirects and encodes System.out
   */
  static void write(Shown shown, @Nullable Path file) {
    try {
      if (file == null) {
        writeToStandardOutput(shown);
      } else {
        WholeFile.replace(file, shown);
      }
    } catch (IOException | UncheckedIOException e) {
      String where = file == null ? "standard output" : file.toString();
      throw GoalException.cannotRun("Cannot write to " + where + ": " + e, e);
    }
  }

  /** The stream is not closed: the descriptor is the process's. */
  @SuppressWarnings("resource")
  private static void writeToStandardOutput(Shown shown) throws IOException {
    synchronized (STANDARD_OUTPUT) {
      System.out.flush();
      Writer out =
          new BufferedWriter(
              new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), UTF_8));
      LastCharacter last = new LastCharacter(out);
      shown.writeTo(last);
      if (last.isOpenLine() && Terminal.isPresent()) {
        out.write('\n');
      }
      out.flush();
    }
  }

  /** Notes whether a line was left open. */
  private static final class LastCharacter implements Appendable {
    private final Writer out;
    private char last = '\n';

    LastCharacter(Writer out) {
      this.out = out;
    }

    boolean isOpenLine() {
      return last != '\n';
    }

    @Override
    public Appendable append(CharSequence text) throws IOException {
      return append(text, 0, text.length());
    }

    @Override
    public Appendable append(CharSequence text, int start, int end) throws IOException {
      out.append(text, start, end);
      last = end > start ? text.charAt(end - 1) : last;
      return this;
    }

    @Override
    public Appendable append(char c) throws IOException {
      out.append(c);
      last = c;
      return this;
    }
  }
}
