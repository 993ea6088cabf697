package org.caisse.domain.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caisse.domain.receipt.MatchTransfer.Rule.REMITTANCE;
import static org.caisse.domain.receipt.MatchTransfer.Rule.TRANSFER;

import java.util.List;
import org.caisse.domain.receipt.MatchTransfer.Candidate;
import org.junit.jupiter.api.Test;

class MatchTransferTest {

  private static final Candidate NAMED = new Candidate(REMITTANCE, "CNSS", "1", "T1");
  private static final Candidate OTHER = new Candidate(REMITTANCE, "CNSS", "2", "T1");
  private static final Candidate AMOUNT = new Candidate(TRANSFER, "CARFO", "7", "2026-03-10");

  @Test
  void theRemittanceThatIsNamedComesBeforeOneOfTheSameAmount() {
    assertThat(MatchTransfer.judge(List.of(AMOUNT, NAMED), 3)).isEqualTo(NAMED);
  }

  @Test
  void severalOfARuleDecideNothing() {
    assertThat(MatchTransfer.judge(List.of(NAMED, OTHER, AMOUNT), 0)).isNull();
    assertThat(MatchTransfer.judge(List.of(), 0)).isNull();
  }

  @Test
  void anAmountDecidesOnlyWhenNoEmployerCanBeMeant() {
    assertThat(MatchTransfer.judge(List.of(AMOUNT), 0)).isEqualTo(AMOUNT);
    assertThat(MatchTransfer.judge(List.of(AMOUNT), 1)).isNull();
  }
}
