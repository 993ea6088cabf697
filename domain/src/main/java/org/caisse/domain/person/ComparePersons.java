package org.caisse.domain.person;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.caisse.domain.person.CompareNames.Likeness;
import org.caisse.domain.person.Known.Work;

/**
 * Decides whether two numbers may be one person: the sum of the weights of all that speaks for it
 * and against it, shown to a person when it reaches the fund's threshold. Nothing is merged by a
 * rule. No error; a pair of which little is known has a small sum. The weights are the fund's
 * ({@link MatchSettings}): no text says when two persons are one.
 */
public final class ComparePersons {

  private ComparePersons() {}

  /**
   * The verdict on a pair.
   *
   * @param score sum of the weights
   * @param evidence what was found, in the order of {@link Evidence}
   * @param shown whether a person is asked
   * @param keepA whether the first is the number to keep, as far as can be told: the one with a
   *     national number, else the one that an employer declared last, else the lower one
   */
  public record Verdict(int score, List<Evidence> evidence, boolean shown, boolean keepA) {
    public Verdict {
      evidence = List.copyOf(evidence);
    }
  }

  /** Compares two persons; the same whichever comes first. */
  public static Verdict judge(Known a, Known b, MatchSettings settings) {
    List<Evidence> evidence = new ArrayList<>();
    names(CompareNames.of(a, b), evidence);
    births(a, b, evidence);
    either(a.sex(), b.sex(), Evidence.SEX_SAME, Evidence.SEX_OTHER, evidence);
    either(
        digits(a.nationalId()),
        digits(b.nationalId()),
        Evidence.NATIONAL_ID_SAME,
        Evidence.NATIONAL_ID_OTHER,
        evidence);
    either(digits(a.phone()), digits(b.phone()), Evidence.PHONE_SAME, null, evidence);
    employers(a.works(), b.works(), evidence);
    evidence.sort(null);
    int score = evidence.stream().mapToInt(settings.weights()::get).sum();
    return new Verdict(score, evidence, score >= settings.threshold(), keepsFirst(a, b));
  }

  private static boolean keepsFirst(Known a, Known b) {
    if (a.nationalId().isEmpty() != b.nationalId().isEmpty()) {
      return !a.nationalId().isEmpty();
    }
    int later = lastMonth(a).compareTo(lastMonth(b));
    return later != 0 ? later > 0 : a.personNo().compareTo(b.personNo()) < 0;
  }

  private static String lastMonth(Known person) {
    return person.works().stream().map(Work::to).max(String::compareTo).orElse("");
  }

  private static void names(Likeness likeness, List<Evidence> evidence) {
    switch (likeness) {
      case SAME -> evidence.add(Evidence.NAME_SAME);
      case SPELLED -> evidence.add(Evidence.NAME_SPELLED);
      case CONTAINED -> evidence.add(Evidence.NAME_CONTAINED);
      case MARRIED -> evidence.add(Evidence.NAME_MARRIED);
      case PARTLY -> evidence.add(Evidence.NAME_PARTLY);
      case OTHER -> evidence.add(Evidence.NAME_OTHER);
      case UNKNOWN -> {}
    }
  }

  private static void births(Known a, Known b, List<Evidence> evidence) {
    LocalDate ofA = a.birthDate();
    LocalDate ofB = b.birthDate();
    if (ofA == null || ofB == null) {
      return;
    }
    if (ofA.equals(ofB)) {
      evidence.add(a.dayUnknown() ? Evidence.BIRTH_SAME_YEAR_ONLY : Evidence.BIRTH_SAME);
    } else if (ofA.getYear() == ofB.getYear() && (a.dayUnknown() || b.dayUnknown())) {
      evidence.add(Evidence.BIRTH_YEAR);
    } else if (ofA.getYear() == ofB.getYear()
        && ofA.getMonthValue() == ofB.getDayOfMonth()
        && ofA.getDayOfMonth() == ofB.getMonthValue()) {
      evidence.add(Evidence.BIRTH_SWAPPED);
    } else {
      evidence.add(Evidence.BIRTH_OTHER);
    }
  }

  private static void either(
      String a, String b, Evidence same, Evidence other, List<Evidence> evidence) {
    if (a.isEmpty() || b.isEmpty()) {
      return;
    }
    if (a.equals(b)) {
      evidence.add(same);
    } else if (other != null) {
      evidence.add(other);
    }
  }

  /** Months are compared as they are written: 2026-01 comes before 2026-02. */
  private static void employers(List<Work> ofA, List<Work> ofB, List<Evidence> evidence) {
    boolean followed = false;
    boolean both = false;
    for (Work a : ofA) {
      for (Work b : ofB) {
        if (a.employerNo().equals(b.employerNo())) {
          boolean apart = a.to().compareTo(b.from()) < 0 || b.to().compareTo(a.from()) < 0;
          followed |= apart;
          both |= !apart;
        }
      }
    }
    if (followed) {
      evidence.add(Evidence.EMPLOYER_FOLLOWED);
    }
    if (both) {
      evidence.add(Evidence.EMPLOYER_BOTH);
    }
  }

  /** Numbers as they are compared: letters and digits, without what stands between them. */
  static String digits(String number) {
    return number.replaceAll("[^0-9A-Za-z]", "").toUpperCase(java.util.Locale.ROOT);
  }
}
