package org.caisse.domain.pack;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.caisse.domain.money.Rate;

/**
 * What is known of a person for a month beyond its pay. What a rule does not ask for need not be
 * known; what it asks for and is not known stops it ({@link MissingFactException}), it is never
 * guessed.
 *
 * @param born day of birth, or null
 * @param heads the family as counted on the first day of the month, or null
 * @param incomeClass name of the person's class in a table that has some, or null
 * @param incomeMinor declared income, for as long as the unit of the table says that asks for it;
 *     {@link #UNKNOWN} when not declared
 * @param baseSalaryMinor base salary of the month; {@link #UNKNOWN} when not declared
 * @param termMonths how many months were paid ahead, or 0
 * @param termStart first of these months, or of the person's year; or null
 * @param employerPart the part that the employer agreed to bear, or null
 * @param words other facts in the words of the pack, by name
 */
public record Circumstances(
    LocalDate born,
    Heads heads,
    String incomeClass,
    long incomeMinor,
    long baseSalaryMinor,
    int termMonths,
    LocalDate termStart,
    Rate employerPart,
    SortedMap<String, String> words) {

  /** An amount that nobody declared. */
  public static final long UNKNOWN = -1;

  /** Nothing beyond the pay. */
  public static final Circumstances NONE =
      new Circumstances(null, null, null, UNKNOWN, UNKNOWN, 0, null, null, new TreeMap<>());

  public Circumstances {
    words = Collections.unmodifiableSortedMap(new TreeMap<>(words));
  }

  /**
   * The family, counted.
   *
   * @param spouses spouses that count
   * @param children children that count
   * @param parents parents that count
   */
  public record Heads(int spouses, int children, int parents) {}

  /**
   * These, completed by those of a person where they say nothing: what a population fixes for all
   * its members is not for a sender to change.
   */
  public Circumstances completedBy(Circumstances person) {
    if (equals(NONE)) {
      return person;
    }
    TreeMap<String, String> both = new TreeMap<>(person.words);
    both.putAll(words);
    return new Circumstances(
        born != null ? born : person.born,
        heads != null ? heads : person.heads,
        incomeClass != null ? incomeClass : person.incomeClass,
        incomeMinor != UNKNOWN ? incomeMinor : person.incomeMinor,
        baseSalaryMinor != UNKNOWN ? baseSalaryMinor : person.baseSalaryMinor,
        termMonths != 0 ? termMonths : person.termMonths,
        termStart != null ? termStart : person.termStart,
        employerPart != null ? employerPart : person.employerPart,
        both);
  }
}
