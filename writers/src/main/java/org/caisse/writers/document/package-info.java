/**
 * The documents that leave the fund: for senders and employers, for the delegated bodies, for the
 * State and for accounting. What they say is computed elsewhere; here it is written, and totals are
 * added up again so that a file that does not tie is never sent.
 */
package org.caisse.writers.document;
