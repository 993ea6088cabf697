/** What must always hold, as queries that return what breaks it. */
package org.caisse.jobs.control;
