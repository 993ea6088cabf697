package org.caisse.readers.received;

/**
 * What tells one declaration of a file from another, as canonical text.
 *
 * @param kind empty where the sender does not say it
 */
record DeclarationKey(String employer, String period, String kind, String sequence) {}
