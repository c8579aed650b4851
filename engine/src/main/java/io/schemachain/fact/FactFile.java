package io.schemachain.fact;

import io.schemachain.dialect.DatabaseVersion;
import io.schemachain.fact.Lock.Blocked;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one database as they are written: lines of cells, in three parts. A mistake in one
 * is a mistake of ours and stops everything.
 *
 * @param locks by their words, the weakest first
 * @param sources by the short words that lines have for them
 */
record FactFile(Map<String, Lock> locks, Map<String, String> sources, List<Fact> facts) {
  private static final int CELLS = 7;
  private static final String NONE = "-";

  static FactFile read(String dialect) {
    String path = dialect + ".txt";
    try (InputStream in = FactFile.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("There are no facts of " + dialect + ".");
      }
      return new Reader(path).read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Reader {
    private final String path;
    private final Map<String, Lock> locks = new LinkedHashMap<>();
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final List<Fact> facts = new ArrayList<>();

    Reader(String path) {
      this.path = path;
    }

    FactFile read(String text) {
      String part = "";
      int number = 0;
      for (String line : text.split("\n", -1)) {
        number++;
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        try {
          if (line.startsWith("[")) {
            part = line.strip();
          } else {
            add(part, cells(line));
          }
        } catch (IllegalArgumentException e) {
          throw new IllegalStateException(path + ":" + number + ": " + e.getMessage(), e);
        }
      }
      return new FactFile(locks, sources, facts);
    }

    private static List<String> cells(String line) {
      List<String> cells = new ArrayList<>();
      for (String cell : line.split("\\|", -1)) {
        cells.add(cell.strip());
      }
      return cells;
    }

    private void add(String part, List<String> cells) {
      switch (part) {
        case "[locks]" -> addLock(cells);
        case "[sources]" -> sources.put(cells.get(0), cells.get(1));
        case "[facts]" -> facts.add(fact(cells));
        default -> throw new IllegalArgumentException("There is no part '" + part + "'.");
      }
    }

    private void addLock(List<String> cells) {
      Set<Blocked> blocks = EnumSet.noneOf(Blocked.class);
      if (!cells.get(1).equals(NONE)) {
        for (String word : cells.get(1).split(",", -1)) {
          blocks.add(Blocked.valueOf(word.strip().toUpperCase(Locale.ROOT)));
        }
      }
      locks.put(cells.get(0), new Lock(cells.get(0), blocks, locks.size()));
    }

    private Fact fact(List<String> cells) {
      if (cells.size() != CELLS) {
        throw new IllegalArgumentException("A line has " + CELLS + " cells.");
      }
      String form = cells.get(0);
      if (!Form.ALL.contains(form)) {
        throw new IllegalArgumentException("No operation has the form '" + form + "'.");
      }
      String[] versions = cells.get(1).split("-", -1);
      String algorithm = cells.get(5);
      return new Fact(
          form,
          version(versions[0]),
          version(versions[1]),
          lock(cells.get(2)),
          lock(cells.get(3)),
          Cost.of(cells.get(4)),
          algorithm.equals(NONE) ? null : algorithm,
          source(cells.get(6)));
    }

    private static @Nullable DatabaseVersion version(String text) {
      return text.isEmpty() ? null : DatabaseVersion.parse(text);
    }

    private @Nullable Lock lock(String word) {
      if (word.equals(NONE)) {
        return null;
      }
      Lock lock = locks.get(word);
      if (lock == null) {
        throw new IllegalArgumentException("There is no lock '" + word + "'.");
      }
      return lock;
    }

    private String source(String word) {
      String source = sources.get(word);
      if (source == null) {
        throw new IllegalArgumentException("There is no source '" + word + "'.");
      }
      return source;
    }
  }
}
