package io.schemachain.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.dialect.Dialects;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Every pattern of the engine is asked about long texts: none may try so many ways to read them
 * that it does not end, and none may need a stack as deep as the text is long.
 */
final class RegularExpressionsTest {
  private static final int LENGTH = 1 << 15;
  private static final int STACK = 512 * 1024;

  /** What each text begins with, so that patterns with a fixed start get beyond it. */
  private static final List<String> STARTS =
      List.of(
          "",
          "x",
          "0",
          "'",
          "\"",
          "(",
          "//",
          "--",
          "/*",
          "jdbc:x:y:z/",
          "ALTER TABLE ",
          "ALTER TABLE x ALTER COLUMN x ",
          "BEGIN EXECUTE IMMEDIATE '",
          "FOR VALUES FROM (");

  private static final List<String> REPEATED =
      List.of(
          " ", "\n", "(", ")", "'", "\"", "`", "[", "/", "*", "-", ":", ",", ";", "=", "@", ".",
          "0", "a", "A", "_", "\\", "[]", "()", "(0)", "/*", "/**/", "--\n", "-- \n", " ;", "a ",
          "0,", "a.", "a, ", "a=", "a='b',", "'a' ", "\"\\", "//a", "@a:");

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void all_of_them_end() throws Exception {
    Map<String, Pattern> patterns = patterns();
    assertThat(patterns).hasSizeGreaterThan(50).containsKey("io.schemachain.plan.Repeatable.CALL");
    List<String> texts = new ArrayList<>();
    for (String start : STARTS) {
      REPEATED.forEach(unit -> texts.add(start + unit.repeat(LENGTH / unit.length()) + "\u0001"));
    }
    List<String> failed = new ArrayList<>();
    Thread thread =
        new Thread(
            null,
            () -> patterns.forEach((name, pattern) -> ask(name, pattern, texts, failed)),
            "patterns",
            STACK);
    thread.setDaemon(true);
    thread.start();
    thread.join();
    assertThat(failed).isEmpty();
  }

  private static void ask(String name, Pattern pattern, List<String> texts, List<String> failed) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    for (String text : texts) {
      long start = threads.getCurrentThreadCpuTime();
      try {
        pattern.matcher(text).matches();
      } catch (StackOverflowError e) {
        failed.add(name + " needs too deep a stack for " + text.substring(0, 20));
        return;
      }
      if (threads.getCurrentThreadCpuTime() - start > TimeUnit.SECONDS.toNanos(1)) {
        failed.add(name + " takes too long for " + text.substring(0, 20));
        return;
      }
    }
  }

  private static Map<String, Pattern> patterns()
      throws IOException, URISyntaxException, ReflectiveOperationException {
    Path classes =
        Path.of(Dialects.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<String> names;
    try (Stream<Path> files = Files.walk(classes)) {
      names =
          files
              .map(file -> classes.relativize(file).toString())
              .filter(file -> file.endsWith(".class") && !file.endsWith("-info.class"))
              .map(file -> file.replace(".class", "").replace('/', '.'))
              .toList();
    }
    Map<String, Pattern> patterns = new TreeMap<>();
    for (String name : names) {
      for (Field field : Class.forName(name).getDeclaredFields()) {
        if (Modifier.isStatic(field.getModifiers())) {
          field.setAccessible(true);
          add(patterns, name + "." + field.getName(), field.get(null));
        }
      }
    }
    return patterns;
  }

  private static void add(Map<String, Pattern> patterns, String name, Object value) {
    if (value instanceof Pattern pattern) {
      patterns.put(name, pattern);
    } else if (value instanceof Map<?, ?> map) {
      add(patterns, name, map.keySet());
      add(patterns, name, map.values());
    } else if (value instanceof Iterable<?> several) {
      int number = 0;
      for (Object one : several) {
        add(patterns, name + " " + number++, one);
      }
    }
  }
}
