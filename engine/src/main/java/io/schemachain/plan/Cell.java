package io.schemachain.plan;

/**
 * A part of the schema, as small as operations can meet in it. Names are folded: those that differ
 * by case alone are the same to at least one database.
 *
 * @param owner the table, as {@link io.schemachain.model.TableName#key} writes it; empty where the
 *     name says all
 * @param name of the part; empty where the table has only one
 */
record Cell(Kind kind, String owner, String name) {
  enum Kind {
    /** That the table exists, under its name. */
    TABLE,
    /** One column with everything that belongs to it alone. */
    COLUMN,
    /** How many columns can still be dropped. */
    COLUMNS_LEFT,
    /** Whether there is a column beside the last one. */
    ANOTHER_COLUMN,
    /** The identity columns of a table and the keys that start with one. */
    IDENTITY,
    /** The room that the columns of a table take in a row. */
    ROW_SIZE,
    /** The foreign keys on a column, which limit what else can be there. */
    FOREIGN_KEYS,
    /** The columns for which each row must have a value. */
    REQUIRED_COLUMNS,
    PRIMARY_KEY,
    /** Whether these columns are unique, which a foreign key to them needs. */
    UNIQUENESS,
    CONSTRAINT,
    /** Which constraints there are, for one that is looked up without its name. */
    CONSTRAINTS_OF_A_KIND,
    INDEX,
    /** How a table, its keys and its indexes are stored: what only one of them can be. */
    STORAGE,
    COMMENT,
    /** An object beside the tables; its name has the kind in front. */
    OBJECT,
    /** A name in one of the namespaces of the database. */
    NAME,
    /** The name of an enum type, which a table of the default schema can take. */
    TYPE
  }
}
