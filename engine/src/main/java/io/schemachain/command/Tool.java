package io.schemachain.command;

/** What this tool calls itself. */
final class Tool {
  private static final String VERSION = version();

  private Tool() {}

  private static String version() {
    String version = Tool.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  /** {@code schemachain 0.1.0}, as scripts and the version table have it. */
  static String name() {
    return "schemachain " + VERSION;
  }
}
