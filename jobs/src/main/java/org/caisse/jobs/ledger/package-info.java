/** Entries that stand, and postings by COPY. */
package org.caisse.jobs.ledger;
