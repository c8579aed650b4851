package io.schemachain.format;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** Finds what is no UTF-8. */
final class Utf8 {
  private Utf8() {}

  /** The number of the first line that is not UTF-8; 1 where the file cannot be read any more. */
  static int firstWrongLine(ReferencedFiles files, String path) {
    int number = 1;
    // Character by character: of a longer piece nothing is given that stands before the mistake.
    try (Reader reader =
        new InputStreamReader(
            new BufferedInputStream(files.open(path)), StandardCharsets.UTF_8.newDecoder())) {
      for (int c = reader.read(); c >= 0; c = reader.read()) {
        number += c == '\n' ? 1 : 0;
      }
    } catch (IOException e) {
      return number;
    }
    return number;
  }
}
