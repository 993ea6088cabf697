/** What is owed, what stands posted, and the entries between the two. */
package org.caisse.domain.ledger;
