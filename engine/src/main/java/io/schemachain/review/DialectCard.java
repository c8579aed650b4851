package io.schemachain.review;

import static java.util.Objects.requireNonNull;

import io.schemachain.fact.Cost;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A revision on one database.
 *
 * @param checksum of what it does there
 * @param session statements that precede it, numbered from 1
 * @param parts its operations, cut where transactions begin and end; their numbers go on
 * @param locks that it takes, in their order
 * @param losses what is gone afterwards, a sentence each
 * @param changes of the schema
 * @param probes what to ask the database before
 * @param notes what else there is to know of it, a sentence each
 */
public record DialectCard(
    ReviewedDialect dialect,
    String checksum,
    List<Statement> session,
    List<Part> parts,
    List<LockLine> locks,
    List<String> losses,
    List<SchemaChange> changes,
    List<Probe> probes,
    List<String> notes,
    Reversibility reversibility) {
  public DialectCard {
    requireNonNull(dialect, "dialect");
    requireNonNull(checksum, "checksum");
    session = List.copyOf(session);
    parts = List.copyOf(parts);
    locks = List.copyOf(locks);
    losses = List.copyOf(losses);
    changes = List.copyOf(changes);
    probes = List.copyOf(probes);
    notes = List.copyOf(notes);
    requireNonNull(reversibility, "reversibility");
  }

  /**
   * Operations that run together.
   *
   * @param transactional whether one transaction holds them
   * @param begin what begins it in a script; none where there is none
   * @param end what ends it
   */
  public record Part(
      boolean transactional, List<String> begin, List<String> end, List<PartOperation> operations) {
    public Part {
      begin = List.copyOf(begin);
      end = List.copyOf(end);
      operations = List.copyOf(operations);
    }
  }

  /**
   * An operation and its statements; none where another operation does it along.
   *
   * @param title {@code add_column users.phone}
   * @param place {@code versions/b1.yaml:6:5}
   */
  public record PartOperation(String title, String place, List<Statement> statements) {
    public PartOperation {
      requireNonNull(title, "title");
      requireNonNull(place, "place");
      statements = List.copyOf(statements);
    }
  }

  /**
   * A statement as the client of the database takes it.
   *
   * @param number counted through the revision, from 1
   */
  public record Statement(int number, String text) {
    public Statement {
      requireNonNull(text, "text");
    }
  }

  /** Its SQL as it runs, with what begins and ends transactions, without comments of this tool. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    session.forEach(statement -> lines.add(statement.text()));
    for (Part part : parts) {
      lines.addAll(part.begin());
      for (PartOperation operation : part.operations()) {
        operation.statements().forEach(statement -> lines.add(statement.text()));
      }
      lines.addAll(part.end());
    }
    return lines;
  }

  /** The lock that others notice most; nothing where none stops reads or writes. */
  public Optional<LockLine> heaviest() {
    return locks.stream().filter(LockLine::heaviest).findFirst();
  }

  /** What takes the longer the larger the table is. */
  public List<LockLine> work() {
    return locks.stream().filter(line -> line.cost().compareTo(Cost.SCAN) >= 0).toList();
  }

  /** What writes a table anew, or may do so. */
  public List<LockLine> rewrites() {
    return locks.stream().filter(line -> line.cost().compareTo(Cost.REWRITE) >= 0).toList();
  }

  /** How many statements there are. */
  public int statements() {
    return session.size()
        + parts.stream()
            .flatMap(part -> part.operations().stream())
            .mapToInt(operation -> operation.statements().size())
            .sum();
  }
}
