package org.caisse.domain.claim;

/**
 * A released line that a limit had reduced (SEMANTICS 18 of the design).
 *
 * @param line as it was invoiced
 * @param before what was decided of it, after all corrections; its consumption is not among that of
 *     the firm lines
 */
public record ReducedLine(CareLine line, LineDecision before) {}
