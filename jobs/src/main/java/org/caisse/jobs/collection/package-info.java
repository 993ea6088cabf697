/** What follows when debts are not paid: aged balance, letters, clearance certificates. */
package org.caisse.jobs.collection;
