package io.schemachain.command;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What a command was asked to show. Nothing of it fails any more but the writing; what is large is
 * made while it is written and never held.
 */
@FunctionalInterface
public interface Shown {
  /** Writes all of it, with LF line ends. */
  void writeTo(Appendable out) throws IOException;

  /** A text; nothing for null. */
  static @Nullable Shown of(@Nullable String text) {
    return text == null ? null : out -> out.append(text);
  }
}
