package io.schemachain.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Texts that would like to be something else than a text. */
final class HostileTexts {
  /** What a statement that got out would do: the table must be there afterwards. */
  private static final String DROP = "DROP TABLE canary;";

  /** What no database holds. */
  static final List<String> NOWHERE = List.of("a\0b", "a\ud800", "\udc00b");

  private HostileTexts() {}

  /**
   * Each alone.
   *
   * @param pwned a file that no client may make
   */
  static List<String> all(Path pwned) {
    List<String> texts = new ArrayList<>(pieces(pwned));
    for (String quote : List.of("'", "''", "\"", "`", "]", "\\'", "\\\"", "\\\\'", "*/", "$$")) {
      texts.add("a" + quote + "; " + DROP + " --");
      texts.add("a" + quote + ");\n" + DROP + "\n/*");
    }
    texts.add("a\n" + DROP + "\n");
    texts.add("a\r" + DROP + "\r");
    texts.add("a\r\n" + DROP + "\r\n");
    texts.add("'".repeat(20));
    texts.add("\\".repeat(21));
    texts.add("long ".repeat(13_107));
    texts.add("\n'".repeat(32_768));
    texts.add("\\;é😀".repeat(8_192));
    return texts;
  }

  /** Some pieces in a row. */
  static String random(Random random, Path pwned) {
    List<String> pieces = pieces(pwned);
    StringBuilder text = new StringBuilder();
    for (int n = 1 + random.nextInt(5); n > 0; n--) {
      text.append(pieces.get(random.nextInt(pieces.size())));
      text.append(List.of("", "", " ", "\n", ";", "a").get(random.nextInt(6)));
    }
    return text.toString();
  }

  private static List<String> pieces(Path pwned) {
    String touch = "touch " + pwned;
    return List.of(
        "'",
        "''",
        "\"",
        "\"\"",
        "`",
        "``",
        "[",
        "]",
        "]]",
        "\\",
        "\\\\",
        "\\'",
        ";",
        ";;",
        "\n",
        "\r",
        "\r\n",
        "\t",
        "\u001a",
        "\u007f",
        "\u0085",
        "*/",
        "/*",
        "/*!50000 x */",
        "--",
        "-- x",
        "-",
        "#",
        "${x}",
        "$${x}",
        "${",
        "$$",
        "$tag$",
        "$schemachain$",
        "$(var)",
        ":name",
        ":'name'",
        ":\"name\"",
        "?",
        "?1",
        "{d '2020-01-01'}",
        "{",
        "}",
        "\\gexec",
        "\\! " + touch,
        "\n\\! " + touch + "\n",
        "\n.shell " + touch + "\n",
        "\nsystem " + touch + "\n",
        "\n.quit\n",
        "\nGO\n",
        "\ngo 5\n",
        "\n/\n",
        "\n.\n",
        "&var",
        "&&var.",
        "\nDELIMITER //\n",
        "delimiter $$",
        "@file",
        "\n@file\n",
        "@@x",
        "\n:r file\n",
        "\n!!" + touch + "\n",
        "%s",
        "%1$s%n",
        "%USER%",
        "\u202e",
        "\u2066",
        "\u200b",
        "\u200d",
        "\ufeff",
        "\u2028",
        "😀",
        "\u0430dmin", // A Cyrillic letter.
        "ＤＲＯＰ",
        "e\u0301",
        "ß",
        "İ",
        "ﬁ",
        " ",
        " a ",
        "NULL",
        "null",
        "~",
        "true",
        "0x41",
        "1e10",
        "x'41'",
        "N'a'",
        "E'\\n'",
        "U&'\\0041'",
        "q'[a]'",
        ".",
        "..",
        "a.b",
        "../x",
        "*",
        "%",
        "_",
        "=",
        "@",
        "!");
  }
}
