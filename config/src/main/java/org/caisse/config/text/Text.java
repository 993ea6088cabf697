package org.caisse.config.text;

import java.text.Format;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A pattern of {@link MessageFormat}, read once. Nearly all have plain placeholders only: they are
 * cut into pieces, and filling them is putting pieces together. For any number of threads.
 */
final class Text {

  /** Characters that stand for placeholder 0, 1, ... while a pattern is cut. */
  private static final char FIRST = '\uE000';

  private static final char LAST = '\uE0FF';

  /** Used as it is when there are no pieces, and then copied: it is not for several threads. */
  private final MessageFormat format;

  private final int placeholders;

  /** The text between placeholders, one more than these; null where a placeholder has a form. */
  private final String[] pieces;

  private final int[] slots;

  private Text(MessageFormat format, int placeholders, String[] pieces, int[] slots) {
    this.format = format;
    this.placeholders = placeholders;
    this.pieces = pieces;
    this.slots = slots;
  }

  /**
   * Reads a pattern.
   *
   * @throws IllegalArgumentException when it is none
   */
  static Text of(String pattern, Locale locale) {
    if (pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0) {
      return new Text(null, 0, new String[] {pattern}, new int[0]);
    }
    MessageFormat format = new MessageFormat(pattern, locale);
    Format[] forms = format.getFormatsByArgumentIndex();
    Object[] marks = new Object[forms.length];
    for (int i = 0; i < forms.length; i++) {
      marks[i] = String.valueOf((char) (FIRST + i));
    }
    return hasForms(format) || holdsMarks(pattern) || forms.length > LAST - FIRST + 1
        ? new Text(format, forms.length, null, null)
        : cut(format, forms.length, format.format(marks));
  }

  private static boolean hasForms(MessageFormat format) {
    for (Format form : format.getFormats()) {
      if (form != null) {
        return true;
      }
    }
    return false;
  }

  private static boolean holdsMarks(String pattern) {
    return pattern.chars().anyMatch(c -> c >= FIRST && c <= LAST);
  }

  private static Text cut(MessageFormat format, int placeholders, String marked) {
    List<String> pieces = new ArrayList<>();
    List<Integer> slots = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < marked.length(); i++) {
      char c = marked.charAt(i);
      if (c >= FIRST && c <= LAST) {
        pieces.add(marked.substring(start, i));
        slots.add(c - FIRST);
        start = i + 1;
      }
    }
    pieces.add(marked.substring(start));
    return new Text(
        format,
        placeholders,
        pieces.toArray(String[]::new),
        slots.stream().mapToInt(Integer::intValue).toArray());
  }

  /** So many arguments it needs at least. */
  int placeholders() {
    return placeholders;
  }

  /** The text; a number in a plain placeholder is written as digits without grouping. */
  String filled(Object... arguments) {
    if (pieces == null) {
      return formatted(arguments);
    }
    if (slots.length == 0) {
      return pieces[0];
    }
    StringBuilder text = new StringBuilder(pieces[0]);
    for (int i = 0; i < slots.length; i++) {
      text.append(arguments[slots[i]]).append(pieces[i + 1]);
    }
    return text.toString();
  }

  private String formatted(Object[] arguments) {
    Format[] forms = format.getFormatsByArgumentIndex();
    Object[] filled = arguments.clone();
    for (int i = 0; i < forms.length; i++) {
      if (forms[i] == null && filled[i] instanceof Number number) {
        filled[i] = number.toString();
      }
    }
    return ((MessageFormat) format.clone()).format(filled);
  }
}
