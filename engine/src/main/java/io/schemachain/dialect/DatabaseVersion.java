package io.schemachain.dialect;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A database version, as far as SQL depends on it. */
public record DatabaseVersion(int major, int minor) implements Comparable<DatabaseVersion> {
  private static final Pattern FORM =
      Pattern.compile("(\\d{1,6})(?:\\.(\\d{1,6}))?(?:[.\\-+ ].*)?");

  public static DatabaseVersion of(int major, int minor) {
    return new DatabaseVersion(major, minor);
  }

  /**
   * Reads {@code 14}, {@code 8.0}, {@code 11.4.5-MariaDB}: what stands behind the second number
   * does not count.
   *
   * @throws IllegalArgumentException if the text does not start with a number
   */
  public static DatabaseVersion parse(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException("'" + text + "' is not a version such as 14 or 8.0.");
    }
    String minor = matcher.group(2);
    return new DatabaseVersion(
        Integer.parseInt(matcher.group(1)), minor == null ? 0 : Integer.parseInt(minor));
  }

  public boolean atLeast(int otherMajor, int otherMinor) {
    return compareTo(of(otherMajor, otherMinor)) >= 0;
  }

  @Override
  public int compareTo(DatabaseVersion other) {
    int byMajor = Integer.compare(major, other.major);
    return byMajor != 0 ? byMajor : Integer.compare(minor, other.minor);
  }

  @Override
  public String toString() {
    return minor == 0 ? Integer.toString(major) : major + "." + minor;
  }
}
