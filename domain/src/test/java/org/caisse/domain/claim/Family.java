package org.caisse.domain.claim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.caisse.domain.claim.Beneficiary.PayerRight;

/** Builds the facts of a household, line by line. */
final class Family {

  static final LocalDate DAY = LocalDate.of(2026, 2, 10);

  private final List<Beneficiary> members = new ArrayList<>();
  private final List<CareLine> lines = new ArrayList<>();
  private final List<FirmLine> firm = new ArrayList<>();
  private final List<ReducedLine> reduced = new ArrayList<>();
  private final List<Agreement> agreements = new ArrayList<>();

  /** One adult, insured with these payers since ever. */
  static Family insured(String... payers) {
    return new Family().member("P1", LocalDate.of(1980, 6, 1), payers);
  }

  Family member(String personNo, LocalDate born, String... payers) {
    List<PayerRight> rights = new ArrayList<>();
    for (String payer : payers) {
      rights.add(new PayerRight(payer, LocalDate.of(2000, 1, 1), null, "", ""));
    }
    members.add(new Beneficiary(personNo, born, "F", rights, List.of()));
    return this;
  }

  Family add(CareLine... more) {
    lines.addAll(List.of(more));
    return this;
  }

  Family agreed(String no, String item, long quantity, long unitMinor) {
    agreements.add(
        new Agreement(
            no, "P1", item, LocalDate.of(2026, 1, 1), null, true, quantity * 1000, unitMinor));
    return this;
  }

  Family undecided(String no, String item) {
    agreements.add(
        new Agreement(
            no,
            "P1",
            item,
            LocalDate.of(2026, 1, 1),
            null,
            false,
            CareLine.UNSAID,
            CareLine.UNSAID));
    return this;
  }

  Family firm(FirmLine... more) {
    firm.addAll(List.of(more));
    return this;
  }

  Family reduced(ReducedLine... more) {
    reduced.addAll(List.of(more));
    return this;
  }

  HouseholdFacts facts() {
    return new HouseholdFacts("P1", members, lines, firm, reduced, agreements);
  }

  List<LineDecision> judged() {
    return JudgeHousehold.judge(facts(), CareLaws.book());
  }

  LineDecision judged(long lineId) {
    return judged(lineId, CareLaws.book());
  }

  LineDecision judged(long lineId, CareBook book) {
    return JudgeHousehold.judge(facts(), book).stream()
        .filter(decision -> decision.lineId() == lineId)
        .findFirst()
        .orElseThrow();
  }

  /** The act of a group with a flat price. */
  static PricedAct act(String code, String group, long flatMinor) {
    return act(code, group, "", 0, CareLine.UNSAID, flatMinor);
  }

  /** One that needs prior agreement. */
  static PricedAct needsAgreement(String code, String group, long flatMinor) {
    PricedAct act = act(code, group, flatMinor);
    return new PricedAct(
        act.code(),
        act.group(),
        act.from(),
        act.to(),
        act.letter(),
        act.coefficientMilli(),
        act.unitMinor(),
        act.flatMinor(),
        act.medicine(),
        act.referenceMinor(),
        act.genericMinor(),
        act.relativeMilli(),
        act.suppliedBy(),
        act.sex(),
        act.minMonths(),
        act.maxMonths(),
        act.levels(),
        true);
  }

  /** The act of a letter. */
  static PricedAct lettered(String code, String letter, long coefficientMilli, long unitMinor) {
    return act(code, "", letter, coefficientMilli, unitMinor, CareLine.UNSAID);
  }

  private static PricedAct act(
      String code, String group, String letter, long milli, long unitMinor, long flatMinor) {
    return new PricedAct(
        code,
        group,
        LocalDate.of(2000, 1, 1),
        null,
        letter,
        milli,
        unitMinor,
        flatMinor,
        group.equals("medicine"),
        CareLine.UNSAID,
        CareLine.UNSAID,
        0,
        "",
        "",
        0,
        PricedAct.ANY_AGE,
        "",
        false);
  }

  /** A line of one person, act and day. */
  static CareLine line(long lineId, PricedAct act, long quantityMilli, long chargedMinor) {
    return new CareLine(
        lineId,
        "P1",
        DAY,
        new CareLine.Invoice("I1", true, DAY, DAY),
        (int) lineId,
        new CareLine.Provider("H1", "hospital", "", LocalDate.of(2000, 1, 1), null),
        act,
        act == null ? "?" : act.code(),
        quantityMilli,
        CareLine.UNSAID,
        chargedMinor,
        "",
        "",
        "",
        "",
        "",
        "",
        (act == null ? "?" : act.code()) + " " + DAY + " " + quantityMilli + " " + lineId);
  }

  /** The line on another day. */
  static CareLine on(LocalDate day, CareLine line) {
    return change(line, line.personNo(), day, line.invoice(), line.provider(), line.contentKey());
  }

  /** The line of another person. */
  static CareLine of(String personNo, CareLine line) {
    return change(
        line, personNo, line.careOn(), line.invoice(), line.provider(), line.contentKey());
  }

  /** The line on an invoice of a provider, as care that says the same as other care of its kind. */
  static CareLine by(String providerNo, String invoiceNo, String content, CareLine line) {
    CareLine.Provider provider =
        new CareLine.Provider(providerNo, "hospital", "", LocalDate.of(2000, 1, 1), null);
    CareLine.Invoice invoice =
        new CareLine.Invoice(
            invoiceNo, true, line.invoice().receivedOn(), line.invoice().filedOn());
    return change(line, line.personNo(), line.careOn(), invoice, provider, content);
  }

  /** The line as received on another day. */
  static CareLine received(LocalDate day, CareLine line) {
    return change(
        line,
        line.personNo(),
        line.careOn(),
        new CareLine.Invoice(line.invoice().invoiceNo(), line.invoice().thirdParty(), day, day),
        line.provider(),
        line.contentKey());
  }

  private static CareLine change(
      CareLine line,
      String personNo,
      LocalDate day,
      CareLine.Invoice invoice,
      CareLine.Provider provider,
      String content) {
    LocalDate received = invoice.receivedOn().isBefore(day) ? day : invoice.receivedOn();
    return new CareLine(
        line.lineId(),
        personNo,
        day,
        new CareLine.Invoice(invoice.invoiceNo(), invoice.thirdParty(), received, received),
        line.lineNo(),
        provider,
        line.act(),
        line.actCode(),
        line.quantityMilli(),
        line.unitMinor(),
        line.chargedMinor(),
        line.prescriber(),
        line.prescriptionNo(),
        line.referrer(),
        line.agreementNo(),
        line.affection(),
        line.place(),
        content);
  }

  /** A line that was decided, as those after its release see it. */
  static FirmLine firm(CareLine line, LineDecision decision) {
    return new FirmLine(
        line.lineId(),
        line.personNo(),
        line.careOn(),
        line.provider().providerNo(),
        line.invoice().invoiceNo(),
        line.contentKey(),
        decision.status() == LineStatus.REFUSED,
        decision.consumed());
  }
}
