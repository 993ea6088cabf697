package org.caisse.readers.registry;

import java.time.LocalDate;
import org.caisse.domain.contribution.EmployerFacts;

/**
 * What the lines of declarations are joined to: employers and persons by the numbers of senders.
 */
public interface Registry {

  /**
   * The employer as it was in a month.
   *
   * @param no as senders write it
   * @param periodStart first day of the month
   * @return null when there is none by that number
   */
  EmployerFacts employer(String no, LocalDate periodStart);

  /**
   * The index of a person, from 0, for the other methods.
   *
   * @param no as senders write it
   * @return -1 when there is none by that number
   */
  int person(CharSequence no);

  /** First day the registry knows the person, as epoch day. */
  int personFrom(int person);

  /** Day from which the registry no longer knows the person, as epoch day. */
  int personTo(int person);
}
