package io.schemachain.dialect;

import io.schemachain.model.Identity;
import io.schemachain.model.Sequence;
import io.schemachain.model.TableName;
import org.jspecify.annotations.Nullable;

/** The numbers of identity columns and of sequences. */
final class DefinitionIdentity {
  private DefinitionIdentity() {}

  /** {@code IDENTITY(start, step)} of SQL Server, behind its word. */
  static Identity pair(SqlWords words) {
    if (!words.takeIf("(")) {
      return Identity.DEFAULT;
    }
    long start = DefinitionTexts.number(words);
    words.take(",");
    long step = DefinitionTexts.number(words);
    words.take(")");
    return new Identity(false, unlessOne(start), unlessOne(step));
  }

  /** What may stand between parentheses behind AS IDENTITY. */
  static Identity options(
      boolean always, TableName table, String column, SqlWords words, DefinitionContext context) {
    if (!words.takeIf("(")) {
      return new Identity(always, null, null);
    }
    TableName ownSequence = table.withName(table.name() + "_" + column + "_seq");
    if (words.takeIf("SEQUENCE NAME") && !context.name(words).equals(ownSequence)) {
      throw new NotUnderstoodException(
          "The model has no name for the sequence of an identity: leave SEQUENCE NAME out.");
    }
    Sequence sequence = sequence(ownSequence, words, context);
    words.take(")");
    boolean more =
        sequence.minValue() != null
            || sequence.maxValue() != null
            || sequence.cycle()
            || sequence.cache() != null;
    if (more) {
      throw new NotUnderstoodException(
          "The identity of the model has START WITH and INCREMENT BY: leave out the others.");
    }
    return new Identity(
        always,
        sequence.start() == null ? null : unlessOne(sequence.start()),
        unlessOne(sequence.increment()));
  }

  /** The options of a sequence, up to a word that is none. */
  static Sequence sequence(TableName name, SqlWords words, DefinitionContext context) {
    Long start = null;
    long increment = 1;
    Long least = null;
    Long most = null;
    Long cache = null;
    boolean cycle = false;
    boolean more = true;
    while (more) {
      if (words.takeIf("AS")) {
        most = mostOf(words);
      } else if (words.takeIf("START")) {
        words.takeIf("WITH");
        start = DefinitionTexts.number(words);
      } else if (words.takeIf("INCREMENT")) {
        words.takeIf("BY");
        increment = DefinitionTexts.number(words);
      } else if (words.takeIf("MINVALUE")) {
        least = DefinitionTexts.number(words);
      } else if (words.takeIf("MAXVALUE")) {
        most = DefinitionTexts.number(words);
      } else if (words.takeIf("CACHE")) {
        cache = DefinitionTexts.number(words);
      } else if (words.takeIf("NOCACHE") || words.takeIf("NO CACHE")) {
        cache = 1L;
      } else if (words.takeIf("RESTART WITH")) {
        DefinitionTexts.number(words); // Where a database is by now is no definition.
      } else if (words.takeIf("CYCLE")) {
        cycle = true;
      } else {
        more =
            words.takeIf("NO MINVALUE")
                || words.takeIf("NO MAXVALUE")
                || words.takeIf("NO CYCLE")
                || words.takeIf("NOCYCLE");
      }
    }
    Long taken = context.isPostgresql() && cache != null && cache == 1 ? null : cache;
    Sequence plain = Sequence.of(name, increment);
    Sequence ranged =
        new Sequence(
            name,
            null,
            increment,
            unless(plain.minOrDefault(), least),
            unless(plain.maxOrDefault(), most),
            cycle,
            taken);
    return new Sequence(
        name,
        unless(ranged.startOrDefault(), start),
        increment,
        ranged.minValue(),
        ranged.maxValue(),
        cycle,
        taken);
  }

  /** The greatest number of a type; null for that of 64 bits. */
  private static @Nullable Long mostOf(SqlWords words) {
    if (words.takeIf("INTEGER") || words.takeIf("INT")) {
      return (long) Integer.MAX_VALUE;
    }
    if (words.takeIf("SMALLINT")) {
      return (long) Short.MAX_VALUE;
    }
    words.take("BIGINT");
    return null;
  }

  private static @Nullable Long unless(long usual, @Nullable Long value) {
    return value == null || value == usual ? null : value;
  }

  private static @Nullable Long unlessOne(long value) {
    return value == 1 ? null : value;
  }
}
