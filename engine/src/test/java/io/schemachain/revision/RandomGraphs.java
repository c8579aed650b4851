package io.schemachain.revision;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Random graphs without mistakes: several bases, branches, merges, labels and dependencies. */
final class RandomGraphs {
  private final Random random;

  RandomGraphs(long seed) {
    this.random = new Random(seed);
  }

  /** The headers, of which none names one behind it. */
  List<RevisionHeader> headers(int size) {
    List<RevisionHeader> headers = new ArrayList<>();
    List<String> words = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      // The ids are in no order, so that neither is what is sorted by them.
      String id = "%04x".formatted(i * 40_503 & 0xffff) + i;
      List<String> labels = random.nextInt(5) == 0 ? List.of("label_" + i) : List.of();
      headers.add(
          TestGraph.header(
              "%04x.yaml".formatted(random.nextInt(0x10000)),
              id,
              parents(headers),
              labels,
              random.nextInt(5) == 0 ? some(words, 1 + random.nextInt(2)) : List.of()));
      words.add(id);
      words.addAll(labels);
    }
    return headers;
  }

  private List<String> parents(List<RevisionHeader> below) {
    List<String> ids = below.stream().map(RevisionHeader::id).toList();
    if (ids.isEmpty() || random.nextInt(12) == 0) {
      return List.of();
    }
    if (random.nextInt(5) == 0) {
      return some(ids, 2 + random.nextInt(3));
    }
    return some(random.nextBoolean() ? ids.subList(ids.size() - 1, ids.size()) : ids, 1);
  }

  /** Up to so many of these, each once. */
  List<String> some(List<String> all, int count) {
    Set<String> some = new TreeSet<>();
    for (int i = 0; i < count && !all.isEmpty(); i++) {
      some.add(one(all));
    }
    return List.copyOf(some);
  }

  <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  int below(int bound) {
    return random.nextInt(bound);
  }
}
