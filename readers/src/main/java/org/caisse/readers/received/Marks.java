package org.caisse.readers.received;

import org.caisse.config.format.FieldRules;

/**
 * Decides what the marks in the amounts of one column mean, from the mapping or else from all
 * values of the column: a mark that stands twice in a number, or before another one, can only stand
 * between groups of digits; one that is not followed by exactly three digits can only stand before
 * decimals. What no value shows stays undecided: the file is asked about, or, where few values are
 * like that, these lines alone are refused, as are those that contradict nearly all others.
 */
final class Marks {

  /** One slip among so many values is a slip; more are a habit. */
  static final int FEW = 10;

  private static final char NONE = ' ';

  private final String saidDecimal;
  private final String saidThousands;
  private final long[] decimal = new long[2];
  private final long[] decimalOfThree = new long[2];
  private final long[] thousands = new long[2];
  private final long[] ambiguous = new long[2];
  private final boolean[] open = new boolean[2];
  private final String[] firstAmbiguous = new String[2];
  private final int[] firstLine = new int[2];
  private long amounts;

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
    amounts++;
    if (amount.decimalMark() != NONE) {
      decimal[index(amount.decimalMark())]++;
      decimalOfThree[index(amount.decimalMark())] += amount.decimals().length() == 3 ? 1 : 0;
    }
    if (amount.thousandsMark() != NONE) {
      thousands[index(amount.thousandsMark())]++;
    }
    if (amount.ambiguousMark() != NONE) {
      int i = index(amount.ambiguousMark());
      if (ambiguous[i]++ == 0) {
        firstAmbiguous[i] = text;
        firstLine[i] = lineNo;
      }
    }
  }

  /** Takes over what was decided when the file was looked through. */
  void decided(RecognisedColumn column) {
    if (!column.decimalMark().isEmpty()) {
      int i = index(column.decimalMark().charAt(0));
      decimal[i] = 1;
      decimalOfThree[i] = 1;
    }
    if (!column.thousandsMark().isEmpty()) {
      thousands[index(column.thousandsMark().charAt(0))] = 1;
    }
    for (char mark : column.openMarks().toCharArray()) {
      open[index(mark)] = true;
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
    return open[index(mark)] ? Meaning.UNDECIDED : shown(index(mark));
  }

  private Meaning shown(int i) {
    long separates = thousands[i] + decimal[1 - i];
    if (outweighs(separates, decimal[i])) {
      return Meaning.THOUSANDS;
    }
    return outweighs(decimalOfThree[i], separates) ? Meaning.DECIMAL : Meaning.UNDECIDED;
  }

  private static boolean outweighs(long one, long other) {
    return one > 0 && other * FEW <= one;
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

  /** The first value that makes the whole file a question, or null. */
  String asked() {
    return isAsked(0) ? firstAmbiguous[0] : isAsked(1) ? firstAmbiguous[1] : null;
  }

  /** Line of {@link #asked()}. */
  int askedLine() {
    return isAsked(0) ? firstLine[0] : firstLine[1];
  }

  private boolean isAsked(int i) {
    return isOpen(i) && ambiguous[i] * FEW > amounts;
  }

  private boolean isOpen(int i) {
    return ambiguous[i] > 0 && of(mark(i)) == Meaning.UNDECIDED;
  }

  /** The marks that stay undecided where a value does not show what they mean. */
  String openMarks() {
    return (isOpen(0) ? "." : "") + (isOpen(1) ? "," : "");
  }

  /** The mark before decimals that the column uses, or empty. */
  String decimalMark() {
    for (int i = 0; i < 2; i++) {
      boolean implied = ambiguous[i] > 0 && of(mark(i)) == Meaning.DECIMAL;
      if (implied || (decimal[i] > 0 && !outweighs(thousands[i], decimal[i]))) {
        return String.valueOf(mark(i));
      }
    }
    return "";
  }

  /** The mark between groups of digits that the column uses, or empty. */
  String thousandsMark() {
    for (int i = 0; i < 2; i++) {
      boolean implied = ambiguous[i] > 0 && of(mark(i)) == Meaning.THOUSANDS;
      if (implied || (thousands[i] > 0 && !outweighs(decimal[i], thousands[i]))) {
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
