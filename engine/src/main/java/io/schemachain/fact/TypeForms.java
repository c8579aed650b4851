package io.schemachain.fact;

import io.schemachain.model.DataType;
import io.schemachain.model.DataType.Enumeration;
import io.schemachain.model.DataType.Scalar;
import io.schemachain.model.TypeKind;
import java.util.List;

/** What a change of a type is, whatever a database makes of it. */
final class TypeForms {
  static final String TYPE = "alter-column/type";

  /** MySQL keeps the length of a text in one byte up to here, in two above. */
  private static final int ONE_LENGTH_BYTE = 255;

  /** Bytes that a character takes at most, in latin1, utf8mb3 and utf8mb4. */
  private static final List<Integer> CHARACTER_BYTES = List.of(1, 3, 4);

  private TypeForms() {}

  static String of(DataType old, DataType now) {
    if (old instanceof Enumeration one && now instanceof Enumeration other) {
      return isLonger(one, other) ? TYPE + "/enum-append" : TYPE;
    }
    return old instanceof Scalar one && now instanceof Scalar other ? of(one, other) : TYPE;
  }

  private static boolean isLonger(Enumeration old, Enumeration now) {
    int count = old.values().size();
    return now.values().size() > count && now.values().subList(0, count).equals(old.values());
  }

  private static String of(Scalar old, Scalar now) {
    if (old.kind().isInteger() && now.kind().isInteger()) {
      return TYPE + (old.kind().compareTo(now.kind()) < 0 ? "/wider-integer" : "/narrower-integer");
    }
    if (old.kind() == TypeKind.STRING && now.kind() == TypeKind.TEXT) {
      return TYPE + "/string-to-text";
    }
    if (old.kind() == TypeKind.TEXT && now.kind() == TypeKind.STRING) {
      return TYPE + "/text-to-string";
    }
    return old.kind() == now.kind() ? sameKind(old, now) : TYPE;
  }

  private static String sameKind(Scalar old, Scalar now) {
    return switch (old.kind()) {
      case STRING -> TYPE + string(old.requireLength(), now.requireLength());
      case VARBINARY -> TYPE + binary(old.requireLength(), now.requireLength());
      case NUMERIC -> TYPE + digits(old, now);
      case TIME, TIMESTAMP, TIMESTAMPTZ ->
          TYPE + (old.requireLength() < now.requireLength() ? "/more-fraction" : "/less-fraction");
      default -> TYPE;
    };
  }

  private static String string(int old, int now) {
    if (now < old) {
      return "/shorter-string";
    }
    boolean moreBytes =
        CHARACTER_BYTES.stream()
            .anyMatch(bytes -> old * bytes <= ONE_LENGTH_BYTE && now * bytes > ONE_LENGTH_BYTE);
    return moreBytes ? "/longer-string/more-length-bytes" : "/longer-string";
  }

  private static String binary(int old, int now) {
    if (now < old) {
      return "/shorter-binary";
    }
    boolean moreBytes = old <= ONE_LENGTH_BYTE && now > ONE_LENGTH_BYTE;
    return moreBytes ? "/longer-binary/more-length-bytes" : "/longer-binary";
  }

  private static String digits(Scalar old, Scalar now) {
    if (old.requireScale() != now.requireScale()) {
      return "/other-scale";
    }
    return old.requireLength() < now.requireLength() ? "/more-digits" : "/fewer-digits";
  }
}
