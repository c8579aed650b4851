package io.schemachain.apply;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** JDBC URLs, and what drivers say of them, as they may be shown. */
public final class Urls {
  private static final String HIDDEN = "***";

  /** The rest of a word behind it may be of the password: it may have a separator in it. */
  private static final Pattern PARAMETER =
      Pattern.compile("([?&;,(:]\\s*)([\\w.%-]++)(\\s*=\\s*)([^&;)\\s]*+)");

  private static final Pattern SECRET_NAME =
      Pattern.compile("pass|pwd|secret|token|credential|key|pin$|auth$");

  /** {@code //user:password@host}, also with a second one behind a comma. */
  private static final Pattern USER_INFO =
      Pattern.compile("(//|,)([^/@:,\\s?;=(]*+):([^\\s,?;]*)@");

  private static final Pattern ORACLE = Pattern.compile("(jdbc:oracle:\\w++:[^/@\\s:]*+)/(\\S*)@");

  private Urls() {}

  /** The URL, or a text with URLs in it, with every password replaced by {@code ***}. */
  public static String withoutSecrets(String text) {
    String hidden = ORACLE.matcher(text).replaceAll("$1/" + HIDDEN + "@");
    hidden = USER_INFO.matcher(hidden).replaceAll("$1$2:" + HIDDEN + "@");
    return PARAMETER
        .matcher(hidden)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    isSecret(found.group(2))
                        ? found.group(1) + found.group(2) + found.group(3) + HIDDEN
                        : found.group()));
  }

  /** Whether what is called so is not for everybody: {@code trustStorePassword}. */
  public static boolean isSecret(String property) {
    return SECRET_NAME.matcher(decoded(property).toLowerCase(Locale.ROOT)).find();
  }

  /** The passwords in a URL. */
  static List<String> secrets(String url) {
    List<String> secrets = new ArrayList<>();
    for (Pattern pattern : List.of(ORACLE, USER_INFO)) {
      Matcher matcher = pattern.matcher(url);
      while (matcher.find()) {
        secrets.add(matcher.group(matcher.groupCount()));
      }
    }
    Matcher matcher = PARAMETER.matcher(url);
    while (matcher.find()) {
      if (isSecret(matcher.group(2))) {
        secrets.add(matcher.group(4));
      }
    }
    List<String> all = new ArrayList<>(secrets);
    secrets.forEach(secret -> all.add(decoded(secret)));
    all.removeIf(String::isEmpty);
    return all;
  }

  private static String decoded(String text) {
    try {
      return java.net.URLDecoder.decode(text, java.nio.charset.StandardCharsets.UTF_8);
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
    @Nullable Throwable cause = error.getCause();
    if (cause != null && cause != error) {
      shown.initCause(withoutSecrets(cause, settings));
    }
    return shown;
  }
}
