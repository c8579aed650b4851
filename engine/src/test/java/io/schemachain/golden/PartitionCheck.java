package io.schemachain.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.model.Partition;
import io.schemachain.model.Schema;
import io.schemachain.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares the partitions of a database with those of the model. */
final class PartitionCheck {
  private static final Pattern IN_POSTGRESQL = Pattern.compile("partition (\\S+) of (\\S+): .*");
  private static final Pattern IN_MYSQL =
      Pattern.compile("(\\S+): \\(?PARTITION (?!BY )`?(\\w+)`? .*");

  private PartitionCheck() {}

  /** Exactly those of the model; the partitions that are tables by themselves. */
  static List<String> check(Schema schema, List<String> snapshot) {
    List<String> tables = new ArrayList<>();
    List<String> found = new ArrayList<>();
    for (String line : snapshot) {
      Matcher postgresql = IN_POSTGRESQL.matcher(line);
      Matcher mysql = IN_MYSQL.matcher(line);
      if (postgresql.matches()) {
        tables.add(postgresql.group(1));
        found.add(postgresql.group(2) + "." + postgresql.group(1));
      } else if (mysql.matches()) {
        found.add((mysql.group(1) + "." + mysql.group(2)).toLowerCase(Locale.ROOT));
      }
    }
    List<String> expected = new ArrayList<>();
    for (Table table : schema.tables()) {
      if (table.partitioning() != null) {
        for (Partition partition : table.partitioning().partitions()) {
          expected.add((table.name().name() + "." + partition.name()).toLowerCase(Locale.ROOT));
        }
      }
    }
    assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
    return tables;
  }
}
