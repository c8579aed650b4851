package io.schemachain.jpa;

import java.io.Closeable;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The standard's {@code PersistenceUnitInfo} of classes that no file makes a unit of. */
final class UnitInfo implements InvocationHandler, Closeable {
  private static final String MAPPINGS = "META-INF/orm.xml";

  private final EntityLoader loader;
  private final Class<?> standard;
  private final List<String> classes;
  private final List<String> mappings;
  private final URL root;
  private final List<EntityLoader> temporary = new ArrayList<>();

  /**
   * @param mappings files with mappings on the class path; none for the usual one
   * @param root a place that a provider may name itself after; nothing is looked for in it
   */
  UnitInfo(
      EntityLoader loader,
      Class<?> standard,
      List<String> classes,
      List<String> mappings,
      URL root) {
    this.loader = loader;
    this.standard = standard;
    this.classes = List.copyOf(classes);
    this.mappings = mappings(loader, mappings);
    this.root = root;
  }

  private static List<String> mappings(EntityLoader loader, List<String> said) {
    if (!said.isEmpty()) {
      return said;
    }
    return loader.getResource(MAPPINGS) == null ? List.of() : List.of(MAPPINGS);
  }

  Object proxy() {
    return Proxy.newProxyInstance(loader, new Class<?>[] {standard}, this);
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) {
    return switch (method.getName()) {
      case "getPersistenceUnitName", "toString" -> "entities";
      case "getManagedClassNames" -> new ArrayList<>(classes);
      case "excludeUnlistedClasses" -> true;
      case "getMappingFileNames" -> new ArrayList<>(mappings);
      case "getPersistenceUnitRootUrl" -> root;
      case "getProperties" -> new Properties();
      case "getPersistenceXMLSchemaVersion" -> "2.1";
      case "getClassLoader" -> loader;
      case "getNewTempClassLoader" -> {
        EntityLoader one = loader.again();
        temporary.add(one);
        yield one;
      }
      case "getTransactionType" -> constant(method, "RESOURCE_LOCAL");
      case "getSharedCacheMode" -> constant(method, "UNSPECIFIED");
      case "getValidationMode" -> constant(method, "AUTO");
      case "hashCode" -> System.identityHashCode(proxy);
      case "equals" -> arguments != null && arguments[0] == proxy;
      default -> nothing(method);
    };
  }

  private static @Nullable Object constant(Method method, String name) {
    for (Object constant : method.getReturnType().getEnumConstants()) {
      if (((Enum<?>) constant).name().equals(name)) {
        return constant;
      }
    }
    return null;
  }

  /** What a method gives that has nothing to tell. */
  static @Nullable Object nothing(Method method) {
    Class<?> type = method.getReturnType();
    if (type == List.class) {
      return new ArrayList<>();
    }
    if (type == boolean.class) {
      return false;
    }
    return type == int.class ? 0 : null;
  }

  @Override
  public void close() throws IOException {
    for (EntityLoader one : temporary) {
      one.close();
    }
  }
}
