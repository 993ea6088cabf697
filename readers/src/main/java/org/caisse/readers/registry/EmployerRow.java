package org.caisse.readers.registry;

import java.time.LocalDate;

/**
 * An employer as its registry file has it.
 *
 * @param employer number that senders use
 * @param population whom its declarations concern; not checked against the pack
 * @param ogd code of the delegated body that collects from it; not checked
 * @param validFrom first day of this version
 * @param validTo day from which it no longer is affiliated, or null
 */
public record EmployerRow(
    String employer,
    String name,
    String population,
    String ogd,
    LocalDate validFrom,
    LocalDate validTo) {}
