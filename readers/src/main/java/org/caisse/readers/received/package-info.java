/**
 * The front door: whatever a sender sends is recognised and turned into Caisse's own file of that
 * kind, with a map that says for every line where it came from. What is ambiguous is asked, never
 * guessed.
 */
package org.caisse.readers.received;
