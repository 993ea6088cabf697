/** Reasons to refuse. */
package org.caisse.domain.reject;
