package io.schemachain.maven;

import static io.schemachain.maven.MavenContext.PREFIX;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives a goal what {@code -D} says, also where the POM says something else. Maven takes the value
 * in the POM then, so that nobody could point a configured goal at another database.
 */
final class CommandLineFirst {
  private CommandLineFirst() {}

  static void apply(Object goal, MavenContext maven) {
    PropertyNames.of(maven.execution().getMojoDescriptor())
        .forEach(
            (field, property) ->
                maven
                    .commandLineProperty(property)
                    .ifPresent(value -> set(goal, field, property, value)));
  }

  private static void set(Object goal, String name, String property, String value) {
    Field field = field(goal.getClass(), name);
    try {
      field.setAccessible(true);
      if (field.get(goal) instanceof JpaParameter jpa) {
        jpa.set(value); // What the POM says beside the packages stays.
      } else {
        field.set(goal, converted(field.getType(), property, value));
      }
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("Cannot set " + field, e);
    }
  }

  private static Field field(Class<?> goal, String name) {
    for (Class<?> type = goal; type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (field.getName().equals(name)) {
          return field;
        }
      }
    }
    throw new IllegalStateException(goal + " has no field " + name);
  }

  private static @Nullable Object converted(Class<?> type, String property, String value) {
    if (type == boolean.class) {
      return truth(property, value);
    }
    if (type == List.class) {
      return Arrays.stream(value.split(",", -1)).map(String::strip).toList();
    }
    if (type == String.class) {
      return value.isEmpty() ? null : value;
    }
    throw new IllegalStateException(property + " is of " + type);
  }

  private static boolean truth(String property, String value) {
    return switch (value) {
      case "", "true" -> true;
      case "false" -> false;
      default ->
          throw GoalException.wrongInput(
              "-D%s%s is true or false, not '%s'.".formatted(PREFIX, property, value));
    };
  }
}
