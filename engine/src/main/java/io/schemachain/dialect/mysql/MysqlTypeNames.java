package io.schemachain.dialect.mysql;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The names that the catalog has for the types that people write. */
final class MysqlTypeNames {
  /** In this order; the first of them are longer forms of later ones. */
  private static final Map<Pattern, String> NAMES = new LinkedHashMap<>();

  static {
    add("bool(?:ean)?", "tinyint(1)");
    add("integer", "int");
    add("int1", "tinyint");
    add("int2", "smallint");
    add("(?:int3|middleint)", "mediumint");
    add("int4", "int");
    add("int8", "bigint");
    add("double precision", "double");
    add("float8", "double");
    add("float4", "float");
    add("real", "double");
    add("(?:numeric|dec|fixed)", "decimal");
    add("(?:character varying|char varying|varcharacter)", "varchar");
    add("character(?! set)", "char");
    add("long varchar", "mediumtext");
    add("long varbinary", "mediumblob");
  }

  private static final Pattern WIDTH =
      Pattern.compile("^(tinyint|smallint|mediumint|int|bigint)\\(\\d+\\)(?!.*zerofill)");
  private static final Pattern NO_LENGTH = Pattern.compile("^(char|binary|bit)(?!\\(|\\w)");
  private static final Pattern SINGLE = Pattern.compile("^float\\((?:\\d|1\\d|2[0-4])\\)");
  private static final Pattern DOUBLE = Pattern.compile("^float\\(\\d+\\)");
  private static final Pattern NO_PRECISION = Pattern.compile("^decimal(?!\\()");
  private static final Pattern NO_SCALE = Pattern.compile("^decimal\\((\\d+)\\)");
  private static final Pattern NO_DIGITS = Pattern.compile("^(time|datetime|timestamp)\\(0\\)");

  private MysqlTypeNames() {}

  private static void add(String name, String inCatalog) {
    NAMES.put(Pattern.compile("^" + name + "\\b"), inCatalog);
  }

  /**
   * The form of a type.
   *
   * @param type in lower case, with single blanks
   */
  static String form(String type) {
    String form = type;
    for (Map.Entry<Pattern, String> name : NAMES.entrySet()) {
      form = name.getKey().matcher(form).replaceFirst(name.getValue());
    }
    if (!form.equals("tinyint(1)")) {
      form = WIDTH.matcher(form).replaceFirst("$1");
    }
    form = SINGLE.matcher(form).replaceFirst("float");
    form = DOUBLE.matcher(form).replaceFirst("double");
    form = NO_LENGTH.matcher(form).replaceFirst("$1(1)");
    form = NO_PRECISION.matcher(form).replaceFirst("decimal(10,0)");
    form = NO_SCALE.matcher(form).replaceFirst("decimal($1,0)");
    form = NO_DIGITS.matcher(form).replaceFirst("$1");
    return form.replace("current_timestamp()", "current_timestamp").replace("year(4)", "year");
  }
}
