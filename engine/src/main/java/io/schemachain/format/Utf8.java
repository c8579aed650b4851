package io.schemachain.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Finds what is no UTF-8. */
final class Utf8 {
  private static final int PIECE = 1 << 13;

  private Utf8() {}

  /**
   * The number of the first line that is not UTF-8; the last one that can be read where the file
   * cannot be read any more.
   */
  static int firstWrongLine(ReferencedFiles files, String path) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer bytes = ByteBuffer.allocate(PIECE);
    CharBuffer characters = CharBuffer.allocate(PIECE);
    int number = 1;
    try (InputStream in = files.open(path)) {
      boolean end = false;
      while (!end) {
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        end = read < 0;
        bytes.position(bytes.position() + Math.max(read, 0));
        bytes.flip();
        // What stands before a mistake is given with it.
        CoderResult result = decoder.decode(bytes, characters, end);
        characters.flip();
        number += (int) characters.chars().filter(c -> c == '\n').count();
        if (result.isError()) {
          return number;
        }
        characters.clear();
        bytes.compact();
      }
    } catch (IOException e) {
      return number;
    }
    return number;
  }
}
