package io.schemachain.apply;

import java.util.regex.Pattern;

/** JDBC URLs as they may be shown. */
public final class Urls {
  private static final Pattern SECRET_PARAMETER =
      Pattern.compile(
          "(?i)([?&;,(]\\s*[a-z_.]*(?:password|passwd|pwd|secret|token|passphrase)[a-z_.]*\\s*=)[^&;,)]*");
  private static final Pattern USER_INFO = Pattern.compile("(^|[/\\s])([^/@:\\s]+):[^/@\\s]+@");

  private Urls() {}

  /** The URL with every password in it replaced by {@code ***}. */
  public static String withoutSecrets(String url) {
    String hidden = SECRET_PARAMETER.matcher(url).replaceAll("$1***");
    return USER_INFO.matcher(hidden).replaceAll("$1$2:***@");
  }
}
