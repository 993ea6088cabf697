package org.caisse.readers.registry;

import java.time.LocalDate;

/**
 * A delegated body as its registry file has it.
 *
 * @param ogd code
 * @param validFrom first day of this version
 * @param validTo day from which it no longer is, or null
 */
public record OgdRow(String ogd, String name, LocalDate validFrom, LocalDate validTo) {}
