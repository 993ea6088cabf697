/** Currencies and rates, exact. */
package org.caisse.domain.money;
