/** Reads invoices of providers and requests for reimbursement. */
package org.caisse.readers.invoice;
