package org.caisse.config.pack;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.caisse.domain.pack.Mark;

/** The words of the vocabulary: constants as files write them. */
final class Words {

  private Words() {}

  /** Constants by their names in small letters, in their order. */
  @SafeVarargs
  static <E extends Enum<E>> Map<String, E> of(E... constants) {
    Map<String, E> words = new LinkedHashMap<>();
    for (E constant : constants) {
      words.put(of(constant), constant);
    }
    return words;
  }

  /** Two words, of which the second says yes. */
  static Map<String, Boolean> either(String no, String yes) {
    Map<String, Boolean> words = new LinkedHashMap<>();
    words.put(no, false);
    words.put(yes, true);
    return words;
  }

  /** How far sources go, as files write it. */
  static Map<String, Mark> marks() {
    Map<String, Mark> marks = new LinkedHashMap<>();
    for (Mark mark : Mark.values()) {
      marks.put(mark.name(), mark);
    }
    return marks;
  }

  /** How files write a constant. */
  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
