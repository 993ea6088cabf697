package org.caisse.app.generate;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How care is paid under a scheme, with the settings of its demonstration, written down apart from
 * the packs, in whole numbers: what the truth about decisions is computed by. Of the laws it holds
 * what can happen to made-up care.
 *
 * @param start first day of care that is paid
 * @param filingDays within which an invoice comes in
 * @param childAge below which a child is a dependant
 * @param studentAge the same at school
 * @param regional whether insurance is given to public agents of one region only
 * @param payers in the order in which they pay
 * @param once care that is paid once in a time
 * @param yearly most that the insurance pays for a person in a year, francs
 * @param perPrescription most that it pays for the medicines of one, francs
 */
record CareRules(
    LocalDate start,
    int filingDays,
    int childAge,
    int studentAge,
    boolean regional,
    List<Payer> payers,
    List<Once> once,
    long yearly,
    long perPrescription) {

  /** No ceiling. */
  static final long NONE = Long.MAX_VALUE;

  /** The region in which benefits have begun. */
  static final String REGION = "KADIOGO";

  private static final int SCHOOL_AGE = 5;
  private static final int ELDERLY_AGE = 60;

  private static final Set<String> CURE =
      Set.of("consultation", "specialist", "nursing", "medicine", "biology", "imaging", "surgery");
  private static final Set<String> INSURED =
      Set.of(
          "consultation",
          "specialist",
          "nursing",
          "medicine",
          "biology",
          "imaging",
          "surgery",
          "delivery",
          "dental",
          "stay",
          "dialysis");

  /** What a payer goes by. */
  enum Kind {
    /** A right of the patient. */
    INSURANCE,
    /** A right of the patient; no limits. */
    OTHER_RIGHT,
    /** What the patient is; it pays. */
    FREE_CARE,
    /** What the patient is; it gives things, and pays nothing. */
    IN_KIND
  }

  /** What a patient is on the day of care. */
  record State(int years, boolean woman, boolean pregnant, boolean disabled, String affection) {

    boolean isOf(String... affections) {
      for (String one : affections) {
        if (affection.startsWith(one)) {
          return true;
        }
      }
      return false;
    }
  }

  /**
   * Who pays.
   *
   * @param ofTheRest whether it pays of what the others leave, not of the tariff
   * @param agreement whether it asks for prior agreement where an act needs one
   * @param excess who bears what is charged above the tariff when it pays first
   * @param groups of care that it pays for
   * @param outside percent of care outside hospital
   * @param inside percent in hospital
   * @param who of free care
   */
  record Payer(
      String id,
      Kind kind,
      boolean ofTheRest,
      boolean agreement,
      String excess,
      Set<String> groups,
      int outside,
      int inside,
      Predicate<State> who) {

    boolean byRight() {
      return kind == Kind.INSURANCE || kind == Kind.OTHER_RIGHT;
    }

    int percent(String group, boolean stay) {
      return stay && !group.equals("medicine") ? inside : outside;
    }
  }

  /** What counts together. */
  enum Same {
    PROVIDER,
    AFFECTION,
    /** None of the made-up providers has a specialty: all care of the groups. */
    SPECIALTY
  }

  /** Care of some groups, of which the insurance pays one in so many days. */
  record Once(Set<String> groups, int days, Same same) {}

  static CareRules of(Scheme scheme) {
    return switch (scheme) {
      case BF_AMU -> burkina();
      case ML_AMO -> mali();
    };
  }

  private static CareRules burkina() {
    return new CareRules(
        LocalDate.of(2026, 2, 1),
        90,
        18,
        25,
        true,
        List.of(
            free(
                "women_and_children",
                with(CURE, "delivery", "stay"),
                state -> state.years() < SCHOOL_AGE || (state.woman() && state.pregnant())),
            free(
                "cancer_screening",
                Set.of("consultation", "specialist", "biology", "imaging", "nursing"),
                state -> state.woman() && state.isOf("Z12.3", "Z12.4")),
            right("amu", Kind.INSURANCE, false, true, "PATIENT", INSURED, 70, 70),
            right("mutual", Kind.OTHER_RIGHT, true, false, "PATIENT", INSURED, 80, 80),
            rest("elderly", 50, state -> state.years() >= ELDERLY_AGE),
            rest("disability", 100, State::disabled)),
        List.of(new Once(Set.of("consultation", "specialist"), 1, Same.PROVIDER)),
        3_000_000,
        50_000);
  }

  private static CareRules mali() {
    Set<String> surgical = Set.of("surgery", "delivery", "stay", "medicine", "biology");
    return new CareRules(
        LocalDate.of(2011, 5, 1),
        90,
        14,
        21,
        false,
        List.of(
            inKind(
                "malaria",
                state ->
                    (state.years() < SCHOOL_AGE || state.pregnant())
                        && state.isOf("B50", "B51", "B52", "B53", "B54")),
            inKind("arv", state -> state.isOf("B20", "B21", "B22", "B23", "B24", "Z21")),
            free(
                "tuberculosis",
                Set.of("medicine", "biology", "imaging"),
                state -> state.isOf("A15", "A16", "A17", "A18", "A19")),
            free("caesarean", surgical, state -> state.woman() && state.isOf("O82", "O84.2")),
            free(
                "fistula",
                Set.of("surgery", "stay", "medicine", "biology"),
                state -> state.woman() && state.isOf("N82")),
            free("free_dialysis", Set.of("dialysis"), state -> state.isOf("N17", "N18", "N19")),
            right("amo", Kind.INSURANCE, false, true, "PATIENT", INSURED, 70, 80),
            right("ramed", Kind.OTHER_RIGHT, true, true, "PROVIDER", INSURED, 100, 100),
            new Payer("mutual", Kind.OTHER_RIGHT, true, false, "PATIENT", INSURED, 60, 75, null)),
        List.of(
            new Once(Set.of("consultation", "specialist"), 1, Same.AFFECTION),
            new Once(Set.of("specialist"), 7, Same.SPECIALTY)),
        NONE,
        NONE);
  }

  private static Set<String> with(Set<String> groups, String... more) {
    Set<String> all = new java.util.TreeSet<>(groups);
    all.addAll(List.of(more));
    return Set.copyOf(all);
  }

  private static Payer free(String id, Set<String> groups, Predicate<State> who) {
    return new Payer(id, Kind.FREE_CARE, false, false, "PROVIDER", groups, 100, 100, who);
  }

  private static Payer inKind(String id, Predicate<State> who) {
    return new Payer(id, Kind.IN_KIND, false, false, "PROVIDER", Set.of(), 0, 0, who);
  }

  /** Free care after the insurance, of what that leaves. */
  private static Payer rest(String id, int percent, Predicate<State> who) {
    return new Payer(
        id, Kind.FREE_CARE, true, false, "PATIENT", with(CURE, "stay"), percent, percent, who);
  }

  private static Payer right(
      String id,
      Kind kind,
      boolean ofTheRest,
      boolean agreement,
      String excess,
      Set<String> groups,
      int outside,
      int inside) {
    return new Payer(id, kind, ofTheRest, agreement, excess, groups, outside, inside, null);
  }
}
