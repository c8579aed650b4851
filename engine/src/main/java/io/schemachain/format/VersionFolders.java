package io.schemachain.format;

import io.schemachain.format.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code versions} of the settings: folders of which none is in another. */
final class VersionFolders {
  private VersionFolders() {}

  static List<String> read(List<Scalar> written, Reading reading) {
    List<String> folders = new ArrayList<>();
    for (Scalar scalar : written) {
      String folder = scalar.text();
      if (!ExecuteReader.isInside(folder)) {
        reading.error(
            scalar,
            "'" + folder + "' is not a folder inside the schema folder.",
            "Write it relative to that folder with forward slashes, none at its end, and without"
                + " '.' and '..'.");
      } else if (folders.stream()
          .noneMatch(other -> refusesOverlap(scalar, folder, other, reading))) {
        folders.add(folder);
      }
    }
    return folders;
  }

  /**
   * A file in both would be read twice. Names are compared as file systems do that know no case.
   */
  private static boolean refusesOverlap(
      Scalar scalar, String folder, String other, Reading reading) {
    if (folder.equalsIgnoreCase(other)) {
      reading.error(
          scalar,
          folder.equals(other)
              ? "'versions' has " + folder + " twice."
              : "'versions' has " + other + " and " + folder + ", which differ only by case.",
          null);
      return true;
    }
    boolean inside = isBelow(folder, other);
    if (inside || isBelow(other, folder)) {
      String inner = inside ? folder : other;
      String outer = inside ? other : folder;
      reading.error(
          scalar,
          "'versions' has " + inner + " and " + outer + ", one inside the other.",
          "Leave out " + inner + ": what is below " + outer + " is read with it.");
      return true;
    }
    return false;
  }

  private static boolean isBelow(String folder, String outer) {
    return folder.regionMatches(true, 0, outer + "/", 0, outer.length() + 1);
  }
}
