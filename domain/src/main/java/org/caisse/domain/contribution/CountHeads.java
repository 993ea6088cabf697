package org.caisse.domain.contribution;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.caisse.domain.pack.Circumstances.Heads;
import org.caisse.domain.pack.HeadTerms;
import org.caisse.domain.pack.MissingFactException;

/**
 * How many heads of a family owe a flat amount: on the first day of the month (SEMANTICS 11), a
 * child from the age at which it owes until the age at which it no longer counts, a disabled child
 * at any age above the first. Text: the pack names it per rule.
 */
public final class CountHeads {

  private CountHeads() {}

  /**
   * @param rule id of the rule, for the message when a birth date is needed and not known
   * @param terms whom the rule counts
   * @param family of the insured person
   * @param day on which they are counted
   * @throws MissingFactException when the birth date of a child decides and is not known
   */
  public static Heads of(String rule, HeadTerms terms, List<Dependant> family, LocalDate day) {
    int spouses = 0;
    int children = 0;
    int parents = 0;
    for (Dependant one : family) {
      switch (one.kind()) {
        case SPOUSE -> spouses++;
        case CHILD -> children += counts(rule, terms, one, day) ? 1 : 0;
        case PARENT -> parents++;
        case INSURED -> throw new IllegalArgumentException("the insured person is no dependant");
      }
    }
    return new Heads(spouses, children, parents);
  }

  private static boolean counts(String rule, HeadTerms terms, Dependant child, LocalDate day) {
    boolean limited = terms.childBelow() != HeadTerms.NO_LIMIT && !child.disabled();
    if (terms.childFrom() == 0 && !limited && child.born() == null) {
      return true;
    }
    if (child.born() == null) {
      throw new MissingFactException(rule, "birth date of a child");
    }
    if (child.born().isAfter(day)) {
      return false;
    }
    int age = Period.between(child.born(), day).getYears();
    return age >= terms.childFrom() && (!limited || age < terms.childBelow());
  }
}
