package io.schemachain.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.diagnostic.Diagnostic;
import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.SourceLocation;
import io.schemachain.diagnostic.SourceText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EntityLoadingTest {
  private static final SourceLocation ASKED = SourceLocation.ofFile(new SourceText("the POM", ""));

  @TempDir private Path root;

  @Test
  void what_is_missing_is_named_and_annotations_are_not_missed() throws IOException {
    TestClasses classes = new TestClasses(root);
    classes.source("lib", "com.example.lib", "public class Base {}");
    classes.source("lib", "com.example.lib", "public class Address {}");
    classes.library("lib");
    classes.source("src", "com.example", "public class Child extends com.example.lib.Base {}");
    classes.source("src", "com.example", "public class User { com.example.lib.Address home; }");
    classes.source(
        "src",
        "com.example",
        "public class Post { Post x(com.example.lib.Base b) {return this;} }");
    classes.source("src", "com.example", "@jakarta.persistence.Entity public class Fine {}");
    URL built = classes.compile("src").toUri().toURL();

    Diagnostics diagnostics = new Diagnostics();
    try (EntityLoader loader = new EntityLoader(List.of(built))) {
      EntityLoading.check(
          List.of(
              "com.example.Child",
              "com.example.Fine",
              "com.example.Gone",
              "com.example.Post",
              "com.example.User"),
          loader,
          ASKED,
          diagnostics);
    }
    String end =
        ", which it extends, implements or names as a type, is not on the class path of the project.";
    assertThat(diagnostics.all().stream().map(Diagnostic::message))
        .containsExactly(
            "The class com.example.Child does not load: com.example.lib.Base" + end,
            "The class com.example.Gone does not load: it is not on the class path of the project.",
            "The class com.example.Post does not load: com.example.lib.Base" + end,
            "The class com.example.User does not load: com.example.lib.Address" + end);
  }

  /** Without a back end it would say so, and with one write the log of the project. */
  @Test
  void entity_that_logs_logs_nowhere() throws Exception {
    String slf4j = "org.slf4j.LoggerFactory";
    URL api = Class.forName(slf4j).getProtectionDomain().getCodeSource().getLocation();
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream err = System.err;
    try (EntityLoader loader = new EntityLoader(List.of(api));
        PrintStream all = new PrintStream(said, true, StandardCharsets.UTF_8)) {
      System.setErr(all);
      Object logger =
          loader.loadClass(slf4j).getMethod("getLogger", String.class).invoke(null, "entity");
      assertThat(logger.getClass().getSimpleName()).isEqualTo("NOPLogger");
      assertThat(logger.getClass().getClassLoader()).isSameAs(loader);
    } finally {
      System.setErr(err);
    }
    assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
  }
}
