/** Takes in invoices of providers and requests for reimbursement. */
package org.caisse.jobs.invoice;
