package io.schemachain.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * Ten thousand files are read in about a second on two cores; this guards the order of magnitude.
 */
final class ReadingSpeedTest {
  private static final int FILES = 3_000;

  @Test
  void a_small_revision_is_read_bound_and_checksummed_in_well_under_a_millisecond() {
    Binding binding = Documents.binding("postgresql");
    run(binding);
    long start = cpuTime();
    int operations = run(binding);
    Duration took = Duration.ofNanos(cpuTime() - start);
    assertThat(operations).isEqualTo(4 * FILES);
    assertThat(took).isLessThan(Duration.ofMillis(FILES));
  }

  /** Not wall time: the machine may be busy with other things. */
  private static long cpuTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static int run(Binding binding) {
    int operations = 0;
    for (int i = 0; i < FILES; i++) {
      operations += Documents.revision(document(i), binding).upgrade().size();
    }
    return operations;
  }

  private static String document(int i) {
    return """
    format: 1
    revision: r%d
    down_revision: p%d
    message: Add phone to users
    create_date: 2026-11-20T12:10:00Z
    upgrade:
      - create_table:
          name: users%d
          columns:
            - {name: id, type: bigint, primary_key: true, identity: true}
            - {name: email, type: string(255), nullable: false, unique: true}
            - {name: created_at, type: timestamp, default: {sql: CURRENT_TIMESTAMP}}
      - add_column:
          table: users
          column: {name: phone%d, type: string(20)}
      - create_index: {name: ix_users_phone, table: users, columns: [phone]}
      - execute:
          sql:
            default: "UPDATE users SET phone = '' WHERE phone IS NULL"
            oracle:  "UPDATE users SET phone = ' ' WHERE phone IS NULL"
    downgrade: auto
    """
        .formatted(i, i, i, i);
  }
}
