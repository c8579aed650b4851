package io.schemachain.jpa;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a provider throws, in words. */
final class ProviderFailure {
  /** EclipseLink puts the sentence between the kind of exception and what was called. */
  private static final Pattern DESCRIPTION =
      Pattern.compile("(?s).*Exception Description: (.*?)(?:\\nInternal Exception:.*|\\n?)");

  private static final Pattern UNIT = Pattern.compile("^\\[PersistenceUnit: [^]]*] *");

  private static final List<String> PROVIDERS =
      List.of(
          "org.hibernate.",
          "org.eclipse.persistence.",
          "jakarta.persistence.",
          "javax.persistence.");

  private ProviderFailure() {}

  /**
   * @param provider for people
   * @param classes the mapped classes, of which the message names one where any cause does
   */
  static JpaException of(
      String provider, EntityLoader loader, List<String> classes, Throwable thrown) {
    List<Throwable> chain = chain(thrown);
    String message = sentence(chain);
    String entity = entity(chain, classes);
    if (entity == null) {
      entity = attribute(message, loader, classes);
    }
    boolean named = entity == null || mentions(message, entity);
    return new JpaException(
        provider
            + " cannot read the entities"
            + (named ? ": " : "; at " + entity + ": ")
            + message
            + (message.endsWith(".") ? "" : "."),
        hint(chain),
        chain.get(0));
  }

  /** From the outermost to the innermost; reflection only passes on. */
  private static List<Throwable> chain(Throwable thrown) {
    List<Throwable> chain = new ArrayList<>();
    for (Throwable one = thrown; one != null && !chain.contains(one); one = one.getCause()) {
      if (!(one instanceof InvocationTargetException)) {
        chain.add(one);
      }
    }
    return chain.isEmpty() ? List.of(thrown) : chain;
  }

  /** The innermost of what the provider says; what others threw below it stands behind. */
  private static String sentence(List<Throwable> chain) {
    StringBuilder below = new StringBuilder();
    for (int i = chain.size() - 1; i >= 0; i--) {
      Throwable one = chain.get(i);
      String missing = MissingClass.of(one);
      if (missing != null) {
        return "the class " + missing + MissingClass.SAID;
      }
      if (isProviders(one) && one.getMessage() != null && !one.getMessage().isBlank()) {
        return words(one) + (below.isEmpty() ? "" : " (" + below + ")");
      }
      if (below.isEmpty()) {
        below.append(words(one));
      }
    }
    return below.toString();
  }

  private static boolean isProviders(Throwable one) {
    return PROVIDERS.stream().anyMatch(one.getClass().getName()::startsWith);
  }

  private static String words(Throwable one) {
    String message = one.getMessage();
    if (message == null || message.isBlank()) {
      return one.getClass().getName();
    }
    Matcher description = DESCRIPTION.matcher(message);
    String text = description.matches() ? description.group(1) : message;
    text = UNIT.matcher(text).replaceFirst("").strip().replaceAll("\\s*\\R\\s*", " ");
    return isProviders(one) ? text : one.getClass().getSimpleName() + ": " + text;
  }

  private static @Nullable String entity(List<Throwable> chain, List<String> classes) {
    for (int i = chain.size() - 1; i >= 0; i--) {
      String message = String.valueOf(chain.get(i).getMessage());
      for (String name : classes) {
        if (mentions(message, name)) {
          return name;
        }
      }
    }
    for (StackTraceElement frame : chain.get(chain.size() - 1).getStackTrace()) {
      if (classes.contains(frame.getClassName())) {
        return frame.getClassName();
      }
    }
    return null;
  }

  /** Not as a part of a longer name; a field or the end of a sentence may follow. */
  private static boolean mentions(String message, String name) {
    return Pattern.compile("(?<![\\w.$])" + Pattern.quote(name) + "(?![\\w$])")
        .matcher(message)
        .find();
  }

  /** The one whose type the message names. */
  private static @Nullable String attribute(
      String message, EntityLoader loader, List<String> classes) {
    for (String name : classes) {
      try {
        for (Field field : loader.loadClass(name).getDeclaredFields()) {
          if (mentions(message, field.getType().getName())) {
            return name + "." + field.getName();
          }
        }
      } catch (ClassNotFoundException | LinkageError e) {
        // It says no more than what is told already.
        return null;
      }
    }
    return null;
  }

  private static String hint(List<Throwable> chain) {
    return chain.stream().anyMatch(one -> MissingClass.of(one) != null)
        ? MissingClass.HINT
        : "Correct the entities, or what `jpa` says of them. With -e, Maven shows all that the provider"
            + " says.";
  }
}
