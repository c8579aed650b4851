package io.schemachain.lint;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.Names;
import io.schemachain.model.Table;
import io.schemachain.plan.PlannedOperation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The words of a statement that the author wrote.
 *
 * @param site of the {@code execute}, or of the first operation that it stands for
 * @param words in upper case, quoted names without quotes; no symbols, strings or comments
 */
public record RawWords(OperationSite site, List<String> words) {
  private static final Pattern TEXTS = Pattern.compile("'(?:[^']++|'')*+'");
  private static final Pattern QUOTES = Pattern.compile("[\"`\\[\\]]");

  public RawWords {
    requireNonNull(site, "site");
    words = List.copyOf(words);
  }

  /** All statements of a revision that its author wrote, in their order. */
  public static List<RawWords> of(RevisionSite revision) {
    return revision.rawWords();
  }

  static List<RawWords> read(RevisionSite revision) {
    List<RawWords> found = new ArrayList<>();
    Set<PlannedOperation> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (OperationSite site : revision.operations()) {
      if (seen.add(site.planned())) {
        site.rawStatements().forEach(text -> found.add(new RawWords(site, words(text))));
      }
    }
    return found;
  }

  private static List<String> words(String statement) {
    String bare = QUOTES.matcher(TEXTS.matcher(statement).replaceAll("")).replaceAll("");
    return Stream.of(bare.toUpperCase(Locale.ROOT).split(" "))
        .filter(word -> !word.isEmpty() && Character.isJavaIdentifierPart(word.charAt(0)))
        .toList();
  }

  /** Whether the statement begins with these, separated by a blank. */
  public boolean starts(String sequence) {
    List<String> wanted = List.of(sequence.split(" "));
    return words.size() >= wanted.size() && words.subList(0, wanted.size()).equals(wanted);
  }

  /** Whether these stand in it one behind the other. */
  public boolean has(String sequence) {
    return Collections.indexOfSubList(words, List.of(sequence.split(" "))) >= 0;
  }

  /** Whether it names a table that nobody else knows yet. */
  public boolean isOfNewTable() {
    return tables().stream().anyMatch(table -> site.isNew(table.name()));
  }

  /** The tables that have a word of it as their name, in whatever schema. */
  public List<Table> tables() {
    Set<String> named = new HashSet<>();
    words.forEach(word -> named.add(Names.fold(word)));
    return site.after().tables().stream()
        .filter(table -> named.contains(Names.fold(table.name().name())))
        .toList();
  }

  /** The statement's first words, for messages: {@code `TRUNCATE TABLE USERS`}. */
  public String beginning() {
    return "`" + String.join(" ", words.subList(0, Math.min(5, words.size()))) + "`";
  }
}
