package org.caisse.domain.expected;

/**
 * What a list says of a person.
 *
 * @param list which one, such as {@code solde}
 * @param payMinor monthly pay, minor units; -1 when the list does not say
 */
public record Listed(String list, long payMinor) {}
