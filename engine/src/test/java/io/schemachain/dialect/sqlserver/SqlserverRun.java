package io.schemachain.dialect.sqlserver;

import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.Located;
import io.schemachain.diagnostic.SourceText;
import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.OperationStep;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.format.Binding;
import io.schemachain.format.NamingConvention;
import io.schemachain.format.RevisionReader;
import io.schemachain.model.Schema;
import io.schemachain.operation.ApplyToSchema;
import io.schemachain.operation.Operation;
import io.schemachain.revision.Revision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What documents become on SQL Server. */
final class SqlserverRun {
  private SqlserverRun() {}

  /** The statements of the last document; those before it say what there is. */
  static List<String> render(Dialect dialect, String... upgrades) {
    Schema schema = Schema.empty(dialect.nameScopes());
    List<String> statements = List.of();
    for (String upgrade : upgrades) {
      List<OperationStep> steps = new ArrayList<>();
      for (Located<Operation> operation : read(dialect, upgrade).upgrade()) {
        Schema after = ApplyToSchema.apply(operation.value(), schema);
        steps.add(new OperationStep(operation.value(), schema, after));
        schema = after;
      }
      statements =
          dialect.render(steps).stream().flatMap(List::stream).map(SqlStatement::text).toList();
    }
    return statements;
  }

  static Revision read(Dialect dialect, String upgrade) {
    Diagnostics diagnostics = new Diagnostics();
    Binding binding =
        new Binding(
            dialect.name(),
            dialect.keys(),
            dialect.identifiers().maxLength(),
            NamingConvention.DEFAULT,
            Map.of(),
            file -> "");
    String document = "format: 1\nrevision: a\nupgrade:\n" + upgrade.indent(2);
    Revision revision =
        RevisionReader.read(new SourceText("a.yaml", document), diagnostics)
            .flatMap(written -> written.bind(binding, diagnostics))
            .orElseThrow(() -> new IllegalArgumentException(diagnostics.all().toString()));
    diagnostics.throwIfErrors();
    return revision;
  }
}
