package org.caisse.app.generate;

/**
 * A line of a generated invoice.
 *
 * @param care fields of the canonical line from person on
 * @param charged francs
 * @param wrong what the intake finds, or null
 * @param mess what the adjudication has to find, or empty
 */
record ClaimLine(String care, long charged, WrongClaim wrong, String mess) {}
