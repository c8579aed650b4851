package io.schemachain.lint.output;

import io.schemachain.lint.Finding;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Names of findings that stay the same when lines above them come and go. */
final class Fingerprints {
  private Fingerprints() {}

  /** One for each finding: of rule, revision, operation and message, and the how manieth such. */
  static List<String> of(List<Finding> findings) {
    Map<String, Integer> seen = new HashMap<>();
    List<String> fingerprints = new ArrayList<>(findings.size());
    for (Finding finding : findings) {
      String what =
          finding.rule().slug()
              + '\n'
              + finding.revision().id()
              + '\n'
              + finding.operation()
              + '\n'
              + finding.message();
      int count = seen.merge(what, 1, Integer::sum);
      fingerprints.add(sha256(what + '\n' + count));
    }
    return fingerprints;
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // Every JDK has it.
    }
  }
}
