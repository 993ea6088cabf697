/** Months of delay. */
package org.caisse.domain.calendar;
