package io.schemachain.golden;

import java.util.List;

/** The difference between two texts, line by line. */
final class LineDiff {
  private LineDiff() {}

  /** Lines of both texts in order: {@code -} only expected, {@code +} only there, else both. */
  static String of(String expected, String actual) {
    List<String> left = expected.lines().toList();
    List<String> right = actual.lines().toList();
    int[][] common = new int[left.size() + 1][right.size() + 1];
    for (int i = left.size() - 1; i >= 0; i--) {
      for (int j = right.size() - 1; j >= 0; j--) {
        common[i][j] =
            left.get(i).equals(right.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    StringBuilder out = new StringBuilder();
    int i = 0;
    int j = 0;
    while (i < left.size() || j < right.size()) {
      if (i < left.size() && j < right.size() && left.get(i).equals(right.get(j))) {
        out.append("  ").append(left.get(i++)).append('\n');
        j++;
      } else if (j == right.size() || (i < left.size() && common[i + 1][j] >= common[i][j + 1])) {
        out.append("- ").append(left.get(i++)).append('\n');
      } else {
        out.append("+ ").append(right.get(j++)).append('\n');
      }
    }
    return out.toString();
  }
}
