package org.caisse.readers.workbook;

/** A number in an attribute or a reference, as programs write it. */
final class WholeNumber {

  private static final int MAX_DIGITS = 9;

  private WholeNumber() {}

  /**
   * @param text one to nine decimal digits
   * @param otherwise what anything else stands for
   */
  static int of(String text, int otherwise) {
    if (text == null || text.isEmpty() || text.length() > MAX_DIGITS) {
      return otherwise;
    }
    int number = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return otherwise;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
