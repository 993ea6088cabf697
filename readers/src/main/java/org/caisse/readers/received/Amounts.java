package org.caisse.readers.received;

import java.math.BigDecimal;

/** Amounts as canonical files write them: digits, a point before decimals, a minus sign. */
final class Amounts {

  private Amounts() {}

  /** Whether a text is an amount in that form. */
  static boolean isPlain(String text) {
    int at = text.startsWith("-") ? 1 : 0;
    int digits = 0;
    boolean point = false;
    for (; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '.' && !point && digits > 0 && at + 1 < text.length()) {
        point = true;
      } else if (c >= '0' && c <= '9') {
        digits++;
      } else {
        return false;
      }
    }
    return digits > 0;
  }

  /** An amount without zeros at the end of its decimals. */
  static String plain(BigDecimal amount) {
    BigDecimal stripped = amount.stripTrailingZeros();
    return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
  }
}
