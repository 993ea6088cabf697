package org.caisse.domain.account;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.caisse.domain.money.Rate;

/**
 * The account of a delegated body: what it has collected by its remittances, what of it reached the
 * bank, what it may keep, and what it owes the fund. A function of the facts alone.
 *
 * <p>A transfer belongs to the remittance that it was matched with, else to the oldest that lack
 * something. A body keeps by right what it says that it withheld, at most the rate of the law on
 * what the remittance collected, rounded once; everything else that is missing it owes.
 */
public final class OgdAccount {

  private OgdAccount() {}

  /**
   * What a body says that it has collected.
   *
   * @param number of the remittance
   * @param on its day
   * @param collectedMinor sum of its lines, minor units
   * @param withheldMinor what the body says that it keeps, minor units
   */
  public record Remitted(String number, LocalDate on, long collectedMinor, long withheldMinor) {}

  /**
   * A transfer at the bank.
   *
   * @param receipt surrogate key
   * @param valueDate day on which the fund has it
   * @param amountMinor minor units, positive
   * @param remittance which it is for; empty when nobody says
   */
  public record Transfer(long receipt, LocalDate valueDate, long amountMinor, String remittance) {}

  /**
   * What became of a remittance.
   *
   * @param number empty for transfers that no remittance took
   * @param on null for those
   */
  public record State(
      String number, LocalDate on, long collectedMinor, long feeMinor, long transferredMinor) {

    /** What the body owes of it still; negative when it transferred more. */
    public long openMinor() {
      return collectedMinor - feeMinor - transferredMinor;
    }
  }

  /**
   * Settles the account of a body.
   *
   * @param fee what it may keep, by the day of the remittance
   * @return a state per remittance, oldest first, then what none of them took
   */
  public static List<State> settle(
      List<Remitted> remitted, List<Transfer> transfers, Function<LocalDate, Optional<Rate>> fee) {
    List<Remitted> oldestFirst =
        remitted.stream()
            .sorted(Comparator.comparing(Remitted::on).thenComparing(Remitted::number))
            .toList();
    long free =
        transfers.stream()
            .filter(transfer -> oldestFirst.stream().noneMatch(one -> isFor(transfer, one)))
            .mapToLong(Transfer::amountMinor)
            .sum();
    List<State> states = new ArrayList<>();
    for (Remitted one : oldestFirst) {
      long kept = keeps(one, fee.apply(one.on()));
      long own =
          transfers.stream()
              .filter(transfer -> isFor(transfer, one))
              .mapToLong(Transfer::amountMinor)
              .sum();
      long more = Math.clamp(one.collectedMinor() - kept - own, 0, free);
      free -= more;
      states.add(new State(one.number(), one.on(), one.collectedMinor(), kept, own + more));
    }
    if (free != 0) {
      states.add(new State("", null, 0, 0, free));
    }
    return states;
  }

  private static boolean isFor(Transfer transfer, Remitted one) {
    return transfer.remittance().equals(one.number());
  }

  private static long keeps(Remitted one, Optional<Rate> rate) {
    long most = rate.map(r -> r.of(Math.max(one.collectedMinor(), 0))).orElse(0L);
    return Math.min(one.withheldMinor(), most);
  }
}
