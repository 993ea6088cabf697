package org.caisse.domain.care;

/**
 * Who stands behind a payer; settled later, no provider sees it.
 *
 * @param id such as {@code state}, {@code local_authority}, {@code donor}
 * @param percent parameter: its part; null for the rest
 */
public record Funder(String id, String percent) {}
