package org.caisse.app.generate;

/** The lines of a declaration, one after the other, computed anew each time they are asked for. */
final class Payroll {

  private static final WrongLine[] WRONGS = WrongLine.values();
  private static final int MILLION = 1_000_000;
  private static final int LEAST_STAFF_TO_CORRECT = 4;

  private final long seed;
  private final Month month;
  private final Employers employers;
  private final Persons persons;
  private final Wages wages;
  private final int[] wrongBelow = new int[WRONGS.length];

  Payroll(FundOptions options, Month month, Employers employers, Persons persons) {
    this.seed = options.seed();
    this.month = month;
    this.employers = employers;
    this.persons = persons;
    this.wages = new Wages(seed);
    int below = 0;
    for (int w = 0; w < WRONGS.length; w++) {
      below += WRONGS[w].perMillion() * options.errorPercent() / 100;
      wrongBelow[w] = below;
    }
  }

  /** Gives all lines of a declaration: its own staff, then those for whom it is a second job. */
  <X extends Exception> void forEach(Declaration declaration, PayLine.Sink<X> sink) throws X {
    if (!declaration.hasLines()) {
      return;
    }
    int e = declaration.employer();
    int staff = employers.staff(e);
    int first = employers.firstPerson(e);
    // A correction takes out the last of the list, who had already left.
    boolean corrected = declaration.version() > 0 && staff >= LEAST_STAFF_TO_CORRECT;
    for (int slot = 0; slot < (corrected ? staff - 1 : staff); slot++) {
      int person = first + slot;
      if (!isIn(declaration.part(), slot == staff - 1)) {
        continue;
      }
      if (twoSpells(e, person)) {
        secondSpell(declaration, slot, person, sink);
      } else {
        one(declaration, slot, person, persons.hiredDay(person), persons.leftDay(person), sink);
      }
    }
    if (!isIn(declaration.part(), false)) {
      return;
    }
    int firstJob = employers.firstExtra(e);
    for (int i = 0; i < employers.extras(e); i++) {
      int person = persons.ofSecondJob(firstJob + i);
      if (person < first || person >= first + staff) {
        one(declaration, staff + i, person, 1, month.length(), sink);
      }
    }
  }

  private static boolean isIn(Declaration.Part part, boolean last) {
    return switch (part) {
      case ALL, LAST_WRONG -> true;
      case WITHOUT_LAST -> !last;
      case LAST_LINE, LAST_PERSON -> last;
    };
  }

  private boolean isWrongOnPurpose(Declaration declaration, int slot) {
    return declaration.part() == Declaration.Part.LAST_WRONG
        && slot == employers.staff(declaration.employer()) - 1;
  }

  private boolean twoSpells(int e, int person) {
    if (!employers.affiliated(e)) {
      return false;
    }
    int job = persons.secondJob(person) - employers.firstExtra(e);
    return persons.twoSpells(person) || (job >= 0 && job < employers.extras(e));
  }

  private <X extends Exception> void one(
      Declaration declaration, int slot, int person, int hired, int left, PayLine.Sink<X> sink)
      throws X {
    int e = declaration.employer();
    int last = employers.lastDay(e);
    int to = Math.min(left, last);
    int from = Math.max(hired, employers.firstDay(e));
    if (from > to) {
      from = employers.firstDay(e);
      to = last;
    }
    PayLine line = line(declaration, slot, person, from, to);
    WrongLine wrong = declaration.wrongLines() ? wrong(e, slot) : null;
    wrong = isWrongOnPurpose(declaration, slot) ? WrongLine.PERSON_UNKNOWN : wrong;
    if (wrong == WrongLine.SPELL_OVERLAP) {
      sink.take(line);
    }
    sink.take(wrong == null ? line : spoilt(line, wrong));
  }

  private <X extends Exception> void secondSpell(
      Declaration declaration, int slot, int person, PayLine.Sink<X> sink) throws X {
    int e = declaration.employer();
    int first = employers.firstDay(e);
    int last = employers.lastDay(e);
    int span = last - first + 1;
    int stop = first + span / 3 - Draw.SPELL_DAY.below(3, seed, person);
    int start = first + span / 2 + 1 + Draw.SPELL_GAP.below(4, seed, person);
    if (declaration.part() != Declaration.Part.LAST_LINE) {
      sink.take(line(declaration, slot, person, first, stop));
    }
    PayLine line = line(declaration, slot, person, start, last);
    sink.take(isWrongOnPurpose(declaration, slot) ? spoilt(line, WrongLine.PERSON_UNKNOWN) : line);
  }

  private PayLine line(Declaration declaration, int slot, int person, int from, int to) {
    int e = declaration.employer();
    long key = key(e, slot);
    int span = to - from + 1;
    long gross =
        Wages.prorated(wages.ofMonth(employers.sort(e), key), span, month.length())
            + backPay(declaration, slot, key);
    return new PayLine(e, person, from, to, days(e, key, span), gross, null, 0);
  }

  /** What a correction adds: always for the first of the list, and for one in eight others. */
  private long backPay(Declaration declaration, int slot, long key) {
    if (declaration.version() == 0) {
      return 0;
    }
    int drawn = Draw.BACK_PAY.below(400_000, seed, key + declaration.version());
    return slot == 0 || drawn % 8 == 0 ? 2_000 + drawn / 10 : 0;
  }

  private int days(int e, long key, int span) {
    if (Draw.DAYS_BLANK.below(10, seed, e) == 0) {
      return -1;
    }
    int absent = Draw.ABSENCE.below(100, seed, key);
    return absent < 4 && span > 5 ? span - 1 - absent : span;
  }

  /** What is wrong with a line, or null. */
  private WrongLine wrong(int e, int slot) {
    if (e == employers.privatePensions()) {
      return oneOfEach(slot);
    }
    WrongLine drawn = drawn(e, slot);
    if (drawn != WrongLine.GROSS_NEGATIVE) {
      return drawn;
    }
    // Never the first, and never two in a row: the declared total stays positive.
    return slot > 0 && drawn(e, slot - 1) != drawn ? drawn : null;
  }

  private WrongLine drawn(int e, int slot) {
    int rank = Draw.WRONG_LINE.below(MILLION, seed, key(e, slot));
    for (int w = 0; w < WRONGS.length; w++) {
      if (rank < wrongBelow[w]) {
        return WRONGS[w];
      }
    }
    return null;
  }

  /** One pension body has each wrong line exactly once, so that none is ever missing. */
  private WrongLine oneOfEach(int slot) {
    int step = (employers.staff(employers.privatePensions()) - 1) / WRONGS.length;
    boolean none = step < 2 || slot % step != 1 || wrongBelow[WRONGS.length - 1] == 0;
    return none || slot / step >= WRONGS.length ? null : WRONGS[slot / step];
  }

  private PayLine spoilt(PayLine line, WrongLine wrong) {
    int variant = Draw.WRONG_VALUE.below(1 << 20, seed, key(line.employer(), line.person()));
    PayLine spoilt = line.wrong(wrong, variant);
    int span = line.toDay() - line.fromDay() + 1;
    return switch (wrong) {
      case GROSS_NEGATIVE -> spoilt.gross(-500L - variant % 2_000);
      case GROSS_TOO_LARGE -> spoilt.gross(line.grossMinor() * 1_000_000_000L);
      case DAYS_INVALID -> spoilt.days(span + 1 + variant % 3);
      case SPELL_INVALID, DATE_UNREADABLE -> spoilt.days(-1);
      case SPELL_OVERLAP -> spoilt.gross(line.grossMinor() / 2 + 1);
      case LINE_UNREADABLE,
          FIELD_COUNT,
          RECORD_UNKNOWN,
          LINE_TOO_LONG,
          LINE_ORPHAN,
          PERSON_MISSING,
          PERSON_UNKNOWN,
          PERSON_INACTIVE,
          GROSS_UNREADABLE ->
          spoilt;
    };
  }

  private static long key(int employer, int slot) {
    return ((long) employer << 32) + slot * 8L;
  }
}
