package org.caisse.app.generate;

/**
 * Somebody who may be cared for.
 *
 * @param head index of the insured person
 * @param rank 0 for that person, 1 for the spouse, 2 for the child
 */
record Insured(int head, int rank) {}
