package io.schemachain.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.model.Options;
import io.schemachain.model.Table;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Looks for every option in a line of the catalog about what has it. */
final class OptionCheck {
  private OptionCheck() {}

  static void check(Table table, List<String> snapshot) {
    check(table.name().name(), table.options(), snapshot);
    table.constraints().forEach(c -> check(c.name(), c.options(), snapshot));
    table.indexes().forEach(index -> check(index.name(), index.options(), snapshot));
  }

  /** A word and its value, as far as it is not just true or false. */
  private static void check(String name, Options options, List<String> snapshot) {
    String lines =
        snapshot.stream()
            .map(OptionCheck::bare)
            .filter(line -> line.contains(bare(name)))
            .collect(Collectors.joining("\n"));
    options
        .words()
        .forEach(
            (word, value) ->
                assertThat(lines)
                    .as("The option %s of %s", word, name)
                    .contains(
                        bare(word.replaceFirst("^with\\.", ""))
                            + (value.equals("true") || value.equals("false") ? "" : bare(value))));
  }

  private static String bare(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9,]", "");
  }
}
