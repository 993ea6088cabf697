package org.caisse.domain.care;

/**
 * Care that one price holds together: what belongs to an episode is in the price of the care that
 * opened it.
 *
 * @param id name in explanations; consumption is stored under it
 * @param fr for people, in French
 * @param en for people, in English
 * @param opens the care that opens it
 * @param covers the care that belongs to it
 * @param days parameter: how many days it lasts, that of its opening included
 * @param sameProvider whether only care of the provider who opened it belongs to it
 * @param source where it was read
 */
public record Episode(
    String id,
    String fr,
    String en,
    CareScope opens,
    CareScope covers,
    String days,
    boolean sameProvider,
    String source) {}
