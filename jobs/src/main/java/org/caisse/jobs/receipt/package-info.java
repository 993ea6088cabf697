/** Takes in money received: bank statements, line by line, with their control totals. */
package org.caisse.jobs.receipt;
