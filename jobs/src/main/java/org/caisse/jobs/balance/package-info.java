/** The trial balance of an accounting period. */
package org.caisse.jobs.balance;
