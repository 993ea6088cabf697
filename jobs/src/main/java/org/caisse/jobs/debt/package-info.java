/** What is open of employers' accounts, as they were settled, for whoever follows it up. */
package org.caisse.jobs.debt;
