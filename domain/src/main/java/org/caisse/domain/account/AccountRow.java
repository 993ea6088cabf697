package org.caisse.domain.account;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.caisse.domain.archive.SinceSchema;
import org.caisse.domain.ledger.Component;
import org.caisse.domain.ledger.Entry;
import org.caisse.domain.ledger.Owed;
import org.caisse.domain.pack.Law;
import org.caisse.domain.pack.Payer;

/**
 * The account of an employer, or of a person who owes himself, in the archive: what the rule saw,
 * then what it decided.
 *
 * @param employerNo number of the debtor: the employer, or the person
 * @param ofPerson whether it is a person's; before, all were employers'
 * @param businessDate the day up to which late payment accrues
 * @param debts as they stood
 * @param receipts matched with the debtor
 * @param waivers that counted
 * @param writeOffs that counted; rows of before have none
 * @param refunds that counted
 * @param posted entries of the account that stood
 * @param lastRevs highest revision of each of its documents
 * @param allocated allocations that stood
 * @param advanced what waited of each receipt, refunds included
 * @param entries what was posted
 * @param changes allocations that came, and, negative, that went
 * @param advances what of receipts came to wait, and, negative, what does not any more
 */
public record AccountRow(
    String employerNo,
    @SinceSchema(3) boolean ofPerson,
    LocalDate businessDate,
    List<Debt> debts,
    List<Receipt> receipts,
    List<Waiver> waivers,
    @SinceSchema(2) List<WriteOff> writeOffs,
    List<Refund> refunds,
    List<Posted> posted,
    List<LastRev> lastRevs,
    List<Allocation> allocated,
    @SinceSchema(2) List<Settlement.Advance> advanced,
    List<Dated> entries,
    List<Allocation> changes,
    @SinceSchema(2) List<Settlement.Advance> advances) {

  public AccountRow {
    debts = List.copyOf(debts);
    receipts = List.copyOf(receipts);
    waivers = List.copyOf(waivers);
    writeOffs = writeOffs == null ? List.of() : List.copyOf(writeOffs);
    refunds = List.copyOf(refunds);
    posted = List.copyOf(posted);
    lastRevs = List.copyOf(lastRevs);
    allocated = List.copyOf(allocated);
    advanced = advanced == null ? List.of() : List.copyOf(advanced);
    entries = List.copyOf(entries);
    changes = List.copyOf(changes);
    advances = advances == null ? List.of() : List.copyOf(advances);
  }

  /** An entry of the account that stands, of the document of a month. */
  public record Posted(
      LocalDate valuePeriod, String ogd, Component component, int rev, long amountMinor) {}

  /** Highest revision of the document of a month. */
  public record LastRev(LocalDate valuePeriod, int rev) {}

  /** An entry to post in the document of a month. */
  public record Dated(
      LocalDate valuePeriod,
      String ogd,
      Component component,
      int rev,
      int reverses,
      long amountMinor) {

    static Dated of(LocalDate valuePeriod, Entry entry) {
      return new Dated(
          valuePeriod,
          entry.ogd(),
          entry.component(),
          entry.rev(),
          entry.reverses(),
          entry.amountMinor());
    }

    /** The entry itself, with who bears it. */
    public Entry entry(Payer payer) {
      return new Entry(ogd, component, payer, rev, reverses, amountMinor);
    }
  }

  /** What the rule saw, with nothing decided yet. */
  public static AccountRow facts(
      String employerNo,
      boolean ofPerson,
      AccountFacts facts,
      List<Posted> posted,
      List<LastRev> lastRevs,
      List<Allocation> allocated,
      List<Settlement.Advance> advanced) {
    return new AccountRow(
        employerNo,
        ofPerson,
        facts.businessDate(),
        facts.debts(),
        facts.receipts(),
        facts.waivers(),
        facts.writeOffs(),
        facts.refunds(),
        posted,
        lastRevs,
        allocated,
        advanced,
        List.of(),
        List.of(),
        List.of());
  }

  /** All that is known of the account. */
  public AccountFacts facts() {
    return new AccountFacts(debts, receipts, waivers, writeOffs, refunds, businessDate);
  }

  /** What the rules decide on these facts. */
  public AccountRow judged(Law law) {
    Settlement settlement =
        AccountRules.settle(facts(), ofPerson ? AccountTerms.ofPersons(law) : AccountTerms.of(law));
    return new AccountRow(
        employerNo,
        ofPerson,
        businessDate,
        debts,
        receipts,
        waivers,
        writeOffs,
        refunds,
        posted,
        lastRevs,
        allocated,
        advanced,
        entries(settlement),
        changes(settlement.allocations()),
        advances(settlement.advances()));
  }

  /** Compares what the account should say with what it says, month by month. */
  private List<Dated> entries(Settlement settlement) {
    SortedMap<LocalDate, List<Owed>> targets = new TreeMap<>();
    targets(settlement)
        .forEach(
            (key, minor) -> {
              if (minor != 0) {
                targets
                    .computeIfAbsent(key.valuePeriod(), period -> new ArrayList<>())
                    .add(new Owed(key.ogd(), key.component(), Payer.EMPLOYER, minor));
              }
            });
    return MonthEntries.of(targets, posted, lastRevs);
  }

  private record Key(LocalDate valuePeriod, String ogd, Component component)
      implements Comparable<Key> {

    @Override
    public int compareTo(Key other) {
      int order = valuePeriod.compareTo(other.valuePeriod);
      order = order != 0 ? order : ogd.compareTo(other.ogd);
      return order != 0 ? order : component.compareTo(other.component);
    }
  }

  private Map<Key, Long> targets(Settlement settlement) {
    Map<Key, Long> minor = new TreeMap<>();
    settlement
        .surcharges()
        .forEach(
            part -> add(minor, part.period(), part.ogd(), part.component(), part.amountMinor()));
    settlement
        .waived()
        .forEach(
            part ->
                add(
                    minor,
                    part.period(),
                    part.ogd(),
                    part.component().waived(),
                    part.amountMinor()));
    settlement
        .writtenOff()
        .forEach(
            part -> add(minor, part.period(), part.ogd(), part.component(), part.amountMinor()));
    settlement
        .allocations()
        .forEach(
            part ->
                add(minor, part.period(), part.ogd(), part.component().paid(), part.amountMinor()));
    settlement
        .advances()
        .forEach(part -> add(minor, part.valueDate(), "", Component.ADVANCE, part.amountMinor()));
    refunds.stream()
        .filter(refund -> !refund.on().isAfter(businessDate))
        .forEach(refund -> add(minor, refund.on(), "", Component.REFUND, refund.amountMinor()));
    return minor;
  }

  private static void add(
      Map<Key, Long> minor, LocalDate day, String ogd, Component component, long amountMinor) {
    minor.merge(new Key(day.withDayOfMonth(1), ogd, component), amountMinor, Math::addExact);
  }

  /** Takes back what does not stand any more, and adds what does. */
  private List<Allocation> changes(List<Allocation> now) {
    List<Allocation> changes = new ArrayList<>();
    List<Allocation> kept = new ArrayList<>(now);
    for (Allocation before : allocated) {
      if (!kept.remove(before)) {
        changes.add(before.takenBack());
      }
    }
    changes.addAll(kept);
    return changes;
  }

  /** Takes back what does not wait any more, and adds what does. */
  private List<Settlement.Advance> advances(List<Settlement.Advance> now) {
    List<Settlement.Advance> changes = new ArrayList<>();
    List<Settlement.Advance> kept = new ArrayList<>(now);
    for (Settlement.Advance before : advanced) {
      if (!kept.remove(before)) {
        changes.add(
            new Settlement.Advance(before.receipt(), before.valueDate(), -before.amountMinor()));
      }
    }
    changes.addAll(kept);
    return changes;
  }
}
