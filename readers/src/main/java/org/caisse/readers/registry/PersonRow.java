package org.caisse.readers.registry;

import java.time.LocalDate;

/**
 * A person as the registry file has it.
 *
 * @param person number that senders use
 * @param firstName may be empty
 * @param birthDate null when left blank
 * @param sex {@code M}, {@code F} or empty
 * @param population empty for people whom employers declare; not checked against the pack
 * @param ogd code of the delegated body, empty with an empty population; not checked
 * @param validFrom first day of this version
 * @param validTo day from which the person no longer is in the registry, or null
 */
public record PersonRow(
    String person,
    String lastName,
    String firstName,
    LocalDate birthDate,
    String sex,
    String population,
    String ogd,
    LocalDate validFrom,
    LocalDate validTo) {}
