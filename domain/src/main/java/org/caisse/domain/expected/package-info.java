/** Whom others expect to be declared, and what is missing in what was. */
package org.caisse.domain.expected;
