package org.caisse.domain.person;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The parts of a name as they are compared: without accents, case, hyphens, titles and particles,
 * in the order of the alphabet, because registries put last and first names in either place. {@link
 * #sound} folds spellings of one sound, as French and English ears wrote the names of West Africa:
 * OUEDRAOGO and WEDRAOGO, DIALLO and JALLOW, TOURÉ and TURE, YOUSSOUF and YUSUF. Both are functions
 * of the text alone and never change without a new ruleset.
 */
public final class NameParts {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BETWEEN = Pattern.compile("[^A-Z0-9]+");
  private static final Pattern DOUBLED = Pattern.compile("(.)\\1+");

  /** What stands beside names and is none: titles, and words for a married or widowed name. */
  private static final Set<String> NO_NAME =
      Set.of(
          "M", "MR", "MME", "MLLE", "DR", "EL", "AL", "HADJ", "HADJI", "HADJA", "EP", "EPSE",
          "EPOUSE", "NEE", "VVE", "VEUVE", "DE", "DU");

  /** Letters of African alphabets that are no letter with a mark. */
  private static final String[][] LETTERS = {
    {"Œ", "OE"},
    {"Æ", "AE"},
    {"Ɛ", "E"},
    {"Ɔ", "O"},
    {"Ɓ", "B"},
    {"Ɗ", "D"},
    {"Ŋ", "NG"},
    {"Ɲ", "NY"},
    {"Ɩ", "I"},
    {"Ʋ", "U"},
    {"Ƴ", "Y"},
    {"Ɣ", "G"}
  };

  /** Spellings of one sound, in the order in which they are folded. */
  private static final String[][] SOUNDS = {
    {"PH", "F"}, {"TCH", "CH"}, {"CH", "S"}, {"SH", "S"}, {"DJ", "J"}, {"DI(?=[AEOU])", "J"},
    {"GN", "NI"}, {"C(?=[EIY])", "S"}, {"C", "K"}, {"Q", "K"}, {"OU", "U"}, {"OO", "U"},
    {"W", "U"}, {"Y", "I"}, {"H", ""}, {"X", "KS"}, {"Z", "S"}, {"(?<=.)E$", ""}
  };

  private static final List<Fold> FOLDS = folds();

  private record Fold(Pattern spelling, String sound) {}

  private NameParts() {}

  /** The parts of a name, in the order of the alphabet; none when it says nothing. */
  public static List<String> of(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    for (String[] letter : LETTERS) {
      upper = upper.replace(letter[0], letter[1]);
    }
    String plain = MARKS.matcher(Normalizer.normalize(upper, Normalizer.Form.NFKD)).replaceAll("");
    List<String> parts = new ArrayList<>();
    for (String part : BETWEEN.split(plain.replace("'", "").replace("’", ""), -1)) {
      if (!part.isEmpty() && !NO_NAME.contains(part)) {
        parts.add(part);
      }
    }
    parts.sort(null);
    return parts;
  }

  /** How a part sounds: other spellings of it give the same. */
  public static String sound(String part) {
    String sound = part;
    for (Fold fold : FOLDS) {
      sound = fold.spelling().matcher(sound).replaceAll(fold.sound());
    }
    sound = DOUBLED.matcher(sound).replaceAll("$1");
    return sound.isEmpty() ? part : sound;
  }

  private static List<Fold> folds() {
    List<Fold> folds = new ArrayList<>();
    for (String[] sound : SOUNDS) {
      folds.add(new Fold(Pattern.compile(sound[0]), sound[1]));
    }
    return List.copyOf(folds);
  }
}
