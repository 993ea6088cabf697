package org.caisse.app.generate;

/**
 * The employers, numbered from 0: the State, public bodies, private employers, the two pension
 * bodies, then those that are not affiliated in the period. Holds two numbers per employer.
 */
final class Employers {

  private static final int MAX_PUBLIC_BODIES = 36;
  private static final int MAX_DOUBLINGS = 10;
  private static final int FORMER_STAFF = 2;

  private final long seed;
  private final Month month;
  private final Headcount heads;
  private final Shuffle numbers;
  private final int firstPrivate;
  private final int firstPension;
  private final int firstFuture;
  private final int[] firstPerson;
  private final int[] firstExtra;

  Employers(FundOptions options, Month month, Headcount heads) {
    this.seed = options.seed();
    this.month = month;
    this.heads = heads;
    int count = options.employers();
    numbers = Shuffle.of(Draw.EMPLOYER_NUMBER, seed, count);
    firstPrivate = 1 + Math.clamp(count / 40, 1, MAX_PUBLIC_BODIES);
    firstFuture = count - Math.max(1, count / 200);
    firstPension = firstFuture - Math.max(1, count / 100) - 2;
    firstPerson = new int[firstPension + 3];
    firstPerson[1] = heads.state();
    share(1, firstPrivate, heads.publicStaff());
    share(firstPrivate, firstPension, heads.privateStaff());
    firstPerson[firstPension + 1] = heads.salaried() + heads.privatePensioners();
    firstPerson[firstPension + 2] = heads.declared();
    firstExtra = new int[firstPension + 1];
    for (int e = 1; e <= firstPension; e++) {
      long before = (long) firstPerson[e] - heads.state();
      firstExtra[e] = (int) (heads.secondJobs() * before / heads.otherStaff());
    }
  }

  /** Gives each employer one person and its part of the rest, by a law with a heavy tail. */
  private void share(int from, int to, int people) {
    long total = 0;
    for (int e = from; e < to; e++) {
      total += weight(e);
    }
    long before = 0;
    for (int e = from; e < to; e++) {
      before += weight(e);
      int rank = e - from + 1;
      firstPerson[e + 1] =
          firstPerson[from] + rank + (int) ((people - (to - from)) * before / total);
    }
  }

  /** Half of the employers weigh less than 1,024, a quarter up to 3,071, an eighth up to 7,167. */
  private long weight(int employer) {
    long bits = Draw.EMPLOYER_SIZE.bits(seed, employer);
    int doublings = Math.min(MAX_DOUBLINGS, Long.numberOfLeadingZeros(bits));
    return ((1024 + (bits & 1023)) << doublings) - 1024;
  }

  int count() {
    return numbers.size();
  }

  /** Public bodies and private employers affiliated in the period: 1 to this number. */
  int ordinary() {
    return firstPension - 1;
  }

  int privatePensions() {
    return firstPension;
  }

  /** The first of the employers whose affiliation ended before the period. */
  int firstEnded() {
    return firstPension + 2;
  }

  int ended() {
    return firstFuture - firstEnded();
  }

  Sort sort(int employer) {
    if (employer == 0) {
      return Sort.STATE;
    }
    if (employer < firstPrivate) {
      return Sort.PUBLIC_BODY;
    }
    if (employer < firstPension || employer >= firstEnded()) {
      return Sort.PRIVATE;
    }
    return employer == firstPension ? Sort.PRIVATE_PENSIONS : Sort.PUBLIC_PENSIONS;
  }

  boolean affiliated(int employer) {
    return employer < firstEnded();
  }

  /** The number in files, from 1. */
  int number(int employer) {
    return numbers.at(employer) + 1;
  }

  int ofNumber(int number) {
    return numbers.indexOf(number - 1);
  }

  /** Number in files of no employer. */
  int unknownNumber(int employer) {
    return count() + 1 + employer;
  }

  /** First of its own persons; for an employer that ended, of those that were. */
  int firstPerson(int employer) {
    return affiliated(employer)
        ? firstPerson[employer]
        : heads.state() + Draw.FORMER_STAFF.below(heads.otherStaff() - 2, seed, employer);
  }

  int staff(int employer) {
    return affiliated(employer) ? firstPerson[employer + 1] - firstPerson[employer] : FORMER_STAFF;
  }

  /** First of the second jobs at this employer. */
  int firstExtra(int employer) {
    return employer >= 1 && employer < firstPension ? firstExtra[employer] : 0;
  }

  /** Second jobs at this employer. */
  int extras(int employer) {
    return employer >= 1 && employer < firstPension
        ? firstExtra[employer + 1] - firstExtra[employer]
        : 0;
  }

  /** First day of the month on which it is affiliated: 1 unless it joined inside the month. */
  int firstDay(int employer) {
    return joins(employer) ? 2 + Draw.EMPLOYER_DAY.below(15, seed, employer) : 1;
  }

  /** Last day of the month on which it is affiliated. */
  int lastDay(int employer) {
    return leaves(employer)
        ? 16 + Draw.EMPLOYER_DAY.below(month.length() - 16, seed, employer)
        : month.length();
  }

  private boolean joins(int employer) {
    return span(employer) == 0;
  }

  private boolean leaves(int employer) {
    return span(employer) == 1;
  }

  private int span(int employer) {
    return sort(employer) == Sort.PRIVATE && affiliated(employer)
        ? Draw.EMPLOYER_SPAN.below(100, seed, employer)
        : -1;
  }

  /** Epoch day of its first day of affiliation. */
  int validFrom(int employer) {
    if (employer >= firstFuture) {
      return month.monthStart(1 + Draw.EMPLOYER_SINCE.below(2, seed, employer));
    }
    if (joins(employer)) {
      return month.firstDay() + firstDay(employer) - 1;
    }
    return month.monthStart(-13 - Draw.EMPLOYER_SINCE.below(24, seed, employer));
  }

  /** Epoch day from which it is no longer affiliated, or {@link CsvFile#NO_DAY}. */
  int validTo(int employer) {
    if (employer >= firstEnded() && employer < firstFuture) {
      return month.monthStart(-Draw.EMPLOYER_DAY.below(12, seed, employer));
    }
    return leaves(employer) ? month.firstDay() + lastDay(employer) : CsvFile.NO_DAY;
  }
}
