package org.caisse.app.generate;

import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import org.caisse.app.generate.CareRights.Span;
import org.caisse.app.generate.ExampleCare.Level;

/**
 * Decides all care of one patient after each day of receipt, line after line, in the plainest way:
 * what has been told stays, all else is decided anew by day of care, provider, invoice and line.
 */
final class CareJudge {

  private final CareRules rules;
  private final CareRights rights;
  private final ExampleCare care;
  private final CareProviders providers;
  private final Patients patients;
  private final List<LocalDate> receipts;
  private final int monthStart;

  CareJudge(
      Fund fund,
      CareRules rules,
      CareRights rights,
      ExampleCare care,
      CareProviders providers,
      Patients patients,
      List<LocalDate> receipts) {
    this.rules = rules;
    this.rights = rights;
    this.care = care;
    this.providers = providers;
    this.patients = patients;
    this.receipts = receipts;
    this.monthStart = fund.month().firstDay();
  }

  /** Decides all lines of a patient. */
  void decide(Insured patient, List<CareEntry> all) {
    List<CareEntry> ordered = all.stream().sorted(order()).toList();
    for (int receipt = 0; receipt < receipts.size(); receipt++) {
      decide(patient, ordered, receipt);
    }
  }

  private Comparator<CareEntry> order() {
    return Comparator.comparing((CareEntry entry) -> entry.care().day())
        .thenComparing(entry -> providers.number(entry.place().provider()))
        .thenComparing(entry -> Integer.toString(entry.place().invoice()))
        .thenComparing(entry -> entry.place().order());
  }

  private void decide(Insured patient, List<CareEntry> ordered, int now) {
    CareHistory history = new CareHistory(rules, insurance());
    List<Span> spans = rights.of(patient, now);
    // What counts no more gives back what it took: who had been limited may get more.
    boolean back = ordered.stream().anyMatch(entry -> entry.fallsNow(now));
    for (CareEntry entry : ordered) {
      CareAnswer told = entry.counts(now) ? entry.told(now) : null;
      if (told != null && !(back && told.isLimited())) {
        entry.answered(told);
        history.add(entry, told);
      }
    }
    for (CareEntry entry : ordered) {
      CareAnswer told = entry.counts(now) ? entry.told(now) : null;
      if (told != null && back && told.isLimited()) {
        CareAnswer anew = answer(entry, history, spans);
        take(entry, anew.isMoreThan(told) ? anew : told, history);
      }
    }
    for (CareEntry entry : ordered) {
      if (entry.counts(now) && entry.told(now) == null) {
        take(entry, answer(entry, history, spans), history);
      }
    }
  }

  private static void take(CareEntry entry, CareAnswer answer, CareHistory history) {
    entry.answered(answer);
    history.add(entry, answer);
  }

  private String insurance() {
    return rules.payers().stream()
        .filter(payer -> payer.kind() == CareRules.Kind.INSURANCE)
        .findFirst()
        .orElseThrow()
        .id();
  }

  private CareAnswer answer(CareEntry entry, CareHistory history, List<Span> spans) {
    int day = entry.care().day();
    CareRules.State state = state(entry);
    List<String> open = spans.stream().filter(span -> span.on(day)).map(Span::payer).toList();
    String none = spans.stream().anyMatch(span -> span.to() <= day) ? "RIGHT_CLOSED" : "RIGHT_NONE";
    boolean free =
        rules.payers().stream().anyMatch(payer -> !payer.byRight() && payer.who().test(state));
    long charged = entry.line().charged();
    if (entry.day().isBefore(rules.start())) {
      return CareAnswer.refused("BEFORE_START", "PATIENT", charged);
    }
    if (open.isEmpty() && !free) {
      return CareAnswer.refused(none, "PATIENT", charged);
    }
    String whole = whole(entry, state);
    if (whole != null) {
      return CareAnswer.refused(whole, "PROVIDER", charged);
    }
    if (history.hasSame(entry)) {
      return CareAnswer.refused("DUPLICATE", "PROVIDER", charged);
    }
    return new CareSplit(rules, entry, history, agreement(entry), tariff(entry))
        .answer(open, state, none);
  }

  private CareRules.State state(CareEntry entry) {
    Insured patient = entry.care().patient();
    return new CareRules.State(
        age(entry).getYears(),
        patients.woman(patient),
        patients.pregnant(patient),
        patients.disabled(patient),
        entry.care().affection());
  }

  private Period age(CareEntry entry) {
    return Period.between(
        LocalDate.ofEpochDay(patients.birth(entry.care().patient())), entry.day());
  }

  /** Why the provider is not paid for a line at all, or null. */
  private String whole(CareEntry entry, CareRules.State state) {
    ClaimLine.Care given = entry.care();
    int provider = entry.place().provider();
    // Whatever the version, the first of the number came on the first day.
    if (receipts.getFirst().isAfter(entry.day().plusDays(rules.filingDays()))) {
      return "LATE_FILING";
    }
    if (given.act() == null && given.medicine() == null) {
      return "ACT_UNKNOWN";
    }
    if (providers.contractEnded(provider) && given.day() >= monthStart) {
      return "NOT_CONTRACTED";
    }
    if (given.act() != null) {
      String unfit = unfit(entry, state, providers.level(provider));
      if (unfit != null) {
        return unfit;
      }
    }
    boolean prescription =
        List.of("medicine", "biology", "imaging").contains(given.group()) && !given.prescribed();
    if (prescription) {
      return "PRESCRIBER_MISSING";
    }
    return isSupplied(given, state) ? "SUPPLIED_IN_KIND" : null;
  }

  private String unfit(CareEntry entry, CareRules.State state, Level level) {
    ExampleCare.Act act = entry.care().act();
    if (!ExampleCare.mayGive(act, level)) {
      return "LEVEL_WRONG";
    }
    if (!act.sex().isEmpty() && act.sex().equals("F") != state.woman()) {
      return "SEX_WRONG";
    }
    return act.fits((int) age(entry).toTotalMonths()) ? null : "AGE_WRONG";
  }

  /** Whether a programme gave the medicine beforehand, for such a patient. */
  private boolean isSupplied(ClaimLine.Care given, CareRules.State state) {
    String supplier = given.medicine() == null ? "" : care.supplier(given.medicine());
    return rules.payers().stream()
        .filter(payer -> payer.id().equals(supplier))
        .anyMatch(payer -> payer.who().test(state));
  }

  private long tariff(CareEntry entry) {
    ClaimLine.Care given = entry.care();
    return given.act() == null
        ? care.reference(given.medicine()) * given.units()
        : given.act().price(providers.level(entry.place().provider()), given.units());
  }

  /** The agreement that is for the patient and the act, or null. */
  private PriorAgreement agreement(CareEntry entry) {
    Insured patient = entry.care().patient();
    if (patient.rank() != 0 || patient.head() >= patients.heads() || entry.care().act() == null) {
      return null;
    }
    PriorAgreement agreement = PriorAgreement.of(patient.head());
    return agreement.act().equals(entry.care().act().code()) ? agreement : null;
  }
}
