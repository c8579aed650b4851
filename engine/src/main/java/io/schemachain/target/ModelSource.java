package io.schemachain.target;

import static java.util.Objects.requireNonNull;

import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.Located;
import io.schemachain.diagnostic.SourceText;
import io.schemachain.dialect.Dialect;
import io.schemachain.diff.Renames;
import io.schemachain.format.Binding;
import io.schemachain.format.ModelReader;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.TableName;
import io.schemachain.operation.Operation;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Files of the model, in YAML. */
public final class ModelSource implements TargetSource {
  private final String title;
  private final List<SourceText> files;
  private final Function<Dialect, Binding> binding;

  /**
   * @param title for people
   * @param binding what the files need beside themselves to be understood for a dialect
   */
  public ModelSource(String title, List<SourceText> files, Function<Dialect, Binding> binding) {
    this.title = requireNonNull(title, "title");
    this.files = List.copyOf(files);
    this.binding = requireNonNull(binding, "binding");
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public TargetParts read(Dialect dialect, Diagnostics diagnostics) {
    List<Located<Operation>> operations = new ArrayList<>();
    Map<TableName, Optional<String>> tables = new HashMap<>();
    Map<Renames.ColumnName, Optional<String>> columns = new HashMap<>();
    Set<ObjectKind> kinds = EnumSet.noneOf(ObjectKind.class);
    for (SourceText file : files) {
      ModelReader.read(file, binding.apply(dialect), diagnostics)
          .ifPresent(
              model -> {
                operations.addAll(model.operations());
                tables.putAll(model.renamedTables());
                model
                    .renamedColumns()
                    .forEach(
                        (table, names) ->
                            names.forEach(
                                (column, former) ->
                                    columns.put(new Renames.ColumnName(table, column), former)));
                kinds.addAll(model.kinds());
              });
    }
    return new TargetParts(operations, new Renames(tables, columns), kinds);
  }
}
