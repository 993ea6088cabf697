package org.caisse.readers.expected;

import java.time.LocalDate;

/**
 * A person whom a list has for an employer and month.
 *
 * @param list which list
 * @param period first day of the month
 * @param person insured number, or empty
 * @param nationalId national number, or empty
 * @param lastName may be empty when a number is given
 * @param birthDate null when left blank
 * @param sex {@code M}, {@code F} or empty
 * @param pay monthly, minor units; null when the list does not have it
 */
public record ExpectedRow(
    String list,
    LocalDate period,
    String employer,
    String person,
    String nationalId,
    String lastName,
    String firstName,
    LocalDate birthDate,
    String sex,
    Long pay) {}
