package io.schemachain.revision;

import static java.util.Objects.requireNonNull;

import io.schemachain.diagnostic.Located;
import io.schemachain.diagnostic.SourceLocation;
import io.schemachain.operation.Operation;
import java.util.List;
import java.util.Map;

/**
 * A revision narrowed to one dialect: operations for others are gone, a map by dialect is its
 * value.
 *
 * @param upgrade what it does; several of these may share a location, where one operation of the
 *     document says more than one thing
 * @param omissions what the settings left out of it for this dialect, a sentence each
 * @param downgradeOmissions the same of a downgrade that is written
 * @param remarks what is said of operations beside what they do, by their locations
 * @param document the canonical form of the upgrade, see format-spec {@code docs/checksum.md}
 * @param checksum {@code 1:} and the SHA-256 of the document, in lower-case hexadecimal digits
 */
public record Revision(
    RevisionHeader header,
    List<Located<Operation>> upgrade,
    Downgrade downgrade,
    List<String> omissions,
    List<String> downgradeOmissions,
    Map<SourceLocation, Remarks> remarks,
    String document,
    String checksum) {
  public Revision {
    requireNonNull(header, "header");
    upgrade = List.copyOf(upgrade);
    requireNonNull(downgrade, "downgrade");
    omissions = List.copyOf(omissions);
    downgradeOmissions = List.copyOf(downgradeOmissions);
    remarks = Map.copyOf(remarks);
    requireNonNull(document, "document");
    requireNonNull(checksum, "checksum");
  }

  /** A revision of which nothing was left out. */
  public Revision(
      RevisionHeader header,
      List<Located<Operation>> upgrade,
      Downgrade downgrade,
      String document,
      String checksum) {
    this(header, upgrade, downgrade, List.of(), List.of(), Map.of(), document, checksum);
  }

  /** The same revision, of which something was left out. */
  public Revision withOmissions(
      List<Located<Operation>> newUpgrade,
      Downgrade newDowngrade,
      List<String> ofUpgrade,
      List<String> ofDowngrade) {
    return new Revision(
        header, newUpgrade, newDowngrade, ofUpgrade, ofDowngrade, remarks, document, checksum);
  }

  /** What is said of an operation beside what it does. */
  public Remarks remarks(SourceLocation operation) {
    return remarks.getOrDefault(operation, Remarks.NONE);
  }

  public String id() {
    return header.id();
  }
}
