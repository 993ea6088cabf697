/** Assesses a month, posts what differs from what is posted, and writes its files. */
package org.caisse.jobs.contribution;
