package org.caisse.app.generate;

import java.util.List;

/**
 * The persons of the registry, each a function of its index; their numbers are scattered, so that
 * colleagues do not have neighbouring ones.
 */
final class Persons {

  private static final int DAYS_A_YEAR = 365;

  private final long seed;
  private final Month month;
  private final Headcount heads;
  private final Scheme scheme;
  private final List<Scheme.Member> members;
  private final Shuffle numbers;
  private final Shuffle extras;

  Persons(FundOptions options, Month month, Headcount heads) {
    this.seed = options.seed();
    this.month = month;
    this.heads = heads;
    this.scheme = options.scheme();
    this.members = scheme.members(month.month());
    numbers = Shuffle.of(Draw.PERSON_NUMBER, seed, heads.persons());
    extras = Shuffle.of(Draw.PERSON_EXTRA, seed, heads.salaried());
  }

  int count() {
    return numbers.size();
  }

  /** Number in files: the place in the registry and a check digit. */
  long number(int person) {
    long place = numbers.at(person) + 1L;
    return place * 10 + checkDigit(place);
  }

  /** The number with a wrong check digit, which nobody has. */
  long wrongNumber(int person, int slip) {
    long right = number(person);
    return right / 10 * 10 + (right + 1 + slip % 9) % 10;
  }

  int atPlace(int place) {
    return numbers.indexOf(place);
  }

  /** The person who has a second job, by the number of the job. */
  int ofSecondJob(int job) {
    return extras.at(job);
  }

  /** The number of the second job of a salaried person, or -1 for none. */
  int secondJob(int person) {
    int rank = person < heads.salaried() ? extras.indexOf(person) : Integer.MAX_VALUE;
    return rank < heads.secondJobs() ? rank : -1;
  }

  /** Whether a salaried person has two spells at its employer. */
  boolean twoSpells(int person) {
    if (person >= heads.salaried()) {
      return false;
    }
    int rank = extras.indexOf(person);
    return rank >= heads.secondJobs() && rank < heads.secondJobs() + heads.secondSpells();
  }

  /** First day of the month worked: one person in 50 was hired inside it. */
  int hiredDay(int person) {
    return spell(person) < 20 ? 2 + Draw.SPELL_DAY.below(month.length() - 1, seed, person) : 1;
  }

  /** Last day of the month worked: one person in 60 left inside it. */
  int leftDay(int person) {
    return spell(person) >= 983
        ? 1 + Draw.SPELL_DAY.below(month.length() - 1, seed, person)
        : month.length();
  }

  private int spell(int person) {
    return Draw.SPELL.below(1000, seed, person);
  }

  private boolean died(int person) {
    return person < heads.declared() && spell(person) >= 998 && secondJob(person) < 0;
  }

  /** Whether the person was out of the registry before the period. */
  boolean ended(int person) {
    return person >= heads.persons() - heads.ended();
  }

  int someoneEnded(int at) {
    return heads.persons() - heads.ended() + at % heads.ended();
  }

  /** Population of a person who contributes a flat amount, or nothing for the others. */
  String population(int person) {
    int place = person - heads.declared();
    if (place < 0 || ended(person)) {
      return "";
    }
    return members.get(scheme.member(heads, place)).population();
  }

  int birth(int person) {
    boolean pensioner = person >= heads.salaried() && person < heads.declared();
    int least = (pensioner ? 55 : 19) * DAYS_A_YEAR;
    int span = (pensioner ? 33 : 40) * DAYS_A_YEAR;
    return month.firstDay() - least - Draw.BIRTH.below(span, seed, person);
  }

  /** Epoch day from which the registry knows the person. */
  int validFrom(int person) {
    int drawn = Draw.REGISTERED.below(400, seed, person);
    if (ended(person)) {
      return month.firstDay() - 500 - drawn;
    }
    if (person >= heads.declared()) {
      // Members pay whole months; one in 100 only joins next month.
      return month.monthStart(drawn < 4 ? 1 : -(drawn % 24));
    }
    if (hiredDay(person) > 1 && drawn < 200 && secondJob(person) < 0) {
      return month.firstDay() + hiredDay(person) - 1;
    }
    return month.firstDay() - 30 - drawn;
  }

  /** Epoch day from which the registry no longer does, or {@link CsvFile#NO_DAY}. */
  int validTo(int person) {
    int drawn = Draw.DEREGISTERED.below(400, seed, person);
    if (ended(person)) {
      return month.firstDay() - (drawn < 40 ? 0 : drawn);
    }
    if (person >= heads.declared()) {
      boolean left = drawn < 8 && validFrom(person) < month.monthStart(-3);
      return left ? month.monthStart(-(drawn % 3)) : CsvFile.NO_DAY;
    }
    return died(person) ? month.firstDay() + leftDay(person) : CsvFile.NO_DAY;
  }

  /** Whether a member owes the period: known on its first day. */
  boolean owesFlat(int person) {
    int to = validTo(person);
    return validFrom(person) <= month.firstDay() && (to == CsvFile.NO_DAY || to > month.firstDay());
  }

  /** Luhn's digit. */
  private static int checkDigit(long place) {
    int sum = 0;
    boolean twice = true;
    for (long rest = place; rest > 0; rest /= 10) {
      int digit = (int) (rest % 10);
      int weighted = twice ? digit * 2 : digit;
      sum += weighted > 9 ? weighted - 9 : weighted;
      twice = !twice;
    }
    return (10 - sum % 10) % 10;
  }
}
