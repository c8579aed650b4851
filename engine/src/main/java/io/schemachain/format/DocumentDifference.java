package io.schemachain.format;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** What differs between two documents in the canonical form, operation by operation. */
public final class DocumentDifference {
  /** Each takes four bytes while they are compared. */
  private static final long MOST_PAIRS = 1_000_000;

  private DocumentDifference() {}

  /**
   * The operations that only one of them has, in their order: a line each, {@code - } before those
   * of the first and {@code + } before those of the second. Where too many differ to be compared
   * with each other: the first of each, and a line that says how many follow.
   */
  public static List<String> lines(String before, String after) {
    List<String> old = operations(before);
    List<String> now = operations(after);
    int first = 0;
    while (first < old.size() && first < now.size() && old.get(first).equals(now.get(first))) {
      first++;
    }
    int oldEnd = old.size();
    int nowEnd = now.size();
    while (oldEnd > first && nowEnd > first && old.get(oldEnd - 1).equals(now.get(nowEnd - 1))) {
      oldEnd--;
      nowEnd--;
    }
    return between(old.subList(first, oldEnd), now.subList(first, nowEnd));
  }

  private static List<String> between(List<String> old, List<String> now) {
    if ((long) old.size() * now.size() > MOST_PAIRS) {
      return List.of(
          "- " + old.get(0),
          "+ " + now.get(0),
          "From there on "
              + old.size()
              + " operations were applied and "
              + now.size()
              + " stand there now: too many to compare.");
    }
    int[][] common = commonLengths(old, now);
    List<String> lines = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < old.size() || j < now.size()) {
      if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
        i++;
        j++;
      } else if (j == now.size() || (i < old.size() && common[i + 1][j] >= common[i][j + 1])) {
        lines.add("- " + old.get(i++));
      } else {
        lines.add("+ " + now.get(j++));
      }
    }
    return lines;
  }

  /** How many operations the two have in common from here on: the longest common subsequence. */
  private static int[][] commonLengths(List<String> old, List<String> now) {
    int[][] common = new int[old.size() + 1][now.size() + 1];
    for (int i = old.size() - 1; i >= 0; i--) {
      for (int j = now.size() - 1; j >= 0; j--) {
        common[i][j] =
            old.get(i).equals(now.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }

  /** {@code add_column: {…}}; a document that is not what we write is one operation. */
  private static List<String> operations(String document) {
    List<String> operations = new ArrayList<>();
    try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), document)) {
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        return List.of(document);
      }
      while (parser.nextToken() == JsonToken.START_OBJECT) {
        int start = (int) parser.currentTokenLocation().getCharOffset();
        String name = parser.nextName();
        parser.nextToken();
        int value = (int) parser.currentTokenLocation().getCharOffset();
        parser.skipChildren();
        parser.nextToken();
        int end = (int) parser.currentTokenLocation().getCharOffset();
        operations.add(
            name == null
                ? document.substring(start, end + 1)
                : name + ": " + document.substring(value, end));
      }
      return operations;
    } catch (JacksonException e) {
      // Somebody has written into the row: then all of it differs.
      return List.of(document);
    }
  }
}
