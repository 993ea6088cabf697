/** Judges archived runs again, without a database. */
package org.caisse.jobs.replay;
