/** Withdraws a file: what came in it counts no more. */
package org.caisse.jobs.withdrawal;
