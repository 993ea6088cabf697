package org.caisse.jobs.beside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MadeBesideTest {

  @Test
  void whatIsReadyEarlierWaitsForWhatWasAskedForBefore() throws IOException {
    List<Integer> received = new ArrayList<>();
    CountDownLatch second = new CountDownLatch(1);
    try (MadeBeside<Integer> made = new MadeBeside<>("made", received::add)) {
      made.add(
          () -> {
            // Only when the two are made at the same time does this end.
            second.await();
            return 0;
          });
      made.add(
          () -> {
            second.countDown();
            return 1;
          });
      for (int i = 2; i < 100; i++) {
        int number = i;
        made.add(() -> number);
      }
      made.finish();
    }
    assertThat(received).isEqualTo(IntStream.range(0, 100).boxed().toList());
  }

  @Test
  void aFailureIsThatOfWhoeverAsks() {
    List<Integer> received = new ArrayList<>();
    assertThatThrownBy(
            () -> {
              try (MadeBeside<Integer> made = new MadeBeside<>("made", received::add)) {
                made.add(() -> 0);
                made.add(
                    () -> {
                      throw new IOException("no room");
                    });
                made.finish();
              }
            })
        .isInstanceOf(IOException.class)
        .hasMessage("no room");
    assertThat(received).containsExactly(0);
  }
}
