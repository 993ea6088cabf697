package org.caisse.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.caisse.domain.pack.Payer;
import org.junit.jupiter.api.Test;

class CompareThenPostTest {

  @Test
  void whatIsEqualIsNotPosted() {
    assertThat(
            CompareThenPost.entries(List.of(owed("CNSS", 100)), List.of(posted("CNSS", 1, 100)), 1))
        .isEmpty();
    assertThat(CompareThenPost.entries(List.of(owed("CNSS", 0)), List.of(), 0)).isEmpty();
  }

  @Test
  void whatDiffersIsReversedAndPostedAnew() {
    assertThat(
            CompareThenPost.entries(List.of(owed("CNSS", 120)), List.of(posted("CNSS", 1, 100)), 2))
        .containsExactly(
            new Entry("CNSS", Component.CONTRIBUTION, Payer.EMPLOYER, 3, 1, 100),
            new Entry("CNSS", Component.CONTRIBUTION, Payer.EMPLOYER, 4, 0, 120));
  }

  @Test
  void anotherDelegatedBodyTakesTheDebtOver() {
    assertThat(
            CompareThenPost.entries(
                List.of(owed("CARFO", 100)), List.of(posted("CNSS", 1, 100)), 1))
        .extracting(Entry::ogd, Entry::signedMinor)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("CNSS", -100L),
            org.assertj.core.groups.Tuple.tuple("CARFO", 100L));
  }

  @Test
  void anyHistoryOfTargetsEndsAtTheLastTarget() {
    Random random = new Random(3);
    List<PostedEntry> standing = new ArrayList<>();
    int rev = 0;
    for (int step = 0; step < 500; step++) {
      String ogd = random.nextBoolean() ? "CNSS" : "CARFO";
      long amount = random.nextInt(4) * 50L;
      List<Entry> entries = CompareThenPost.entries(List.of(owed(ogd, amount)), standing, rev);
      for (Entry entry : entries) {
        assertThat(entry.rev()).isEqualTo(++rev);
        if (entry.reverses() == 0) {
          standing.add(posted(entry.ogd(), entry.rev(), entry.amountMinor()));
        } else {
          assertThat(standing.removeIf(p -> p.rev() == entry.reverses())).isTrue();
        }
      }
      assertThat(standing.stream().mapToLong(PostedEntry::amountMinor).sum()).isEqualTo(amount);
      assertThat(CompareThenPost.entries(List.of(owed(ogd, amount)), standing, rev)).isEmpty();
    }
  }

  private static Owed owed(String ogd, long amount) {
    return new Owed(ogd, Component.CONTRIBUTION, Payer.EMPLOYER, amount);
  }

  private static PostedEntry posted(String ogd, int rev, long amount) {
    return new PostedEntry(ogd, Component.CONTRIBUTION, Payer.EMPLOYER, rev, amount);
  }
}
