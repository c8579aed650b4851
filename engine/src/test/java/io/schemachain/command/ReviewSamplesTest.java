package io.schemachain.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The documents that README links: of the pull request under {@code
 * it/src/it/lint-fails-on-dangerous-revisions}, as it came and as it was mended. {@code
 * -Dgolden.update=true} writes them anew: look at them in a browser before they are committed, and
 * take the pictures beside them again.
 */
final class ReviewSamplesTest {
  private static final Path PROJECT = Path.of("../it/src/it/lint-fails-on-dangerous-revisions");
  private static final Path SAMPLES = Path.of("../it/samples/review");

  /** What is there before the pull request. */
  private static final String MAIN = "versions/0001_orders.yaml";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"dangerous, html", "dangerous, markdown", "fixed, html", "fixed, markdown"})
  void is_written_like_this(String state, String format) throws IOException {
    TestProject project = pullRequest(PROJECT.resolve(state));
    Review.Request request =
        new Review.Request(ReviewFormat.of(format).orElseThrow(), "main", null);
    String review = Objects.requireNonNull(new Review(project.workspace()).run(request).output());
    Path sample = SAMPLES.resolve(state + (format.equals("html") ? ".html" : ".md"));
    if (Boolean.getBoolean("golden.update") && System.getenv("CI") == null) {
      Files.createDirectories(SAMPLES);
      Files.writeString(sample, review);
    }
    assertThat(review).isEqualTo(Files.readString(sample));
  }

  private TestProject pullRequest(Path state) throws IOException {
    TestProject project = new TestProject(folder);
    TestRepository repository = new TestRepository(folder);
    List<Path> files = filesOf(state);
    for (Path file : files) {
      if (!file.startsWith("versions") || file.equals(Path.of(MAIN))) {
        project.file(file.toString(), Files.readString(state.resolve(file)));
      }
    }
    repository.commit("Ada Lovelace");
    for (Path file : files) {
      project.file(file.toString(), Files.readString(state.resolve(file)));
    }
    repository.branch("customers");
    repository.commit("Grace Hopper");
    return project;
  }

  private static List<Path> filesOf(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).map(folder::relativize).sorted().toList();
    }
  }
}
