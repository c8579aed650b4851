package io.schemachain.command;

import static java.util.Objects.requireNonNull;

import io.schemachain.diagnostic.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a command gives back.
 *
 * @param shown what it was asked to show (a script, a list, JSON); null when it only did something
 * @param messages what it says about itself, one line each
 * @param failure why the goal fails although it has all to show, such as the findings of lint; null
 *     where it does not
 * @param report the content of a report: texts, numbers, booleans, lists and maps, in the order to
 *     write; the status is not in it
 */
public record CommandResult(
    Status status,
    @Nullable Shown shown,
    List<String> messages,
    Map<String, Object> report,
    @Nullable String failure) {
  public CommandResult {
    requireNonNull(status, "status");
    messages = List.copyOf(messages);
    report = Collections.unmodifiableMap(new LinkedHashMap<>(report));
  }

  /** A result that is no failure. */
  public CommandResult(
      Status status, @Nullable Shown shown, List<String> messages, Map<String, Object> report) {
    this(status, shown, messages, report, null);
  }

  /** All of what is shown, in memory; null when nothing is. */
  public @Nullable String output() {
    if (shown == null) {
      return null;
    }
    StringBuilder out = new StringBuilder();
    try {
      shown.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }
}
