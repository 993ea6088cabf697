/**
 * The law of care as data: who has rights, who pays in which order, what is covered and how often.
 * Numbers are names of parameters here; {@code claim} and {@code right} look them up for a day.
 */
package org.caisse.domain.care;
