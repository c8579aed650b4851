package io.schemachain.dialect.postgresql;

/** A block of PL/pgSQL as a statement. */
final class PostgresqlBlock {
  private PostgresqlBlock() {}

  /**
   * @param body from DECLARE or BEGIN to END
   */
  static String of(String body) {
    String tag = "$schemachain$";
    while (body.contains(tag)) {
      tag = tag.substring(0, tag.length() - 1) + "_$";
    }
    return "DO " + tag + " " + body + " " + tag;
  }
}
