/** Lines of bank statements. */
package org.caisse.readers.receipt;
