package org.caisse.config.text;

import java.text.Format;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A pattern of {@link MessageFormat}, read once. Nearly all have plain placeholders only: they are
 * cut into pieces, and filling them is putting pieces together. For any number of threads.
 *
 * <p>{@code {1|line|lines}} is the word that goes with the number of placeholder 1: the first one
 * for one (in French for none, too), else the second.
 */
final class Text {

  /** Characters that stand for placeholder 0, 1, ... while a pattern is cut. */
  private static final char FIRST = '\uE000';

  private static final char LAST = '\uE0FF';

  /** Characters that stand for words that depend on a number, while a pattern is cut. */
  private static final char FIRST_WORD = '\uE100';

  private static final char LAST_WORD = '\uE1FF';

  private static final Pattern WORDS = Pattern.compile("\\{([0-9]{1,2})\\|([^|{}]*)\\|([^|{}]*)}");

  /** Used as it is when there are no pieces, and then copied: it is not for several threads. */
  private final MessageFormat format;

  private final int placeholders;

  /** The text between slots, one more than these; null where a placeholder has a form. */
  private final String[] pieces;

  private final Slot[] slots;

  /**
   * Where an argument goes, or a word that depends on it.
   *
   * @param argument which one
   * @param one the word for one; null where the argument itself goes
   * @param more the word for any other number
   */
  private record Slot(int argument, String one, String more, boolean noneIsOne) {

    private static final Pattern NO_DIGITS = Pattern.compile("[^0-9]+");

    static Slot of(int argument) {
      return new Slot(argument, null, null, false);
    }

    Object filled(Object value) {
      return one == null ? value : isOne(value) ? one : more;
    }

    /** A number as people read it may have marks around it and between its groups. */
    private boolean isOne(Object number) {
      String digits = NO_DIGITS.matcher(String.valueOf(number)).replaceAll("");
      return digits.equals("1") || (noneIsOne && digits.equals("0"));
    }
  }

  private Text(MessageFormat format, int placeholders, String[] pieces, Slot[] slots) {
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
      return new Text(null, 0, new String[] {pattern}, new Slot[0]);
    }
    List<Slot> words = new ArrayList<>();
    String marked = holdsMarks(pattern) ? pattern : marked(pattern, locale, words);
    MessageFormat format = new MessageFormat(marked, locale);
    Format[] forms = format.getFormatsByArgumentIndex();
    if (hasForms(format) || holdsMarks(pattern) || forms.length > LAST - FIRST + 1) {
      if (!words.isEmpty()) {
        throw new IllegalArgumentException("words of a number and forms of numbers: " + pattern);
      }
      return new Text(format, forms.length, null, null);
    }
    Object[] marks = new Object[forms.length];
    for (int i = 0; i < forms.length; i++) {
      marks[i] = String.valueOf((char) (FIRST + i));
    }
    return cut(format, forms.length, format.format(marks), words);
  }

  /** The pattern with a mark in the place of each word that depends on a number. */
  private static String marked(String pattern, Locale locale, List<Slot> words) {
    boolean noneIsOne = locale.getLanguage().equals("fr");
    return WORDS
        .matcher(pattern)
        .replaceAll(
            word -> {
              words.add(
                  new Slot(
                      Integer.parseInt(word.group(1)), word.group(2), word.group(3), noneIsOne));
              return String.valueOf((char) (FIRST_WORD + words.size() - 1));
            });
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
    return pattern.chars().anyMatch(c -> c >= FIRST && c <= LAST_WORD);
  }

  private static Text cut(MessageFormat format, int placeholders, String marked, List<Slot> words) {
    List<String> pieces = new ArrayList<>();
    List<Slot> slots = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < marked.length(); i++) {
      char c = marked.charAt(i);
      if (c >= FIRST && c <= LAST_WORD) {
        pieces.add(marked.substring(start, i));
        slots.add(c > LAST ? words.get(c - FIRST_WORD) : Slot.of(c - FIRST));
        start = i + 1;
      }
    }
    pieces.add(marked.substring(start));
    int needed = slots.stream().mapToInt(Slot::argument).max().orElse(-1) + 1;
    return new Text(
        format,
        Math.max(placeholders, needed),
        pieces.toArray(String[]::new),
        slots.toArray(Slot[]::new));
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
      text.append(slots[i].filled(arguments[slots[i].argument()])).append(pieces[i + 1]);
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
