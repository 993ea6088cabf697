package org.caisse.domain.person;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * Compares two names part by part, whatever the order of the parts. Parts are one when they are
 * written alike, sound alike ({@link NameParts#sound}), or differ in one letter (in two when both
 * have nine letters or more; never when one has fewer than five).
 */
final class CompareNames {

  private static final int SHORT = 5;
  private static final int LONG = 9;
  private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

  private CompareNames() {}

  /** How two names are like each other; the first that holds. */
  enum Likeness {
    /** The same parts. */
    SAME,
    /** The same parts, some in another spelling. */
    SPELLED,
    /** All parts of the shorter one, two at least, stand in the longer one. */
    CONTAINED,
    /** First names of a woman, all of them, and no part of the last name: she may have married. */
    MARRIED,
    /** Some parts. */
    PARTLY,
    /** No part. */
    OTHER,
    /** One of them says nothing. */
    UNKNOWN
  }

  static Likeness of(Known a, Known b) {
    List<String> ofA = NameParts.of(a.lastName() + " " + a.firstName());
    List<String> ofB = NameParts.of(b.lastName() + " " + b.firstName());
    if (ofA.isEmpty() || ofB.isEmpty()) {
      return Likeness.UNKNOWN;
    }
    if (ofA.equals(ofB)) {
      return Likeness.SAME;
    }
    int shared = shared(ofA, ofB);
    int fewer = Math.min(ofA.size(), ofB.size());
    if (shared == fewer && ofA.size() == ofB.size()) {
      return Likeness.SPELLED;
    }
    if (shared == fewer && fewer > 1) {
      return Likeness.CONTAINED;
    }
    if (a.isWoman() && b.isWoman() && married(a, b)) {
      return Likeness.MARRIED;
    }
    return shared > 0 ? Likeness.PARTLY : Likeness.OTHER;
  }

  private static boolean married(Known a, Known b) {
    List<String> firstOfA = NameParts.of(a.firstName());
    List<String> firstOfB = NameParts.of(b.firstName());
    int fewer = Math.min(firstOfA.size(), firstOfB.size());
    return fewer > 0
        && shared(firstOfA, firstOfB) == fewer
        && shared(NameParts.of(a.lastName()), NameParts.of(b.lastName())) == 0;
  }

  /** How many parts of the one stand in the other, each counted once: alike ones before others. */
  private static int shared(List<String> ofA, List<String> ofB) {
    List<String> left = new ArrayList<>(ofA);
    List<String> right = new ArrayList<>(ofB);
    int same = 0;
    for (String part : ofA) {
      if (right.remove(part)) {
        left.remove(part);
        same++;
      }
    }
    for (String part : left) {
      for (int i = 0; i < right.size(); i++) {
        if (alike(part, right.get(i))) {
          right.remove(i);
          same++;
          break;
        }
      }
    }
    return same;
  }

  private static boolean alike(String a, String b) {
    String soundOfA = NameParts.sound(a);
    String soundOfB = NameParts.sound(b);
    if (soundOfA.equals(soundOfB)) {
      return true;
    }
    int letters = Math.min(soundOfA.length(), soundOfB.length());
    if (letters < SHORT) {
      return false;
    }
    return DISTANCE.apply(soundOfA, soundOfB) <= (letters < LONG ? 1 : 2);
  }
}
