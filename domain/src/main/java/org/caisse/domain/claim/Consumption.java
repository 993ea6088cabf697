package org.caisse.domain.claim;

import java.time.LocalDate;

/**
 * What a line takes of a limit, a prior agreement or an episode.
 *
 * @param limit id of the limit or episode in the care law, or number of the agreement
 * @param key what counts together, such as the person and the act
 * @param on day of care
 * @param quantityMilli units, thousandths; of a limit that counts lines, 1000
 * @param amountMinor what the limit's payers pay
 */
public record Consumption(
    String limit, String key, LocalDate on, long quantityMilli, long amountMinor) {}
