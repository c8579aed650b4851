package io.schemachain.format;

import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.Located;
import io.schemachain.format.RevisionReader.WrittenDowngrade;
import io.schemachain.operation.Execute;
import io.schemachain.operation.Operation;
import io.schemachain.revision.Downgrade;
import io.schemachain.revision.Revision;
import io.schemachain.revision.RevisionHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The tree of a revision, from which it is read anew for each dialect.
 *
 * @param mentionsVariables whether there may be variables in the document itself
 */
record NarrowableDocument(
    RevisionHeader header,
    List<YamlNode> upgrade,
    WrittenDowngrade downgrade,
    boolean mentionsVariables)
    implements RevisionDocument {

  @Override
  public Optional<Revision> bind(Binding binding, Diagnostics diagnostics) {
    Narrowing narrowing = Narrowing.to(binding);
    Reading reading = new Reading(diagnostics, narrowing, binding.variables());
    OperationReader reader = new OperationReader(binding, reading);
    List<Located<Operation>> operations = reader.read(upgrade);
    Downgrade undone = downgrade(reader);
    if (reading.errors() > 0) {
      return Optional.empty();
    }
    List<Operation> values = values(operations);
    if (mentionsVariables || hasFile(values)) {
      // The canonical form keeps variables, so that their values are not part of the checksum.
      Reading unresolved = new Reading(diagnostics, narrowing, null);
      values = values(new OperationReader(binding, unresolved).read(upgrade));
      if (unresolved.errors() > 0) {
        return Optional.empty();
      }
    }
    String document = CanonicalForm.of(values);
    return Optional.of(
        new Revision(
            header,
            operations,
            undone,
            List.of(),
            List.of(),
            reader.remarks(),
            document,
            CanonicalForm.checksum(document)));
  }

  private Downgrade downgrade(OperationReader reader) {
    if (downgrade.operations() != null) {
      return new Downgrade.Listed(reader.read(downgrade.operations()));
    }
    return downgrade.irreversible() != null
        ? new Downgrade.Irreversible(downgrade.irreversible())
        : new Downgrade.Auto();
  }

  private static List<Operation> values(List<Located<Operation>> operations) {
    List<Operation> values = new ArrayList<>(operations.size());
    for (Located<Operation> operation : operations) {
      values.add(operation.value());
    }
    return values;
  }

  private static boolean hasFile(List<Operation> operations) {
    for (Operation operation : operations) {
      if (operation instanceof Execute execute && execute.file() != null) {
        return true;
      }
    }
    return false;
  }
}
