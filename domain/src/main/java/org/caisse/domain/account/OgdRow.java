package org.caisse.domain.account;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.caisse.domain.account.AccountRow.Dated;
import org.caisse.domain.account.AccountRow.LastRev;
import org.caisse.domain.account.AccountRow.Posted;
import org.caisse.domain.ledger.Component;
import org.caisse.domain.ledger.Owed;
import org.caisse.domain.pack.Law;
import org.caisse.domain.pack.Payer;

/**
 * The account of a delegated body in the archive: what the rule saw, then what it decided.
 *
 * @param ogd code of the body
 * @param remitted remittances that stand
 * @param transfers matched with the body
 * @param posted entries of the account that stood
 * @param lastRevs highest revision of each of its documents
 * @param states what became of each remittance
 * @param entries what was posted
 */
public record OgdRow(
    String ogd,
    List<OgdAccount.Remitted> remitted,
    List<OgdAccount.Transfer> transfers,
    List<Posted> posted,
    List<LastRev> lastRevs,
    List<OgdAccount.State> states,
    List<Dated> entries) {

  public OgdRow {
    remitted = List.copyOf(remitted);
    transfers = List.copyOf(transfers);
    posted = List.copyOf(posted);
    lastRevs = List.copyOf(lastRevs);
    states = List.copyOf(states);
    entries = List.copyOf(entries);
  }

  /** What the rules decide on these facts. */
  public OgdRow judged(Law law) {
    List<OgdAccount.State> now = OgdAccount.settle(remitted, transfers, law::ogdFeeRate);
    SortedMap<LocalDate, List<Owed>> targets = new TreeMap<>();
    for (OgdAccount.Transfer transfer : transfers) {
      add(targets, transfer.valueDate(), Component.TRANSFERRED, transfer.amountMinor());
    }
    for (OgdAccount.State state : now) {
      if (state.feeMinor() != 0) {
        add(targets, state.on(), Component.OGD_FEE, state.feeMinor());
      }
    }
    return new OgdRow(
        ogd,
        remitted,
        transfers,
        posted,
        lastRevs,
        now,
        MonthEntries.of(targets, posted, lastRevs));
  }

  private void add(
      SortedMap<LocalDate, List<Owed>> targets, LocalDate day, Component component, long minor) {
    List<Owed> owed = targets.computeIfAbsent(day.withDayOfMonth(1), month -> new ArrayList<>());
    long before =
        owed.stream()
            .filter(target -> target.component() == component)
            .mapToLong(Owed::amountMinor)
            .sum();
    owed.removeIf(target -> target.component() == component);
    owed.add(new Owed(ogd, component, Payer.EMPLOYER, Math.addExact(before, minor)));
  }
}
