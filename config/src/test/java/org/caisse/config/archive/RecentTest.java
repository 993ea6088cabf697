package org.caisse.config.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecentTest {

  private final List<Integer> worked = new ArrayList<>();
  private final Recent<Integer, String> recent = new Recent<>();

  private String ask(int key) {
    return recent.get(
        key,
        asked -> {
          worked.add(asked);
          return "result of " + asked;
        });
  }

  @Test
  void theSameIsWorkedOutOnce() {
    assertThat(ask(1)).isEqualTo("result of 1").isSameAs(ask(1));
    assertThat(ask(2)).isEqualTo("result of 2");
    assertThat(worked).containsExactly(1, 2);
  }

  @Test
  void whatWasNotAskedForTheLongestTimeIsForgottenFirst() {
    for (int key = 1; key <= 8; key++) {
      ask(key);
    }
    ask(1);
    ask(9);
    worked.clear();
    ask(1);
    ask(9);
    ask(2);
    assertThat(worked).containsExactly(2);
  }

  @Test
  void whatFailsIsTriedAgain() {
    assertThatThrownBy(
            () ->
                recent.get(
                    1,
                    key -> {
                      throw new IllegalStateException("no " + key);
                    }))
        .hasMessage("no 1");
    assertThat(ask(1)).isEqualTo("result of 1");
  }
}
