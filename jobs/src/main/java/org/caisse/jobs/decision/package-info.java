/** What people decide: to whom a receipt belongs, waivers, refunds, the closing of a period. */
package org.caisse.jobs.decision;
