package org.caisse.domain.account;

import java.time.LocalDate;
import org.caisse.domain.ledger.Component;

/**
 * Money that came from a debtor: an employer, or a person who owes himself.
 *
 * @param id surrogate key
 * @param valueDate day on which the fund has it
 * @param account of the fund at the bank
 * @param bankRef the bank's reference, unique within the account
 * @param amountMinor minor units, positive
 * @param toPeriod first day of the month for which a person, or the body that collected it, said
 *     that it is paid; null when the pack's order decides
 * @param toComponent what the body said is paid first of that month; null when the pack's order
 *     decides
 */
public record Receipt(
    long id,
    LocalDate valueDate,
    String account,
    String bankRef,
    long amountMinor,
    LocalDate toPeriod,
    Component toComponent) {}
