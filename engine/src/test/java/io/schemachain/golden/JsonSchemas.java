package io.schemachain.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The JSON Schemas that a case and the documents in it must be valid against. */
final class JsonSchemas {
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final Schema CASE = schema(GoldenCase.ROOT.resolve("case.schema.json"));
  private static final Schema REVISION =
      schema(Path.of("../format-spec/src/main/resources/io/schemachain/format/revision-1.json"));

  private JsonSchemas() {}

  static void check(GoldenCase golden) {
    check(CASE, read(golden.file()), golden);
    check(REVISION, golden.givenDocument(), golden);
    check(REVISION, golden.document(), golden);
  }

  private static void check(Schema schema, String text, GoldenCase golden) {
    assertThat(schema.validate(text, InputFormat.YAML))
        .as("%s:%n%s", golden.file(), text)
        .isEmpty();
  }

  private static Schema schema(Path file) {
    return REGISTRY.getSchema(read(file), InputFormat.JSON);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
