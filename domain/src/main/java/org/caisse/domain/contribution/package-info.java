/** Declarations and contributions: facts, rules, verdicts, and rows of the archive. */
package org.caisse.domain.contribution;
