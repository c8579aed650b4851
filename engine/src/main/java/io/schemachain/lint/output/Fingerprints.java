package io.schemachain.lint.output;

import io.schemachain.lint.Finding;
import io.schemachain.plan.Bookkeeping;
import java.util.ArrayList;
import java.util.HashMap;
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
      fingerprints.add(Bookkeeping.fingerprint(what + '\n' + count));
    }
    return fingerprints;
  }
}
