package org.caisse.readers.received;

import org.caisse.config.format.FieldRules;

/**
 * Decides what the marks in the amounts of one column mean, from the mapping or else from all
 * values of the column: a mark that stands twice in a number, or before another one, can only stand
 * between groups of digits; one that is not followed by exactly three digits can only stand before
 * decimals. What no value shows stays undecided.
 */
final class Marks {

  private static final char NONE = ' ';

  private final String saidDecimal;
  private final String saidThousands;
  private final boolean[] decimal = new boolean[2];
  private final boolean[] decimalOfThree = new boolean[2];
  private final boolean[] thousands = new boolean[2];
  private final String[] ambiguous = new String[2];
  private final int[] ambiguousLine = new int[2];

  /** What a column's mark means in a value that does not show it. */
  enum Meaning {
    DECIMAL,
    THOUSANDS,
    /** Neither: the mapping names other marks. */
    NEITHER,
    UNDECIDED
  }

  Marks(FieldRules rules) {
    this.saidDecimal = rules.decimalMark();
    this.saidThousands = rules.thousandsMark();
  }

  /** Takes a value of the column into account. */
  void see(AmountText amount, String text, int lineNo) {
    if (amount.decimalMark() != NONE) {
      decimal[index(amount.decimalMark())] = true;
      decimalOfThree[index(amount.decimalMark())] |= amount.decimals().length() == 3;
    }
    if (amount.thousandsMark() != NONE) {
      thousands[index(amount.thousandsMark())] = true;
    }
    if (amount.ambiguousMark() != NONE && ambiguous[index(amount.ambiguousMark())] == null) {
      ambiguous[index(amount.ambiguousMark())] = text;
      ambiguousLine[index(amount.ambiguousMark())] = lineNo;
    }
  }

  /** Takes over what was decided when the file was looked through. */
  void decided(String decimalMark, String thousandsMark) {
    if (!decimalMark.isEmpty()) {
      int i = index(decimalMark.charAt(0));
      decimal[i] = true;
      decimalOfThree[i] = true;
    }
    if (!thousandsMark.isEmpty()) {
      thousands[index(thousandsMark.charAt(0))] = true;
    }
  }

  /** What a point or comma means where it may be either. */
  Meaning of(char mark) {
    String text = String.valueOf(mark);
    if (text.equals(saidDecimal)) {
      return Meaning.DECIMAL;
    }
    if (text.equals(saidThousands)) {
      return Meaning.THOUSANDS;
    }
    if (!saidDecimal.isEmpty()) {
      return saidThousands.isEmpty() ? Meaning.THOUSANDS : Meaning.NEITHER;
    }
    if (!saidThousands.isEmpty()) {
      return Meaning.DECIMAL;
    }
    int i = index(mark);
    boolean separates = thousands[i] || decimal[1 - i];
    if (separates && !decimal[i]) {
      return Meaning.THOUSANDS;
    }
    return decimalOfThree[i] && !separates ? Meaning.DECIMAL : Meaning.UNDECIDED;
  }

  /**
   * Whether the sender's mapping says that the marks of a value mean something else than what they
   * show.
   */
  boolean contradicts(AmountText amount) {
    char found = amount.decimalMark();
    boolean decimalElsewhere =
        found != NONE && !saidDecimal.isEmpty() && !saidDecimal.equals(String.valueOf(found));
    boolean thousandsAsDecimal =
        found != NONE && saidDecimal.isEmpty() && saidThousands.equals(String.valueOf(found));
    char group = amount.thousandsMark();
    boolean decimalAsThousands = group != NONE && saidDecimal.equals(String.valueOf(group));
    return decimalElsewhere || thousandsAsDecimal || decimalAsThousands;
  }

  /** The first value whose mark stays undecided, or null. */
  String undecided() {
    for (int i = 0; i < 2; i++) {
      if (isUndecided(i)) {
        return ambiguous[i];
      }
    }
    return null;
  }

  /** Line of {@link #undecided()}. */
  int undecidedLine() {
    return isUndecided(0) ? ambiguousLine[0] : ambiguousLine[1];
  }

  private boolean isUndecided(int i) {
    return ambiguous[i] != null && of(mark(i)) == Meaning.UNDECIDED;
  }

  /** The mark before decimals that the column uses, or empty. */
  String decimalMark() {
    for (int i = 0; i < 2; i++) {
      if (decimal[i] || (ambiguous[i] != null && of(mark(i)) == Meaning.DECIMAL)) {
        return String.valueOf(mark(i));
      }
    }
    return "";
  }

  /** The mark between groups of digits that the column uses, or empty. */
  String thousandsMark() {
    for (int i = 0; i < 2; i++) {
      if (thousands[i] || (ambiguous[i] != null && of(mark(i)) == Meaning.THOUSANDS)) {
        return String.valueOf(mark(i));
      }
    }
    return "";
  }

  private static int index(char mark) {
    return mark == '.' ? 0 : 1;
  }

  private static char mark(int index) {
    return index == 0 ? '.' : ',';
  }
}
