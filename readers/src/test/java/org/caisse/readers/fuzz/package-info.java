/**
 * Any bytes at all as input of everything that reads files of others: seeded mutation, and entry
 * points for a coverage-guided engine.
 */
package org.caisse.readers.fuzz;
