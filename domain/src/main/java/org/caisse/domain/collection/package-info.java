/**
 * Collection follow-up: how old a debt is, which letter follows which, instalment plans, when a
 * debt is prescribed, and who gets a clearance certificate.
 */
package org.caisse.domain.collection;
