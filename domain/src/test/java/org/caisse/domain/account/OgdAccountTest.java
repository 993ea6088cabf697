package org.caisse.domain.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.caisse.domain.account.OgdAccount.Remitted;
import org.caisse.domain.account.OgdAccount.State;
import org.caisse.domain.account.OgdAccount.Transfer;
import org.caisse.domain.money.Rate;
import org.junit.jupiter.api.Test;

class OgdAccountTest {

  private static final LocalDate JANUARY = LocalDate.of(2026, 1, 31);
  private static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 28);
  private static final Remitted OLD = new Remitted("1", JANUARY, 100_000, 3_000);
  private static final Remitted NEW = new Remitted("2", FEBRUARY, 50_000, 500);

  @Test
  void aTransferBelongsToTheRemittanceThatItNamesAndElseToTheOldestThatLacksSomething() {
    assertThat(settle(null, transfer(50_000, "2"), transfer(60_000, "")))
        .containsExactly(
            new State("1", JANUARY, 100_000, 0, 60_000),
            new State("2", FEBRUARY, 50_000, 0, 50_000));
  }

  @Test
  void itKeepsWhatItWithheldAtMostTheRateRoundedOnce() {
    assertThat(settle("2.0005", transfer(98_000, "1")))
        .containsExactly(
            new State("1", JANUARY, 100_000, 2_001, 98_000),
            new State("2", FEBRUARY, 50_000, 500, 0));
    assertThat(settle(null).getFirst().openMinor()).isEqualTo(100_000);
  }

  @Test
  void whatNoRemittanceTakesIsShownByItselfAndNothingIsLost() {
    List<State> states = settle(null, transfer(120_000, "1"), transfer(60_000, "9"));

    assertThat(states)
        .containsExactly(
            new State("1", JANUARY, 100_000, 0, 120_000),
            new State("2", FEBRUARY, 50_000, 0, 50_000),
            new State("", null, 0, 0, 10_000));
    assertThat(states.stream().mapToLong(State::openMinor).sum()).isEqualTo(150_000 - 180_000);
  }

  private static List<State> settle(String percent, Transfer... transfers) {
    return OgdAccount.settle(
        List.of(NEW, OLD),
        List.of(transfers),
        day -> Optional.ofNullable(percent).map(text -> Rate.percent(new BigDecimal(text))));
  }

  private static Transfer transfer(long minor, String remittance) {
    return new Transfer(minor, FEBRUARY, minor, remittance);
  }
}
