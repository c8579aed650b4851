package io.schemachain.maven;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.command.Progress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProgressTest {
  private final List<String> lines = new ArrayList<>();
  private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
  private long now;

  private final SystemStreamLog log =
      new SystemStreamLog() {
        @Override
        public void info(CharSequence content) {
          lines.add(content.toString());
        }
      };

  private static void run(Progress progress) {
    String title = "8f4b2c1d90ae (Add phone to users)";
    progress.revisionStarted("upgrade", title, 2, 5);
    progress.operationStarted("add_column phone", 1, 1);
    progress.revisionFinished("upgrade", title, 2, 5, Duration.ofMillis(34));
  }

  @Test
  void logHasOneLineForEachRevision() {
    LogProgress progress = new LogProgress(log);
    run(progress);
    progress.end();
    assertThat(lines).containsExactly("upgrade 8f4b2c1d90ae (Add phone to users)  2 of 5  34 ms");
    assertThat(progress.showsOperations()).isFalse();
  }

  @Test
  void terminalHasALiveLineThatGoesAway() {
    TerminalProgress progress =
        new TerminalProgress(log, new PrintStream(terminal, true, UTF_8), () -> now += 2_000_000);
    run(progress);
    progress.end();
    String clear = "\r\u001b[K";
    assertThat(terminal.toString(UTF_8))
        .isEqualTo(
            clear
                + "2 of 5  upgrade 8f4b2c1d90ae (Add phone to users)"
                + clear
                + "2 of 5  upgrade 8f4b2c1d90ae (Add phone to users)  1/1 add_column phone  2 ms"
                + clear);
    assertThat(lines).containsExactly("upgrade 8f4b2c1d90ae (Add phone to users)  2 of 5  34 ms");
    assertThat(progress.showsOperations()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"0, 0 ms", "999, 999 ms", "1250, 1.25 s", "59999, 60.00 s", "125000, 2 min 5 s"})
  void durationsAreShort(long millis, String text) {
    assertThat(LogProgress.text(Duration.ofMillis(millis))).isEqualTo(text);
  }

  @Test
  void escapesAreLeftOutWhereNobodyWantsThem() {
    Properties never = new Properties();
    never.setProperty("style.color", "never");
    assertThat(Terminal.allowsEscapes(new Properties(), Map.of("TERM", "xterm"))).isTrue();
    assertThat(Terminal.allowsEscapes(never, Map.of())).isFalse();
    assertThat(Terminal.allowsEscapes(new Properties(), Map.of("TERM", "dumb"))).isFalse();
    assertThat(Terminal.allowsEscapes(new Properties(), Map.of("NO_COLOR", "1"))).isFalse();
  }
}
