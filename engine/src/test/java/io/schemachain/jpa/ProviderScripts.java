package io.schemachain.jpa;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.diagnostic.Diagnostic;
import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.SourceText;
import io.schemachain.dialect.Dialect;
import io.schemachain.format.Binding;
import io.schemachain.format.NamingConvention;
import io.schemachain.target.SqlAuthor;
import io.schemachain.target.SqlSource;
import io.schemachain.target.Target;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the providers write for one large model: src/test/resources/jpa. */
public final class ProviderScripts {
  public static final List<String> PROVIDERS =
      List.of("hibernate-5.6", "hibernate-6.6", "hibernate-7.1", "eclipselink-4.0");

  private ProviderScripts() {}

  public static String script(String provider, String dialect) {
    String path = "/jpa/" + provider + "/" + dialect + ".sql";
    try (InputStream in = ProviderScripts.class.getResourceAsStream(path)) {
      return new String(requireNonNull(in, path).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Binding binding(Dialect dialect) {
    return new Binding(
        dialect.name(),
        dialect.keys(),
        dialect.identifiers().maxLength(),
        NamingConvention.DEFAULT,
        Map.of(),
        path -> "");
  }

  public static Target target(String provider, Dialect dialect) {
    return target(provider, dialect, script(provider, dialect.name()));
  }

  /** The same of a script. */
  public static Target target(String provider, Dialect dialect, String script) {
    SourceText text = new SourceText(provider, script);
    String name = provider.startsWith("eclipse") ? "EclipseLink" : "Hibernate";
    SqlAuthor author = new SqlAuthor(ProviderNames.of(name, dialect), JpaSource.KINDS, true);
    SqlSource source =
        new SqlSource("the entities", List.of(text), ProviderScripts::binding, author);
    Diagnostics diagnostics = new Diagnostics();
    Optional<Target> target = Target.of(List.of(source), dialect, diagnostics);
    assertThat(diagnostics.all().stream().map(Diagnostic::render)).isEmpty();
    return target.orElseThrow();
  }
}
