package io.schemachain.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

final class LoaderThreadTest {
  /** The loader is closed behind it, which a provider must not notice. */
  @Test
  void interrupted_it_waits_until_the_other_code_has_ended() {
    AtomicBoolean hasEnded = new AtomicBoolean();
    Thread caller = Thread.currentThread();
    assertThatThrownBy(
            () ->
                LoaderThread.call(
                    getClass().getClassLoader(),
                    () -> {
                      caller.interrupt();
                      try {
                        Thread.sleep(60_000);
                      } catch (InterruptedException e) {
                        Thread.sleep(300);
                        hasEnded.set(true);
                      }
                      return "";
                    }))
        .isInstanceOf(JpaException.class)
        .hasMessage("Reading the entities was interrupted.");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(hasEnded).isTrue();
  }
}
