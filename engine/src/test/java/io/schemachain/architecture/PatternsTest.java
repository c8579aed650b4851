package io.schemachain.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every regular expression of the engine on long texts that repeat what expressions go back over:
 * none takes long, and none ends the stack.
 */
final class PatternsTest {
  private static final Path CLASSES = Path.of("target/classes");
  private static final int LENGTH = Integer.getInteger("pattern.length", 1_000_000);
  private static final long MOST_NANOS = Long.getLong("pattern.nanos", 3_000_000_000L);

  private static final List<String> REPEATED =
      List.of(
          "'", "''a", "\"", "\"\"a", "`", "\\", "\\a", "(", "()", "((a", "a", "a ", "A_", "0", "0.",
          " ", "\n", " \n", "--\n", "-- a\n\n", "/*", "/**/", "N'", "E'a", "a=", "[", "[]", "a,",
          "1, ", "'a', ", "::a", "a.a", "?a=", "&a", ":", "/a:", "@", "with ", "go\n", "$(", "${a",
          "-", "+", "\r", "\t", "é", "U&'", "AS ", "x'0");

  @Test
  void no_pattern_takes_long_or_ends_the_stack() throws IOException, ReflectiveOperationException {
    List<String> slow = new ArrayList<>();
    int seen = 0;
    for (Field field : patterns()) {
      seen++;
      Pattern pattern = (Pattern) field.get(null);
      for (String repeated : REPEATED) {
        String text = repeated.repeat(LENGTH / repeated.length());
        for (String start : List.of("", "'", "(", "a")) {
          if (!quick(pattern, start + text + "\u0001")) {
            slow.add(field.getDeclaringClass().getSimpleName() + "." + field.getName() + " " + pattern
                + " on " + start + repeated.replace("\n", "\\n"));
            break;
          }
        }
      }
    }
    assertThat(seen).isGreaterThan(50);
    assertThat(slow).isEmpty();
  }

  @SuppressWarnings("ReturnValueIgnored")
  private static boolean quick(Pattern pattern, String text) {
    Watched watched = new Watched(text, System.nanoTime() + MOST_NANOS);
    try {
      pattern.matcher(watched).matches();
      pattern.matcher(watched).lookingAt();
      pattern.matcher(watched).find();
      return true;
    } catch (StackOverflowError | TooSlow e) {
      return false;
    }
  }

  private static List<Field> patterns() throws IOException, ReflectiveOperationException {
    List<Field> fields = new ArrayList<>();
    try (Stream<Path> files = Files.walk(CLASSES)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
        String name = CLASSES.relativize(file).toString().replace('/', '.');
        if (name.endsWith("-info.class")) {
          continue;
        }
        Class<?> type = Class.forName(name.substring(0, name.length() - ".class".length()));
        for (Field field : type.getDeclaredFields()) {
          if (field.getType() == Pattern.class && Modifier.isStatic(field.getModifiers())) {
            field.setAccessible(true);
            fields.add(field);
          }
        }
      }
    }
    return fields;
  }

  private static final class TooSlow extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** A text that ends a search that takes too long. */
  private static final class Watched implements CharSequence {
    private final String text;
    private final long end;
    private int reads;

    Watched(String text, long end) {
      this.text = text;
      this.end = end;
    }

    @Override
    public char charAt(int index) {
      if ((++reads & 0xfffff) == 0 && System.nanoTime() > end) {
        throw new TooSlow();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int last) {
      return text.substring(start, last);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
