package io.schemachain.format;

import io.schemachain.format.Written.Keys;
import io.schemachain.operation.Operation;
import java.util.List;

/** Operations as an author would write them. */
public final class OperationText {
  private OperationText() {}

  /** The items of a YAML list, with LF line ends; empty for none. */
  public static String of(List<Operation> operations) {
    if (operations.isEmpty()) {
      return "";
    }
    String document =
        new YamlPrinter()
            .print(new Keys().put("upgrade", new OperationWriter(false).write(operations)));
    StringBuilder out = new StringBuilder();
    document.lines().skip(1).forEach(line -> out.append(unindented(line)).append('\n'));
    return out.toString();
  }

  private static String unindented(String line) {
    return line.startsWith("  ") ? line.substring(2) : line;
  }
}
