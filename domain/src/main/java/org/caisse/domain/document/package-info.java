/** The documents that leave the fund, and how they are numbered. */
package org.caisse.domain.document;
