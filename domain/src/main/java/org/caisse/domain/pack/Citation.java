package org.caisse.domain.pack;

/**
 * A legal text as documents for people cite it.
 *
 * @param fr in French
 * @param en in English
 */
public record Citation(String fr, String en) {}
