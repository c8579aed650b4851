package io.schemachain.format;

import static java.util.Objects.requireNonNull;

import io.schemachain.format.Written.Items;
import io.schemachain.format.Written.Keys;
import io.schemachain.operation.Operation;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One operation in the words of several dialects, written with a map by dialect where they differ.
 */
final class DialectValues {
  /** Where a map by dialect is easier to read than a second operation. */
  private static final Set<String> PLACES = Set.of("type", "default");

  private final Map<String, List<String>> keys;
  private final OperationWriter writer = new OperationWriter(false);
  private final IdentityHashMap<Operation, Written> documents = new IdentityHashMap<>();

  /**
   * @param keys what a dialect takes of a map by dialect, in this order
   */
  DialectValues(Map<String, List<String>> keys) {
    this.keys = keys;
  }

  /** The word of an operation and the names of what it is about. */
  List<Object> subject(Operation operation) {
    Keys keys = (Keys) written(operation);
    String word = keys.entries().keySet().iterator().next();
    Map<String, Written> parameters =
        ((Keys) requireNonNull(keys.entries().get(word), "parameters")).entries();
    return List.of(
        word,
        Optional.ofNullable(parameters.get("table")),
        Optional.ofNullable(parameters.get("name")));
  }

  private Written written(Operation operation) {
    return documents.computeIfAbsent(operation, one -> one.accept(writer));
  }

  /** The document of all; null where they differ in more than values. */
  @Nullable Written of(Map<String, Operation> operations) {
    Map<String, Written> written = new LinkedHashMap<>();
    operations.forEach((dialect, operation) -> written.put(dialect, written(operation)));
    return merged(written, false);
  }

  private @Nullable Written merged(Map<String, Written> all, boolean isPlace) {
    List<Written> values = List.copyOf(all.values());
    Written first = values.get(0);
    if (values.stream().allMatch(first::equals)) {
      return first;
    }
    if (isPlace) {
      return byDialect(all);
    }
    if (values.stream().allMatch(Keys.class::isInstance)) {
      return keys(all);
    }
    return values.stream().allMatch(Items.class::isInstance) ? items(all) : null;
  }

  private @Nullable Written keys(Map<String, Written> all) {
    Set<String> names = new LinkedHashSet<>();
    all.values().forEach(one -> names.addAll(((Keys) one).entries().keySet()));
    Keys result = new Keys();
    for (String name : names) {
      Map<String, Written> values = new LinkedHashMap<>();
      all.forEach(
          (dialect, one) -> {
            Written value = ((Keys) one).entries().get(name);
            if (value != null) {
              values.put(dialect, value);
            }
          });
      // Options stand under the name of their database, and are for it alone.
      boolean isOption = Narrowing.DIALECTS.contains(name);
      Written value =
          values.size() == all.size() || isOption ? merged(values, PLACES.contains(name)) : null;
      if (value == null) {
        return null;
      }
      result.put(name, value);
    }
    return result;
  }

  private @Nullable Written items(Map<String, Written> all) {
    int size = ((Items) all.values().iterator().next()).items().size();
    List<Written> result = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      Map<String, Written> values = new LinkedHashMap<>();
      for (Map.Entry<String, Written> one : all.entrySet()) {
        List<? extends Written> items = ((Items) one.getValue()).items();
        if (items.size() != size) {
          return null;
        }
        values.put(one.getKey(), items.get(i));
      }
      Written item = merged(values, false);
      if (item == null) {
        return null;
      }
      result.add(item);
    }
    return new Items(result);
  }

  /** What most have is the default, unless none is more frequent than the others. */
  private Keys byDialect(Map<String, Written> values) {
    Map<Written, Integer> counts = new LinkedHashMap<>();
    values.values().forEach(value -> counts.merge(value, 1, Integer::sum));
    Written usual = null;
    for (Map.Entry<Written, Integer> count : counts.entrySet()) {
      int most = usual == null ? 1 : requireNonNull(counts.get(usual));
      usual = count.getValue() > most ? count.getKey() : usual;
    }
    Keys map = new Keys();
    if (usual != null) {
      map.put(Narrowing.DEFAULT, usual);
    }
    for (Map.Entry<String, Written> value : values.entrySet()) {
      if (!value.getValue().equals(usual)) {
        map.put(value.getKey(), value.getValue());
      }
    }
    for (Map.Entry<String, Written> value : values.entrySet()) {
      if (!value.getValue().equals(chosen(map, value.getKey()))) {
        map.put(value.getKey(), value.getValue());
      }
    }
    return map;
  }

  private @Nullable Written chosen(Keys map, String dialect) {
    for (String key : keys.getOrDefault(dialect, List.of(dialect))) {
      Written value = map.entries().get(key);
      if (value != null) {
        return value;
      }
    }
    return map.entries().get(Narrowing.DEFAULT);
  }
}
