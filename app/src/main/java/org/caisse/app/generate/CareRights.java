package org.caisse.app.generate;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Which rights patients have, as the fund knows them on the days on which invoices come in. They
 * are those that an old system had and that go on ({@link EarlierRights}), with their region and
 * the population in which the month is declared where that matters; those that rest on a status;
 * and those of spouse and child with a head. Computed without the rules.
 */
final class CareRights {

  private static final int FOREVER = Integer.MAX_VALUE;

  private final Fund fund;
  private final Patients patients;
  private final CareRules rules;
  private final List<BitSet> publicAgents = new ArrayList<>();
  private final int since;

  /** A right with a payer, from a day to the first on which it is closed; epoch days. */
  record Span(String payer, int from, int to) {

    boolean on(int day) {
      return from <= day && day < to;
    }
  }

  CareRights(Fund fund, Patients patients, CareRules rules, List<LocalDate> receipts) {
    this.fund = fund;
    this.patients = patients;
    this.rules = rules;
    this.since = (int) LocalDate.parse(CareRegistryFiles.SINCE_DAY).toEpochDay();
    for (LocalDate day : receipts) {
      publicAgents.add(rules.regional() ? publicAgents(day) : new BitSet());
    }
  }

  /** Persons whom a public employer has declared by a day in a line that is accepted. */
  private BitSet publicAgents(LocalDate day) {
    BitSet agents = new BitSet();
    for (int e = 0; e < fund.employers().count(); e++) {
      Sort sort = fund.employers().sort(e);
      if (fund.employers().affiliated(e) && (sort == Sort.STATE || sort == Sort.PUBLIC_BODY)) {
        Declaration counts = counts(e, day);
        if (counts != null) {
          fund.payroll()
              .forEach(
                  counts,
                  line -> {
                    if (line.wrong() == null) {
                      agents.set(line.person());
                    }
                  });
        }
      }
    }
    return agents;
  }

  private Declaration counts(int employer, LocalDate day) {
    Declaration counts = null;
    for (Declaration declaration : fund.declarations().of(fund.employers(), employer)) {
      if (declaration.filed() && !fund.month().receipts().get(declaration.receipt()).isAfter(day)) {
        counts = declaration.standing();
      }
    }
    return counts;
  }

  /**
   * The rights of a patient.
   *
   * @param receipt which of the days on which invoices come in
   */
  List<Span> of(Insured who, int receipt) {
    List<Span> spans = new ArrayList<>();
    int head = who.head();
    if (EarlierRights.had(fund, head) && isCovered(head, receipt)) {
      add(spans, who, insurance(), Math.max(before(), start()));
    }
    if (patients.indigent(head) && rules.payers().stream().anyMatch(p -> p.id().equals("ramed"))) {
      add(spans, who, "ramed", Math.max(since, start()));
    }
    if (patients.mutual(head)) {
      add(spans, who, "mutual", Math.max(since, start()));
    }
    return spans;
  }

  private boolean isCovered(int head, int receipt) {
    return !rules.regional()
        || (patients.region(head).equals(CareRules.REGION) && publicAgents.get(receipt).get(head));
  }

  private String insurance() {
    return rules.payers().stream()
        .filter(payer -> payer.kind() == CareRules.Kind.INSURANCE)
        .findFirst()
        .orElseThrow()
        .id();
  }

  private int before() {
    YearMonth month = fund.month().month();
    return (int) month.minusMonths(EarlierRights.WAITED_MONTHS).atDay(1).toEpochDay();
  }

  private int start() {
    return (int) rules.start().toEpochDay();
  }

  private void add(List<Span> spans, Insured who, String payer, int from) {
    int left = fund.persons().validTo(who.head());
    int to = left == CsvFile.NO_DAY ? FOREVER : left;
    if (who.rank() == 2) {
      int age = patients.student(who.head()) ? rules.studentAge() : rules.childAge();
      LocalDate born = LocalDate.ofEpochDay(patients.birth(who));
      to = Math.min(to, (int) born.plusYears(age).toEpochDay());
    }
    if (from < to) {
      spans.add(new Span(payer, from, to));
    }
  }
}
