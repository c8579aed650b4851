package io.schemachain.dialect;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.Check;
import io.schemachain.model.Column;
import io.schemachain.model.Constraint;
import io.schemachain.model.DataType;
import io.schemachain.model.DefaultValue;
import io.schemachain.model.Deferral;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Options;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.UniqueConstraint;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import net.sf.jsqlparser.expression.BooleanValue;
import net.sf.jsqlparser.expression.CastExpression;
import net.sf.jsqlparser.expression.DateTimeLiteralExpression;
import net.sf.jsqlparser.expression.DoubleValue;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.HexValue;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.expression.NullValue;
import net.sf.jsqlparser.expression.SignedExpression;
import net.sf.jsqlparser.expression.StringValue;
import net.sf.jsqlparser.expression.TimeKeyExpression;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.statement.ReferentialAction;
import net.sf.jsqlparser.statement.create.table.CheckConstraint;
import net.sf.jsqlparser.statement.create.table.ColDataType;
import net.sf.jsqlparser.statement.create.table.ColumnDefinition;
import net.sf.jsqlparser.statement.create.table.ColumnOption;
import net.sf.jsqlparser.statement.create.table.ForeignKeyIndex;
import net.sf.jsqlparser.statement.create.table.ForeignKeyReference;
import net.sf.jsqlparser.statement.create.table.Index;
import org.jspecify.annotations.Nullable;

/** Columns and constraints, in CREATE TABLE and in ALTER TABLE. */
final class SqlTableElements {
  private static final String NAMELESS =
      "Give the constraint a name, or the database makes one up that is not known here; or use the"
          + " operation.";

  /** Types that bring more with them: a sequence, a default, NOT NULL. */
  private static final Set<String> NUMBERING_TYPES =
      Set.of(
          "SERIAL",
          "BIGSERIAL",
          "SMALLSERIAL",
          "SERIAL2",
          "SERIAL4",
          "SERIAL8",
          "IDENTITY",
          "AUTO_INCREMENT");

  /**
   * Expressions that end where the default ends: COLLATE behind one would be the column's. All
   * others stand in parentheses.
   */
  private static final Set<Class<? extends Expression>> DEFAULTS =
      Set.of(
          LongValue.class,
          DoubleValue.class,
          StringValue.class,
          HexValue.class,
          BooleanValue.class,
          DateTimeLiteralExpression.class,
          TimeKeyExpression.class,
          Function.class,
          CastExpression.class,
          ParenthesedExpressionList.class);

  private final SqlWords words;
  private final SqlNames names;
  private final DdlSemantics semantics;

  SqlTableElements(SqlWords words, SqlNames names, DdlSemantics semantics) {
    this.words = words;
    this.names = names;
    this.semantics = semantics;
  }

  /** A column with the constraints that stand in it. */
  record ColumnWithConstraints(Column column, List<Constraint> constraints) {}

  ColumnWithConstraints column(ColumnDefinition definition) {
    words.take(definition.getColumnName());
    String name = names.name(definition.getColumnName());
    Column column = Column.of(name, type(definition.getColDataType()));
    List<Constraint> constraints = new ArrayList<>();
    Iterator<Object> options = options(definition).iterator();
    while (options.hasNext()) {
      Object option = options.next();
      if (option.equals("NOT")) {
        words.take("NOT NULL");
        requireNext(options, "NULL");
        column = column.withNullable(false);
      } else if (option.equals("NULL")) {
        words.take("NULL");
      } else if (option instanceof ColumnOption other && other.getDefaultExpression() != null) {
        words.take("DEFAULT");
        column = column.withDefault(defaultValue(other.getDefaultExpression()));
      } else {
        constraints.add(constraintOf(name, option, options));
      }
    }
    return new ColumnWithConstraints(column, constraints);
  }

  /** Words in upper case but for names, and whatever is more than a word. */
  private static List<Object> options(ColumnDefinition definition) {
    List<Object> options = new ArrayList<>();
    List<ColumnOption> parsed = definition.getColumnOptions();
    if (parsed == null || parsed.isEmpty()) {
      List<String> specs = definition.getColumnSpecs();
      options.addAll(specs == null ? List.of() : specs);
    } else {
      for (ColumnOption option : parsed) {
        if (option.getKind() == ColumnOption.Kind.OTHER) {
          options.addAll(option.getTokens());
        } else {
          options.add(option);
        }
      }
    }
    options.replaceAll(
        option ->
            option instanceof String word && word.matches("[A-Za-z]+")
                ? word.toUpperCase(Locale.ROOT)
                : option);
    return options;
  }

  private static void requireNext(Iterator<Object> options, String word) {
    if (!options.hasNext() || !options.next().equals(word)) {
      throw new NotUnderstoodException();
    }
  }

  private Constraint constraintOf(String column, Object first, Iterator<Object> options) {
    if (!first.equals("CONSTRAINT")) {
      boolean nameless =
          first.equals("PRIMARY")
              || first.equals("UNIQUE")
              || (first instanceof ColumnOption option
                  && (option.getConstraint() != null || option.getForeignKeyReference() != null));
      throw new NotUnderstoodException(nameless ? NAMELESS : null);
    }
    if (!semantics.columnsNameConstraints() || !options.hasNext()) {
      throw new NotUnderstoodException();
    }
    words.take("CONSTRAINT");
    String name = names.name(words.take(options.next().toString()));
    Object what = options.hasNext() ? options.next() : "";
    if (what.equals("PRIMARY")) {
      requireNext(options, "KEY");
      words.take("PRIMARY KEY");
      return new PrimaryKey(name, List.of(column));
    }
    if (what.equals("UNIQUE")
        || (what instanceof ColumnOption option
            && option.getConstraint() != null
            && option.getConstraint().getKind() == Index.Kind.UNIQUE)) {
      words.take("UNIQUE");
      return unique(name, List.of(column), false);
    }
    if (what instanceof ColumnOption option && option.getForeignKeyReference() != null) {
      return foreignKey(name, List.of(column), option.getForeignKeyReference());
    }
    throw new NotUnderstoodException();
  }

  private DataType type(@Nullable ColDataType type) {
    if (type == null || type.getCharacterSet() != null) {
      throw new NotUnderstoodException();
    }
    String text = words.take(type.toString());
    String first = text.toUpperCase(Locale.ROOT).replaceFirst("^\\W*(\\w*).*", "$1");
    if (first.isEmpty() || NUMBERING_TYPES.contains(first)) {
      throw new NotUnderstoodException();
    }
    return new DataType.Native(text);
  }

  /** Null for {@code NULL}: such a column has none. */
  @Nullable DefaultValue defaultValue(Expression expression) {
    if (expression instanceof NullValue) {
      words.take("NULL");
      return null;
    }
    Expression unsigned =
        expression instanceof SignedExpression signed ? signed.getExpression() : expression;
    if (!DEFAULTS.contains(unsigned.getClass())) {
      throw new NotUnderstoodException();
    }
    return new DefaultValue.Expression(words.take(expression.toString()));
  }

  boolean isPostgresql() {
    return semantics.grammar() == DdlSemantics.Grammar.POSTGRESQL;
  }

  boolean isTransactSql() {
    return semantics.grammar() == DdlSemantics.Grammar.TRANSACT_SQL;
  }

  /** Two NULLs are the same to SQL Server. */
  private UniqueConstraint unique(String name, List<String> columns, boolean nullsNotDistinct) {
    return new UniqueConstraint(
        name, columns, Deferral.NONE, nullsNotDistinct || isTransactSql(), Options.none());
  }

  /** A constraint of a new table, with {@code CONSTRAINT name} in front. */
  Constraint constraint(Index index) {
    Constraint constraint = withName(index);
    return isPostgresql() ? withAttributes(constraint, true) : constraint;
  }

  /** The same of a table with rows: in a new one NOT VALID says nothing. */
  Constraint addedConstraint(Index index) {
    Constraint constraint = withName(index);
    return isPostgresql() ? withAttributes(constraint, false) : constraint;
  }

  /** What the parser may not know, behind a constraint. */
  private Constraint withAttributes(Constraint constraint, boolean isNew) {
    Deferral deferral = words.takeIf("DEFERRABLE") ? Deferral.INITIALLY_IMMEDIATE : Deferral.NONE;
    if (deferral != Deferral.NONE && words.takeIf("INITIALLY DEFERRED")) {
      deferral = Deferral.INITIALLY_DEFERRED;
    } else if (deferral != Deferral.NONE) {
      words.takeIf("INITIALLY IMMEDIATE");
    }
    boolean validated = isNew || !words.takeIf("NOT VALID");
    if (constraint instanceof ForeignKey key) {
      return new ForeignKey(
          key.name(),
          key.columns(),
          key.referredTable(),
          key.referredColumns(),
          key.onDelete(),
          key.onUpdate(),
          deferral,
          false,
          validated);
    }
    if (constraint instanceof Check check && deferral == Deferral.NONE) {
      return check.withValidated(validated);
    }
    if (constraint instanceof UniqueConstraint unique && validated) {
      return new UniqueConstraint(
          unique.name(), unique.columns(), deferral, unique.nullsNotDistinct(), unique.options());
    }
    if (constraint instanceof PrimaryKey key && validated) {
      return new PrimaryKey(key.name(), key.columns(), deferral, key.options());
    }
    throw new NotUnderstoodException();
  }

  private Constraint withName(Index index) {
    Index.Kind kind = requireNonNull(index.getKind(), "kind");
    String written = index.getName();
    if (written == null) {
      throw new NotUnderstoodException(
          kind == Index.Kind.OTHER || kind == Index.Kind.INDEX ? null : NAMELESS);
    }
    words.take("CONSTRAINT " + written);
    String name = names.name(written);
    return switch (kind) {
      case PRIMARY_KEY -> {
        words.take("PRIMARY KEY");
        yield new PrimaryKey(name, columns(index.getColumnsNames()));
      }
      case UNIQUE -> {
        words.take("UNIQUE");
        boolean notDistinct = isPostgresql() && words.takeIf("NULLS NOT DISTINCT");
        yield unique(name, columns(index.getColumnsNames()), notDistinct);
      }
      case FOREIGN_KEY -> {
        words.take("FOREIGN KEY");
        List<String> columns = columns(index.getColumnsNames());
        yield foreignKey(name, columns, ((ForeignKeyIndex) index).getReference());
      }
      case CHECK -> {
        words.take("CHECK (");
        String sql = words.take(((CheckConstraint) index).getExpression().toString());
        words.take(")");
        yield new Check(name, sql);
      }
      default -> throw new NotUnderstoodException();
    };
  }

  private ForeignKey foreignKey(String name, List<String> columns, ForeignKeyReference reference) {
    words.take("REFERENCES " + SqlNames.words(reference.getTable()));
    List<String> written = reference.getReferencedColumnNames();
    List<String> referred = written == null || written.isEmpty() ? List.of() : columns(written);
    io.schemachain.model.ReferentialAction onDelete = null;
    io.schemachain.model.ReferentialAction onUpdate = null;
    for (ReferentialAction action : reference.getReferentialActions()) {
      io.schemachain.model.ReferentialAction meant =
          io.schemachain.model.ReferentialAction.valueOf(action.getAction().name());
      words.take("ON " + action.getType().name() + " " + meant.sql());
      boolean isDefault = meant == io.schemachain.model.ReferentialAction.NO_ACTION;
      if (action.getType() == ReferentialAction.Type.DELETE) {
        onDelete = isDefault ? null : meant;
      } else {
        onUpdate = isDefault ? null : meant;
      }
    }
    return new ForeignKey(
        name, columns, names.table(reference.getTable()), referred, onDelete, onUpdate);
  }

  /** Names between parentheses. */
  private List<String> columns(@Nullable List<String> written) {
    if (written == null || written.stream().anyMatch(Objects::isNull)) {
      throw new NotUnderstoodException();
    }
    words.take("(" + String.join(", ", written) + ")");
    return written.stream().map(names::name).toList();
  }
}
