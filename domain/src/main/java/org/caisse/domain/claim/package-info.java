/**
 * Claims: what a household's care costs, who pays what of it, and why not more. Pure functions of
 * the facts and the law (SEMANTICS 16 to 19 of the design).
 */
package org.caisse.domain.claim;
