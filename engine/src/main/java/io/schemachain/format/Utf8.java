package io.schemachain.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Finds what is no UTF-8. */
final class Utf8 {
  private Utf8() {}

  /** The number of the first line that is not UTF-8; 1 where the file cannot be read any more. */
  static int firstWrongLine(ReferencedFiles files, String path) {
    try (InputStream in = files.open(path)) {
      byte[] line = new byte[1 << 10];
      int length = 0;
      int number = 1;
      byte[] buffer = new byte[1 << 13];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        for (int i = 0; i < read; i++) {
          if (buffer[i] != '\n') {
            line = length == line.length ? Arrays.copyOf(line, 2 * length) : line;
            line[length++] = buffer[i];
          } else if (isWrong(line, length)) {
            return number;
          } else {
            length = 0;
            number++;
          }
        }
      }
      return number;
    } catch (IOException e) {
      return 1;
    }
  }

  private static boolean isWrong(byte[] bytes, int length) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length));
      return false;
    } catch (CharacterCodingException e) {
      return true;
    }
  }
}
