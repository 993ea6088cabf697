/**
 * Invoices of providers and requests for reimbursement, as far as taking them in goes: form,
 * identity, sums. What care is covered and who pays is decided elsewhere.
 */
package org.caisse.domain.invoice;
