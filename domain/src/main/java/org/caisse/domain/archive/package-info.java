/** What rows of the archive say about their form. */
package org.caisse.domain.archive;
