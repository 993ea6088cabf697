/** Checks books, manifests and files of all runs. */
package org.caisse.jobs.verify;
