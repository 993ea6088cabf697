/** Documents that several jobs write. */
package org.caisse.jobs.document;
