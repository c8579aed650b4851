package io.schemachain.dialect;

import io.schemachain.introspect.MadeUpName;
import io.schemachain.model.DefaultValue;
import io.schemachain.model.Identity;
import io.schemachain.model.Index;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.operation.AddColumn;
import io.schemachain.operation.AlterColumn;
import io.schemachain.operation.Change;
import io.schemachain.operation.CreateIndex;
import io.schemachain.operation.CreateSequence;
import io.schemachain.operation.ObjectOperations;
import io.schemachain.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** ALTER TABLE as far as it adds to a definition. */
final class DefinitionAlterations {
  private final SqlWords words;
  private final DefinitionContext context;
  private final DefinitionPlaces places;
  private final List<MadeUpName> madeUp;
  private final List<Operation> operations = new ArrayList<>();

  DefinitionAlterations(
      SqlWords words, DefinitionContext context, DefinitionPlaces places, List<MadeUpName> madeUp) {
    this.words = words;
    this.context = context;
    this.places = places;
    this.madeUp = madeUp;
  }

  List<Operation> read() {
    words.take("ALTER TABLE");
    words.takeIf("IF EXISTS");
    words.takeIf("ONLY");
    TableName table = context.name(words);
    do {
      action(table);
    } while (words.takeIf(","));
    return operations;
  }

  private void action(TableName table) {
    if (words.takeIf("ADD")) {
      add(table);
    } else if (words.takeIf("ALTER")) {
      words.takeIf("COLUMN");
      alter(table, context.simpleName(words));
    } else {
      throw new NotUnderstoodException(
          words.isNext("OWNER")
              ? "Owners are not in the model: remove the statement; pg_dump --no-owner leaves them"
                  + " out."
              : "In a definition ALTER TABLE adds. Write what is there in the end.");
    }
  }

  private void add(TableName table) {
    DefinitionConstraints constraints = new DefinitionConstraints(words, context, table, madeUp);
    DefinitionIndexes indexes = new DefinitionIndexes(words, context, constraints);
    if (indexes.isKeyNext()) {
      Table with = indexes.takeKey(Table.of(table, List.of()));
      with.uniqueConstraints()
          .forEach(unique -> operations.add(ObjectOperations.create(table, unique)));
      for (Index index : with.indexes()) {
        operations.add(new CreateIndex(table, index));
      }
      return;
    }
    if (constraints.isNext()) {
      operations.add(ObjectOperations.create(table, constraints.take()));
      return;
    }
    words.takeIf("COLUMN");
    words.takeIf("IF NOT EXISTS");
    int start = words.offset();
    var defined = new DefinitionColumns(words, context, constraints, table).take();
    if (defined.charset() != null) {
      throw DefinitionColumns.withoutCollation();
    }
    places.add(table, defined.column().name(), start, words.endOfLast());
    if (defined.sequence() != null) {
      operations.add(new CreateSequence(defined.sequence(), false));
    }
    operations.add(new AddColumn(table, defined.column()));
    defined
        .constraints()
        .forEach(constraint -> operations.add(ObjectOperations.create(table, constraint)));
  }

  private void alter(TableName table, String column) {
    if (words.takeIf("SET NOT NULL")) {
      operations.add(altered(table, column, false, Change.none(), Change.none()));
    } else if (words.takeIf("SET DEFAULT")) {
      Change<DefaultValue> value =
          Change.toNullable(DefinitionColumns.defaultValue(words, context));
      operations.add(altered(table, column, null, value, Change.none()));
    } else {
      words.take("ADD GENERATED");
      boolean always = words.takeIf("ALWAYS");
      words.take(always ? "" : "BY DEFAULT");
      words.take("AS IDENTITY");
      Identity identity = DefinitionIdentity.options(always, table, column, words, context);
      operations.add(altered(table, column, null, Change.none(), Change.to(identity)));
    }
  }

  private static Operation altered(
      TableName table,
      String column,
      @Nullable Boolean nullable,
      Change<DefaultValue> value,
      Change<Identity> identity) {
    return new AlterColumn(
        table,
        column,
        null,
        null,
        null,
        nullable,
        value,
        identity,
        Change.none(),
        Change.none(),
        Change.none(),
        null);
  }
}
