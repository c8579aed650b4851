package io.schemachain.format;

import io.schemachain.diagnostic.Diagnostic;
import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.SourceText;
import io.schemachain.revision.Revision;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Short ways to read documents in tests. */
final class Documents {
  static final String HEADER = "format: 1\nrevision: r1\n";

  private Documents() {}

  static Binding binding(String... keys) {
    return binding(Map.of(), keys);
  }

  static Binding binding(Map<String, String> variables, String... keys) {
    return new Binding(
        keys[0], List.of(keys), 63, NamingConvention.DEFAULT, variables, Documents::file);
  }

  private static String file(String path) throws IOException {
    if (path.equals("sql/x.sql")) {
      return "UPDATE users\r\nSET a = 1;\r\n";
    }
    return switch (path) {
      case "data/countries.csv" -> "code,name\nde,Germany\n";
      case "data/cities.tsv" -> "1\tBerlin\tde\n2\t\\N\tno\n";
      case "data/x.csv" -> "code,name\r\nde,\"Germany\"\nno,\n";
      case "data/x.tsv" -> "de|'Germany'\nno|N/A\n";
      case "data/x.json" ->
          "[{\"name\": \"Germany\", \"code\": \"de\"}, {\"code\": \"no\", \"name\": null}]";
      case "data/x.jsonl" ->
          "{\"code\": \"de\", \"name\": \"Germany\"}\n{\"code\": \"no\", \"name\": null}\n";
      default -> throw new IOException("There is no such file.");
    };
  }

  /** A document whose upgrade is the text. */
  static String upgrade(String operations) {
    return HEADER + "upgrade:\n" + operations.indent(2);
  }

  static Optional<Revision> read(String yaml, Binding binding, Diagnostics diagnostics) {
    return RevisionReader.read(new SourceText("x.yaml", yaml), diagnostics)
        .flatMap(document -> document.bind(binding, diagnostics));
  }

  /** The revision; fails with the diagnostics when there are any. */
  static Revision revision(String yaml, Binding binding) {
    Diagnostics diagnostics = new Diagnostics();
    Optional<Revision> revision = read(yaml, binding, diagnostics);
    diagnostics.throwIfErrors();
    return revision.orElseThrow();
  }

  static Revision revision(String yaml) {
    return revision(yaml, binding("postgresql"));
  }

  /** All that is said about a document that is wrong. */
  static String errors(String yaml, Binding binding) {
    Diagnostics diagnostics = new Diagnostics();
    Optional<Revision> revision = read(yaml, binding, diagnostics);
    if (revision.isPresent() && !diagnostics.hasErrors()) {
      return "no errors";
    }
    return render(diagnostics);
  }

  static String errors(String yaml) {
    return errors(yaml, binding("postgresql"));
  }

  static String render(Diagnostics diagnostics) {
    return diagnostics.all().stream().map(Diagnostic::render).collect(Collectors.joining("\n"));
  }
}
