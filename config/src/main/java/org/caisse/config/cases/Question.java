package org.caisse.config.cases;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.caisse.domain.contribution.Dependant;
import org.caisse.domain.pack.Circumstances;
import org.caisse.domain.pack.Payer;

/** What a case asks of the law, with the answer that it must give. Amounts are in minor units. */
sealed interface Question {

  /**
   * What is owed for a person.
   *
   * @param population of the person
   * @param months how many months, from that of the case on, are added up
   * @param payMinor pay of each month
   * @param person what else is known
   * @param family dependants to be counted each month; null when they are counted already
   * @param owed amounts by {@code base}, {@code total} and payer; a payer that is not named owes
   *     nothing. Null when no rule concerns the population in that month
   */
  record Owed(
      String population,
      int months,
      long payMinor,
      Circumstances person,
      List<Dependant> family,
      Map<String, Long> owed)
      implements Question {}

  /** Until when a declaration is in time. */
  record Due(String population, int headcount, LocalDate due) implements Question {}

  /** What a late declaration costs. */
  record Late(
      String population,
      int headcount,
      LocalDate received,
      long contributionsMinor,
      long surchargeMinor)
      implements Question {}

  /** How those behind a payer bear an amount; null when the payer bears it alone. */
  record Borne(String population, Payer payer, long amountMinor, Map<String, Long> by)
      implements Question {}

  /**
   * What a table gives.
   *
   * @param row name of the row that must apply, or null when any may
   */
  record Found(String table, long payMinor, Circumstances person, BigDecimal value, String row)
      implements Question {}

  /** What a parameter comes to; null for no value. */
  record Comes(String parameter, BigDecimal value) implements Question {}
}
