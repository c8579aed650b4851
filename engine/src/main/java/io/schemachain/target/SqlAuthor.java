package io.schemachain.target;

import static java.util.Objects.requireNonNull;

import io.schemachain.dialect.WrittenNames;
import io.schemachain.model.ObjectKind;
import java.util.Set;

/**
 * Who wrote SQL, and so what it says beyond its words.
 *
 * @param names which of its names mean something
 * @param kinds of objects beside tables that it says all about, also where there is none
 * @param companions whether first rows and casts go along with what it defines; people are told to
 *     take them out
 */
public record SqlAuthor(WrittenNames names, Set<ObjectKind> kinds, boolean companions) {
  public static final SqlAuthor PEOPLE = new SqlAuthor(WrittenNames.OF_PEOPLE, Set.of(), false);

  public SqlAuthor {
    requireNonNull(names, "names");
    kinds = Set.copyOf(kinds);
  }
}
