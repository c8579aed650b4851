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
  private static final String CLEAR = "\r\u001b[K";
  private static final String CLEAR_PATTERN = "\r\u001b\\[K";

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

  private TerminalProgress terminal(int columns) {
    return new TerminalProgress(
        log, new PrintStream(terminal, true, UTF_8), () -> now, () -> columns);
  }

  /** What was drawn since the last call, each line without the sequence that clears it. */
  private List<String> drawn() {
    List<String> drawn =
        List.of(
            terminal.toString(UTF_8).replaceFirst("^" + CLEAR_PATTERN, "").split(CLEAR_PATTERN));
    terminal.reset();
    return drawn;
  }

  @Test
  void terminalHasALiveLineThatGoesAway() {
    TerminalProgress progress = terminal(100);
    run(progress);
    progress.end();
    assertThat(terminal.toString(UTF_8))
        .isEqualTo(
            CLEAR
                + "2 of 5  upgrade 8f4b2c1d90ae (Add phone to users)"
                + CLEAR
                + "2 of 5  upgrade 8f4b2c1d90ae (Add phone to users)  1/1 add_column phone"
                + CLEAR);
    assertThat(lines).containsExactly("upgrade 8f4b2c1d90ae (Add phone to users)  2 of 5  34 ms");
    assertThat(progress.showsOperations()).isTrue();
  }

  @Test
  void terminalTellsHowLongItTakesWhileAnOperationRuns() {
    TerminalProgress progress = terminal(100);
    progress.revisionStarted("upgrade", "b2", 1, 1);
    now += 300_000_000;
    progress.operationStarted("execute", 1, 2);
    drawn();
    now += 900_000_000;
    progress.tick();
    now += 130_000_000_000L;
    progress.tick();
    assertThat(drawn())
        .containsExactly(
            "1 of 1  upgrade b2  1/2 execute  1 s", "1 of 1  upgrade b2  1/2 execute  2 min 11 s");
    progress.revisionFinished("upgrade", "b2", 1, 1, Duration.ofMillis(34));
    drawn();
    progress.tick();
    progress.end();
    assertThat(terminal.toString(UTF_8)).isEmpty();
  }

  /** A line of the log stands alone, and the live line comes back below it. */
  @Test
  void logLineTakesThePlaceOfTheLiveLine() {
    TerminalProgress progress = terminal(100);
    progress.revisionStarted("upgrade", "b2", 1, 1);
    drawn();
    progress.info("Left out: a comment.");
    assertThat(terminal.toString(UTF_8)).isEqualTo(CLEAR);
    assertThat(lines).containsExactly("Left out: a comment.");
    terminal.reset();
    progress.tick();
    assertThat(terminal.toString(UTF_8)).isEqualTo(CLEAR + "1 of 1  upgrade b2");
    progress.end();
  }

  @Test
  void nothingTicksBeforeARevisionNorAfterTheEnd() throws InterruptedException {
    for (Thread thread : ticking()) {
      thread.join(); // Of another test, told to end.
    }
    TerminalProgress progress = terminal(100);
    assertThat(ticking()).isEmpty();
    progress.revisionStarted("upgrade", "b2", 1, 1);
    assertThat(ticking()).hasSize(1).allMatch(Thread::isDaemon);
    List<Thread> threads = ticking();
    progress.end();
    for (Thread thread : threads) {
      thread.join(10_000);
    }
    assertThat(ticking()).isEmpty();
    terminal.reset();
    progress.tick();
    assertThat(terminal.toString(UTF_8)).isEmpty();
  }

  private static List<Thread> ticking() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("schemachain-progress"))
        .toList();
  }

  @Test
  void lineIsAsLongAsTheTerminalIsWide() {
    String title = "8f4b2c1d90ae (Add the telephone numbers of all users and of all suppliers)";
    String line = "2 of 5  upgrade " + title + "  1/3 create_unique_constraint uq_users_phone";
    for (int columns : List.of(60, 80, 200)) {
      TerminalProgress progress = terminal(columns);
      progress.revisionStarted("upgrade", title, 2, 5);
      progress.operationStarted("create_unique_constraint uq_users_phone", 1, 3);
      terminal.reset();
      now += 12_000_000_000L;
      progress.tick();
      String shown = drawn().get(0);
      if (columns == 200) {
        assertThat(shown).isEqualTo(line + "  12 s");
      } else {
        // One cell stays free: a cursor behind the last one wraps on some terminals.
        assertThat(shown).hasSize(columns - 1).contains("…").endsWith("  12 s");
      }
      progress.end();
      terminal.reset();
    }
  }

  /** The title gives way first: what is being done is news, the title is known. */
  @Test
  void longTitleLeavesRoomForTheOperation() {
    TerminalProgress progress = terminal(60);
    progress.revisionStarted("upgrade", "8f4b2c1d90ae (为用户表和供应商表添加电话号码并更新旧数据)", 2, 5);
    progress.operationStarted("add_column 电话", 1, 3);
    progress.end();
    assertThat(drawn())
        .containsExactly(
            "2 of 5  upgrade 8f4b2c1d90ae (为用户表和供应商表添加电话号…",
            "2 of 5  upgrade 8f4b2c1d90ae (为用户…  1/3 add_column 电话");
  }

  @ParameterizedTest
  @CsvSource({
    "Add phone, 9",
    "添加电话, 8",
    "한국어, 6",
    "ｆｕｌｌ, 8",
    "ｱｲｳ, 3",
    "Zoë, 3",
    "Zoe\u0308, 3",
    "🐘, 2",
    "👍🏽, 4",
    "…, 1"
  })
  void cellsAreCountedAsATerminalDoes(String text, int cells) {
    assertThat(Cells.count(text)).isEqualTo(cells);
  }

  @Test
  void nothingThatATerminalWouldActOnIsDrawn() {
    assertThat(Cells.plain("a\u001b[31mb\tc\u202ed\u200de")).isEqualTo("a [31mb cde");
  }

  @Test
  void cutTextIsNeverWiderThanAskedFor() {
    assertThat(Cells.fit("添加电话", 8)).isEqualTo("添加电话");
    assertThat(Cells.fit("添加电话", 7)).isEqualTo("添加电…");
    assertThat(Cells.fit("添加电话", 6)).isEqualTo("添加…");
    assertThat(Cells.fit("🐘🐘", 3)).isEqualTo("🐘…");
    assertThat(Cells.fit("Zoe\u0308e", 3)).isEqualTo("Zo…");
    assertThat(Cells.fit("Zoe\u0308e", 4)).isEqualTo("Zoe\u0308e");
    assertThat(Cells.fit("phone", 0)).isEmpty();
  }

  @Test
  void widthIsThatOfTheTerminalElseThatOfTheShell() {
    assertThat(Terminal.columns("50 132\n", Map.of("COLUMNS", "90"))).isEqualTo(132);
    assertThat(Terminal.columns("0 0\n", Map.of("COLUMNS", "90"))).isEqualTo(90);
    assertThat(Terminal.columns("", Map.of("COLUMNS", "wide"))).isEqualTo(80);
    assertThat(Terminal.columns("stty: error", Map.of())).isEqualTo(80);
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
