package io.schemachain.dialect.mysql;

import io.schemachain.dialect.Identifiers;

/** What the catalog does not hold: it is in utf8mb3, and has another text for what is not. */
final class MysqlNames {
  private MysqlNames() {}

  /** The names that the server takes and keeps as they are. */
  static Identifiers kept(String database, Identifiers names) {
    return names
        .refusing(database, name -> name.endsWith(" "), "a space at the end")
        .refusing(database, MysqlNames::isChanged, "a character beyond U+FFFF");
  }

  /** Whether the server writes a question mark for a part of it, at best with a warning. */
  static boolean isChanged(String text) {
    return text.chars().anyMatch(c -> Character.isSurrogate((char) c));
  }
}
