package io.schemachain.apply;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** JDBC URLs, and what drivers say of them, as they may be shown. */
public final class Urls {
  private static final String HIDDEN = "***";

  private static final Pattern NAME = Pattern.compile("[?&;,(:]\\s*([\\w.%-]++)\\s*=\\s*+");

  private static final Pattern SECRET_NAME =
      Pattern.compile("pass|pwd|secret|token|credential|key|pin$|auth$");

  /**
   * {@code //user:password@host}, also with a second one behind a comma. A text may begin so very
   * often, so that not all of it is searched each time for the end.
   */
  private static final Pattern USER_INFO =
      Pattern.compile("(//|,)([^/@:,\\s?;=(]*+):([^\\s,?;]{0,4000})@");

  /** {@code thin:user/password@}; in other databases a file may look so. */
  private static final Pattern ORACLE =
      Pattern.compile("(jdbc:(?!h2:|sqlite:)\\w++:\\w++:[^/@\\s:]++)/(\\S*)@");

  private Urls() {}

  /** The URL, or a text with URLs in it, with every password replaced by {@code ***}. */
  public static String withoutSecrets(String text) {
    String hidden = ORACLE.matcher(text).replaceAll("$1/" + HIDDEN + "@");
    hidden = USER_INFO.matcher(hidden).replaceAll("$1$2:" + HIDDEN + "@");
    StringBuilder shown = new StringBuilder();
    int done = 0;
    for (int[] value : secretValues(hidden)) {
      shown.append(hidden, done, value[0]).append(HIDDEN);
      done = value[1];
    }
    return shown.append(hidden, done, hidden.length()).toString();
  }

  /** Where the values of secret parameters begin and end. */
  private static List<int[]> secretValues(String text) {
    List<int[]> values = new ArrayList<>();
    // Within a sentence a space ends the URL; a password may have one.
    String ends = text.startsWith("jdbc:") ? "&;)" : "&;) \n";
    Matcher name = NAME.matcher(text);
    for (int from = 0; name.find(from); ) {
      from = name.end();
      if (isSecret(name.group(1))) {
        while (from < text.length() && ends.indexOf(text.charAt(from)) < 0) {
          from++;
        }
        values.add(new int[] {name.end(), from});
      }
      if (from >= text.length()) {
        break;
      }
    }
    return values;
  }

  /** Whether what is called so is not for everybody: {@code trustStorePassword}. */
  public static boolean isSecret(String property) {
    return SECRET_NAME.matcher(decoded(property).toLowerCase(Locale.ROOT)).find();
  }

  /** The passwords in a URL. */
  public static List<String> secrets(String url) {
    List<String> secrets = new ArrayList<>();
    for (Pattern pattern : List.of(ORACLE, USER_INFO)) {
      Matcher matcher = pattern.matcher(url);
      while (matcher.find()) {
        secrets.add(matcher.group(matcher.groupCount()));
      }
    }
    secretValues(url).forEach(value -> secrets.add(url.substring(value[0], value[1])));
    List<String> all = new ArrayList<>(secrets);
    secrets.forEach(secret -> all.add(decoded(secret)));
    all.removeIf(String::isEmpty);
    return all;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text; // It is not encoded.
    }
  }

  /** The same failure, for a trace that may be shown: drivers repeat URLs in their messages. */
  static SQLException withoutSecrets(Throwable error, ConnectionSettings settings) {
    String message = error.getClass().getName() + ": " + error.getMessage();
    String state = error instanceof SQLException sql ? sql.getSQLState() : null;
    int code = error instanceof SQLException sql ? sql.getErrorCode() : 0;
    SQLException shown = new SQLException(settings.withoutSecrets(message), state, code);
    shown.setStackTrace(error.getStackTrace());
    Throwable cause = error.getCause();
    if (cause != null && cause != error) {
      shown.initCause(withoutSecrets(cause, settings));
    }
    return shown;
  }
}
