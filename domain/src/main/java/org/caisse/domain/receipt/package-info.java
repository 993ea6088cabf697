/** Lines of bank statements and remittances: which are taken, and to whom they belong. */
package org.caisse.domain.receipt;
