package org.caisse.domain.contribution;

import java.time.LocalDate;
import java.time.Period;
import org.caisse.domain.pack.Circumstances;
import org.caisse.domain.pack.Fact;
import org.caisse.domain.pack.Facts;
import org.caisse.domain.pack.MissingFactException;

/**
 * What tables can ask about a person's month.
 *
 * @param rule that asks, for the message when something is not known
 * @param day on which ages are reached: the first of the month, or of the months paid ahead
 * @param payMinor pay of the month
 * @param person what else is known
 */
public record MonthFacts(String rule, LocalDate day, long payMinor, Circumstances person)
    implements Facts {

  @Override
  public long number(Fact fact) {
    return switch (fact) {
      case AGE -> {
        require(person.born() != null, fact);
        yield Period.between(person.born(), day).getYears();
      }
      case PAY -> payMinor;
      case INCOME -> {
        require(person.incomeMinor() != Circumstances.UNKNOWN, fact);
        yield person.incomeMinor();
      }
      case TERM -> {
        require(person.termMonths() != 0, fact);
        yield person.termMonths();
      }
      case HEADCOUNT -> throw new MissingFactException(rule, fact.code());
    };
  }

  @Override
  public String word(String fact) {
    String word = person.words().get(fact);
    if (word == null) {
      throw new MissingFactException(rule, fact);
    }
    return word;
  }

  @Override
  public String row() {
    return person.incomeClass();
  }

  private void require(boolean known, Fact fact) {
    if (!known) {
      throw new MissingFactException(rule, fact.code());
    }
  }
}
