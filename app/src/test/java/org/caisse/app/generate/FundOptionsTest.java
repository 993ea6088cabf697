package org.caisse.app.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FundOptionsTest {

  @Test
  void theDemonstrationIsWhatItsPageSays() {
    FundOptions demo = FundOptions.demo();
    assertThat(demo.seed()).isEqualTo(42);
    assertThat(demo.employers()).isEqualTo(3_000);
    assertThat(demo.persons()).isEqualTo(60_000);
    assertThat(demo.statePayroll()).isEqualTo(30_000);
    assertThat(demo.period()).hasToString("2026-02");
  }

  @ParameterizedTest
  @ValueSource(ints = {5_000, 100_000, 300_000, 1_000_000, 5_000_000})
  void aFundForMeasuringHasTheLinesAskedFor(int lines) {
    FundOptions options = FundOptions.lines(lines);
    Headcount heads = Headcount.of(options.persons(), options.statePayroll(), options.flat());
    assertThat(heads.lines()).isBetween(lines - 2, lines);
    assertThat(options.statePayroll()).isLessThanOrEqualTo(40_000);
    assertThat(options.errorPercent()).isZero();
    assertThat(options.singleFile()).isTrue();
  }

  @Test
  void aMillionLinesAreExactlyAMillion() {
    FundOptions options = FundOptions.lines(1_000_000);
    Headcount heads = Headcount.of(options.persons(), options.statePayroll(), options.flat());
    assertThat(heads.lines()).isEqualTo(1_000_000);
    assertThat(options.employers()).isEqualTo(50_000);
    assertThat(options.statePayroll()).isEqualTo(40_000);
  }

  @Test
  void tooFewPersonsForTheEmployersAreRefusedWithTheNumberNeeded() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FundOptions.sized(1, 3_000, 5_000, FundOptions.DEMO_PERIOD))
        .withMessageContaining("at least 6000 are needed");
  }

  @Test
  void errorsInASingleFileAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new FundOptions(1, 100, 2_000, FundOptions.DEMO_PERIOD, 500, true, 100, true))
        .withMessageContaining("set errorPercent to 0");
  }

  @Test
  void messIsBoundedAndNeedsFilesOfItsOwn() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FundOptions.demo().withMess(21))
        .withMessageContaining("0 to 20 are possible");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FundOptions.lines(1_000).withMess(1))
        .withMessageContaining("set messPercent to 0");
  }
}
