package org.caisse.domain.claim;

import java.time.LocalDate;

/**
 * An act or medicine as the registry has it on the day of care. Its price is one of these, the
 * first that is said: letter times coefficient times the unit value of the letter; flat amount;
 * reference price of a medicine; a part of what is charged; the tariff of the act itself.
 *
 * @param code by which limits and packs name it: the act after crosswalk, or the medicine
 * @param group of care; empty for a letter without act, whose group the care law says
 * @param from first day of the version of the registry that is latest by the day of care
 * @param to first day on which it is retired, or null
 * @param letter key letter, or empty
 * @param coefficientMilli of the letter, thousandths
 * @param unitMinor unit value of the letter, or tariff of the act, at the provider's level; {@link
 *     CareLine#UNSAID} when there is none
 * @param flatMinor flat amount; {@link CareLine#UNSAID} for none
 * @param medicine whether it is a medicine
 * @param referenceMinor reference price of a medicine; {@link CareLine#UNSAID} for none: as charged
 * @param genericMinor least reference price of its generic group; {@link CareLine#UNSAID} for none
 * @param relativeMilli thousandths of what is charged that count as tariff; 0 for an act with a
 *     price
 * @param suppliedBy id of the programme that supplies it in kind, or empty
 * @param sex of whom it is given: {@code M}, {@code F}, or empty for both
 * @param minMonths least age in months, or 0
 * @param maxMonths greatest age in months, inclusive; {@link #ANY_AGE} for any
 * @param levels of providers who may give it, separated by commas; empty for all
 * @param agreement whether it needs prior agreement
 */
public record PricedAct(
    String code,
    String group,
    LocalDate from,
    LocalDate to,
    String letter,
    long coefficientMilli,
    long unitMinor,
    long flatMinor,
    boolean medicine,
    long referenceMinor,
    long genericMinor,
    long relativeMilli,
    String suppliedBy,
    String sex,
    int minMonths,
    int maxMonths,
    String levels,
    boolean agreement) {

  /** No greatest age. */
  public static final int ANY_AGE = Integer.MAX_VALUE;
}
