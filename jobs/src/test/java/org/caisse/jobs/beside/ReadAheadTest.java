package org.caisse.jobs.beside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ReadAheadTest {

  @Test
  void givesEveryItemInItsOrderAndThenTheEnd() throws IOException {
    AtomicInteger next = new AtomicInteger();
    List<Integer> taken = new ArrayList<>();
    try (ReadAhead<Integer> ahead =
        new ReadAhead<>("test", () -> next.get() < 1_000 ? next.getAndIncrement() : null)) {
      for (Integer item = ahead.take(); item != null; item = ahead.take()) {
        taken.add(item);
      }
    }
    assertThat(taken).hasSize(1_000).isSorted().startsWith(0).endsWith(999);
  }

  @Test
  void aFailureComesAfterTheItemsBeforeIt() throws IOException {
    AtomicInteger next = new AtomicInteger();
    IOException broken = new IOException("disk gone");
    try (ReadAhead<Integer> ahead =
        new ReadAhead<>(
            "test",
            () -> {
              if (next.get() == 2) {
                throw broken;
              }
              return next.getAndIncrement();
            })) {
      assertThat(ahead.take()).isZero();
      assertThat(ahead.take()).isOne();
      assertThatThrownBy(ahead::take).isSameAs(broken);
    }
  }

  @Test
  void anErrorIsNotLost() {
    try (ReadAhead<Integer> ahead =
        new ReadAhead<>(
            "test",
            () -> {
              throw new StackOverflowError("deep");
            })) {
      assertThatThrownBy(ahead::take)
          .isInstanceOf(IllegalStateException.class)
          .hasRootCauseInstanceOf(StackOverflowError.class);
    }
  }

  @Test
  void closingEndsTheThreadThoughNobodyTakes() throws InterruptedException {
    AtomicReference<Thread> reading = new AtomicReference<>();
    CountDownLatch started = new CountDownLatch(1);
    ReadAhead<Integer> ahead =
        new ReadAhead<>(
            "test",
            () -> {
              reading.set(Thread.currentThread());
              started.countDown();
              return 1;
            });
    assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();
    ahead.close();
    assertThat(reading.get().isAlive()).isFalse();
  }

  @Test
  void itReadsNoMoreThanAFewItemsAhead() throws IOException, InterruptedException {
    AtomicInteger read = new AtomicInteger();
    try (ReadAhead<Integer> ahead = new ReadAhead<>("test", read::incrementAndGet)) {
      assertThat(ahead.take()).isOne();
      TimeUnit.MILLISECONDS.sleep(200);
      assertThat(read.get()).isBetween(2, 8);
    }
  }
}
