package org.caisse.app.generate;

/**
 * Pure pseudo-random numbers: the same seed, draw and item give the same number, in any order.
 * Integer arithmetic only, so on any machine.
 */
enum Draw {
  EMPLOYER_NUMBER(1),
  EMPLOYER_SIZE(2),
  EMPLOYER_NAME(3),
  EMPLOYER_SPAN(4),
  EMPLOYER_CONDUCT(5),
  EMPLOYER_ORDER(6),
  EMPLOYER_TRADE(7),
  FORMER_STAFF(8),
  EMPLOYER_DAY(9),
  EMPLOYER_SINCE(10),
  PERSON_NUMBER(11),
  PERSON_EXTRA(12),
  PERSON_SEX(13),
  SURNAME(14),
  GIVEN_NAME(15),
  SECOND_NAME(16),
  NICKNAME(17),
  BIRTH(18),
  REGISTERED(19),
  DEREGISTERED(20),
  SPELL(31),
  SPELL_DAY(32),
  HIRED(33),
  ABSENCE(34),
  WAGE_BAND(35),
  WAGE(36),
  WAGE_ROUNDED(37),
  BACK_PAY(38),
  WRONG_LINE(39),
  WRONG_VALUE(40),
  WRONG_HEADER(41),
  SPELL_GAP(42),
  DAYS_BLANK(43),
  ENTRY_ALWAYS(44),
  CARE_PROVIDER(45),
  CARE_REGION(46),
  CARE_CONTRACT(47),
  CARE_INVOICE(48),
  CARE_PATIENT(49),
  CARE_DEPENDANT(50),
  CARE_DAY(51),
  CARE_ACT(52),
  CARE_QUANTITY(53),
  CARE_MESS(54),
  CARE_WRONG(55),
  CARE_STATUS(56),
  CARE_AFFECTION(57),
  CARE_FORM(58),
  CARE_CORRECTED(59),
  CARE_KIND(60),
  CARE_FITS(61),
  OWN_PAYMENT(62),
  OWN_PAYMENT_DAY(63);

  private final long salt;

  /** The numbers are part of what a seed means: they are never changed or used again. */
  Draw(int number) {
    salt = mix(number * 0x9E3779B97F4A7C15L);
  }

  /** 64 random bits. */
  long bits(long seed, long item) {
    return mix(mix(seed ^ salt) + item * 0x9E3779B97F4A7C15L);
  }

  /** A number from 0 to {@code bound - 1}. */
  int below(int bound, long seed, long item) {
    return (int) Math.unsignedMultiplyHigh(bits(seed, item), bound);
  }

  /** The finaliser of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014; variant 13 of Stafford). */
  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
